import { useEffect } from 'preact/hooks';
import type { ScreenState } from '../protocol';
import type { ServerClock } from '../transport/types';
import { calm } from '../ui/CountUp';
import { play } from './volume';

/** A tick a second, for so many before the opening. */
const TICKS = 3;
/** When the light goes to what is right, and to the winner. */
const RIGHT_MS = 1_700;
const WINNER_MS = 6_600;

/** What is heard of a game: each moment once, when it is seen. A screen that comes late hears nothing of what is over. */
export function useCues(state: ScreenState | null, clock: ServerClock): void {
  const { phase } = state ?? {};
  const opensAt = state?.phase === 'ready' ? state.opensAt : undefined;
  const closesAt = state?.phase === 'question' ? state.closesAt : undefined;
  const index = state && 'question' in state ? state.question.index : -1;
  useEffect(() => {
    if (opensAt === undefined) return;
    return timers(
      Array.from({ length: TICKS }, (_, i) => clock.until(opensAt) - 1_000 * (i + 1)),
      'countdown',
    );
  }, [opensAt]);
  useEffect(() => {
    if (closesAt !== undefined) return timers([clock.until(closesAt)], 'bell');
  }, [closesAt]);
  useEffect(() => {
    if (phase === 'reveal') return timers([calm() ? 0 : RIGHT_MS], 'reveal');
    if (phase === 'finished') return timers([calm() ? 0 : WINNER_MS], 'podium');
  }, [phase, index]);
}

function timers(afterMs: number[], cue: Parameters<typeof play>[0]): () => void {
  const set = afterMs.filter(ms => ms >= 0).map(ms => setTimeout(() => play(cue), ms));
  return () => set.forEach(clearTimeout);
}
