import { useLayoutEffect, useState } from 'preact/hooks';

/** A tap's click follows the lift of the finger within this time. */
const CLICK_MS = 150;

/**
 * What is shown of a value that changes by itself, such as a list of who has come: while a finger or a button is down on it, what
 * was there then. Whoever presses means what they saw, and not what has moved under them meanwhile. `press` goes to the element.
 */
export function useHeld<T>(now: T): { shown: T; press: () => void } {
  const [held, hold] = useState<{ value: T }>();
  // At once, not after the next frame: the finger may be up again by then.
  useLayoutEffect(() => {
    if (!held) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lifted = () => {
      timer ??= setTimeout(() => hold(undefined), CLICK_MS);
    };
    const ends = ['pointerup', 'pointercancel'] as const;
    for (const end of ends) addEventListener(end, lifted);
    return () => {
      clearTimeout(timer);
      for (const end of ends) removeEventListener(end, lifted);
    };
  }, [held]);
  const shown = held ? held.value : now;
  // Pressed again before it was let go, it is what was seen, and not what has come since.
  return { shown, press: () => hold({ value: shown }) };
}
