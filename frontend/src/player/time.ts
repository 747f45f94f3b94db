import { useEffect, useReducer } from 'preact/hooks';
/** Renders again every second while `running`. */
export function useSeconds(running: boolean): void {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(again, 1000, undefined);
    return () => clearInterval(timer);
  }, [running]);
}

/** When the choices of each question were first painted here, in monotonic milliseconds. */
const painted = new Map<number, number>();

/** Remembers the first paint of question `index`, however often its view is made. */
export function usePainted(index: number, shown: boolean): void {
  useEffect(() => {
    if (!shown || painted.has(index)) return;
    // The frame after the next one begins when this one is on the glass.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(now => painted.set(index, now));
    });
    return () => cancelAnimationFrame(frame);
  }, [index, shown]);
}

/** From the first paint to an event (its `timeStamp` is on the same clock). */
export function sincePaint(index: number, timeStamp: number): number {
  const from = painted.get(index);
  return from === undefined ? 0 : Math.max(0, timeStamp - from);
}

/** Another game counts its questions from 0 again. */
export function forgetPaints(): void {
  painted.clear();
}
