import type { ServerClock } from '../transport/types';
import { useReached } from '../ui/reached';

/** The last answers take no longer. A question that is open all the same waits for whoever has more time. */
const OUTLASTS_MS = 2_000;

/** Whether an open question is about to close by itself: then there is nothing to press. */
export function useTimeUp(clock: ServerClock, closesAt: number | undefined): boolean {
  const over = useReached(clock, closesAt);
  const outlasted = useReached(clock, closesAt === undefined ? undefined : closesAt + OUTLASTS_MS);
  return over && !outlasted;
}
