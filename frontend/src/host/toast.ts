import { signal } from '@preact/signals';

export interface Toast {
  text: string;
  /** What the button says and does; the toast goes with it. */
  action?: { text: string; run: () => void };
}

/** Long enough to read it, reach the button and press it. */
export const TOAST_MS = 8_000;

/** The line at the foot of the page; one at a time, a newer one replaces it. */
export const toast = signal<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(next: Toast): void {
  toast.value = next;
  clearTimeout(timer);
  timer = setTimeout(hush, TOAST_MS);
}

export function hush(): void {
  clearTimeout(timer);
  toast.value = null;
}
