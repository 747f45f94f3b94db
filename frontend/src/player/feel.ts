import { options } from 'preact';
import { useEffect } from 'preact/hooks';

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

/** Keeps the screen on while `wanted`, where browser and address allow it (never on plain http). */
export function useAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let done = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const held = await navigator.wakeLock.request('screen');
        if (done) held.release();
        else lock = held;
      } catch {
        // A low battery says no: then the screen sleeps as it always does.
      }
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      done = true;
      document.removeEventListener('visibilitychange', hold);
      lock?.release();
    };
  }, [wanted]);
}
