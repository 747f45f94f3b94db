import { useEffect, useState } from 'preact/hooks';
import type { ServerClock } from '../../transport/types';

/** Whether `at` (server time) has come; draws anew when it does. False while there is no such moment. */
export function useTimeUp(clock: ServerClock, at: number | undefined): boolean {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (at === undefined) return;
    const left = clock.until(at);
    if (left <= 0) return;
    const timer = setTimeout(() => setTick(tick => tick + 1), left + 1);
    return () => clearTimeout(timer);
  }, [clock, at]);
  return at !== undefined && clock.until(at) <= 0;
}
