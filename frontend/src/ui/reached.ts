/** Moments of the server's clock, for all pages: whatever is learnt of the time later is looked at again. */
import { useEffect, useReducer } from 'preact/hooks';
import type { Cancel, ServerClock } from '../transport/types';

/** What browsers can wait for. */
const LONGEST_MS = 2 ** 31 - 1;

/** Whether server time has reached `at`; renders again when that changes. Without `at` there is nothing to reach. */
export function useReached(clock: ServerClock, at: number | undefined): boolean {
  const [, again] = useReducer((n: number) => n + 1, 0);
  const reached = at !== undefined && clock.until(at) <= 0;
  useEffect(
    () => (at === undefined ? undefined : onReached(clock, at, () => again(undefined), reached)),
    [clock, at],
  );
  return reached;
}

/**
 * Tells when `at` is reached, or is not reached after all because the clock was wrong, until it is cancelled. `told`: what is
 * known already; what has come since it was looked at is told at once.
 */
export function onReached(
  clock: ServerClock,
  at: number,
  tell: (reached: boolean) => void,
  told = clock.until(at) <= 0,
): Cancel {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const left = clock.until(at);
    if (left > 0) timer = setTimeout(look, Math.min(left + 1, LONGEST_MS));
    if (told === left <= 0) return;
    told = !told;
    tell(told);
  };
  look();
  const deafen = clock.listen(look);
  return () => {
    clearTimeout(timer);
    deafen();
  };
}
