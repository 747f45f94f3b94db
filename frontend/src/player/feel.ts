import { options } from 'preact';

/**
 * Lets the page show what was just done to it by hand before anything is rendered again. On a slow phone most of what a tap
 * costs is rendering, and a finger waits for the first sign only.
 */
export function showFirst(): void {
  options.debounceRendering = render =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        delete options.debounceRendering;
        render();
      }),
    );
}

/** A tick in the hand, where the phone can. */
export function tick(pattern: number | number[] = 12): void {
  navigator.vibrate?.(pattern);
}
