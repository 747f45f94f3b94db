import { useEffect, useState } from 'preact/hooks';
import { calm } from '../ui/CountUp';

/** Plays a scene in acts: 0, then one more at each of `times` (ms from the start); the last at once for who wants cuts. */
export function useActs(times: readonly number[]): number {
  const [act, setAct] = useState(() => (calm() ? times.length : 0));
  useEffect(() => {
    if (act >= times.length) return;
    const timers = times.map((ms, i) => setTimeout(() => setAct(i + 1), ms));
    return () => timers.forEach(clearTimeout);
    // The scene is played once: times are constants.
  }, []);
  return act;
}
