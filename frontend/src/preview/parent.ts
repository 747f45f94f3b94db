/** The editor around this frame. */
import type { ServerClock } from '../transport/types';
import type { FromFrame, Side, ToFrame } from './messages';

/** What the address says this frame is. */
export const addressed = (): Side => (location.hash === '#screen' ? 'screen' : 'phone');

export const tell = (message: FromFrame) => parent.postMessage(message, location.origin);

/** Hears what to show, from the page around it and from nobody else. */
export function follow<T extends ToFrame>(show: (shown: T) => void): void {
  addEventListener('message', event => {
    if (event.source === parent && event.origin === location.origin) show(event.data as T);
  });
  tell({ type: 'ready', side: addressed() });
}

/** This machine's clock, which stands still at `at`. */
export function frameClock(at: number | undefined): ServerClock {
  const now = () => at ?? Date.now();
  return { now, until: when => when - now(), listen: () => () => {} };
}
