import { signal } from '@preact/signals';

export interface Toast {
  text: string;
  /** What the button says and does; the toast goes with it. */
  action?: { text: string; run: () => void };
}
export interface Shown extends Toast {
  id: number;
}

/** Long enough to read it, reach the button and press it. */
export const TOAST_MS = 8_000;
/** More at once nobody reads; the oldest goes, one with a way back last. */
const MOST_TOASTS = 6;

/** The lines at the foot of the page, the latest last; each stands its own time. */
export const toasts = signal<readonly Shown[]>([]);
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let last = 0;

export function say(toast: Toast): void {
  const id = ++last;
  const all = [...toasts.peek(), { ...toast, id }];
  if (all.length > MOST_TOASTS) hush((all.find(it => !it.action) ?? all[0]!).id);
  toasts.value = [...toasts.peek(), { ...toast, id }];
  timers.set(
    id,
    setTimeout(() => hush(id), TOAST_MS),
  );
}

export function hush(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  toasts.value = toasts.peek().filter(it => it.id !== id);
}
