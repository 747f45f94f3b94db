import type { Cancel, Hint } from './page';

/** What a browser tells that may concern a connection. All of it is a hint; hearing one twice is harmless. */
const ON_DOCUMENT: Readonly<Record<string, Hint>> = { pointerdown: 'tap', keydown: 'tap' };
const ON_WINDOW: Readonly<Record<string, Hint>> = {
  online: 'online',
  offline: 'offline',
  pageshow: 'visible',
  pagehide: 'hidden',
};

type Target = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** Passes hints on until the returned function is called. */
export function listenToPage(
  page: Target & { readonly visibilityState: string },
  view: Target,
  hear: (hint: Hint) => void,
): Cancel {
  const undo: Cancel[] = [];
  const on = (target: Target, type: string, listener: () => void) => {
    target.addEventListener(type, listener, { capture: true, passive: true });
    undo.push(() => target.removeEventListener(type, listener, { capture: true }));
  };
  on(page, 'visibilitychange', () => hear(page.visibilityState === 'hidden' ? 'hidden' : 'visible'));
  for (const [type, hint] of Object.entries(ON_DOCUMENT)) on(page, type, () => hear(hint));
  for (const [type, hint] of Object.entries(ON_WINDOW)) on(view, type, () => hear(hint));
  return () => {
    for (const stop of undo) stop();
  };
}
