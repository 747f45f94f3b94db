import { useEffect, useRef } from 'preact/hooks';
import { points } from './numbers';

const MS = 800;
/** Digits that change with every frame are not read, and each change is laid out and painted: all take turns. */
const TURNS = 3;

interface Props {
  from?: number;
  to: number;
  /** Until then it stands at `from`. */
  afterMs?: number;
}

/** True when the visitor wants cuts instead of movement. */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Those that run, each with its turn. */
const running = new Map<(now: number) => boolean, number>();
let turn = 0;
let frame = 0;

/** Calls `draw` in every third frame until it says that it is done; returns what ends it before. */
function run(draw: (now: number) => boolean): () => void {
  if (running.size === 0) frame = requestAnimationFrame(next);
  running.set(draw, running.size % TURNS);
  return () => {
    running.delete(draw);
    if (running.size === 0) cancelAnimationFrame(frame);
  };
}

function next(now: number): void {
  turn = (turn + 1) % TURNS;
  for (const [draw, its] of running) if (its === turn && draw(now)) running.delete(draw);
  if (running.size > 0) frame = requestAnimationFrame(next);
}

/**
 * Points that run up to `to`; they are read out at their end only, and stand still for who wants no motion. Their digits are
 * written past the view's own rendering: ten of them would take the frames of what moves beside them on a slow machine.
 */
export function CountUp({ from = 0, to, afterMs = 0 }: Props) {
  const digits = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const text = digits.current!.firstChild as Text;
    if (from === to || calm()) {
      text.data = points(to);
      return;
    }
    turn = (turn + 1) % TURNS;
    let begun: number | undefined;
    let stop = () => {};
    const wait = setTimeout(() => {
      stop = run(now => {
        begun ??= now;
        const left = 1 - Math.min(1, (now - begun) / MS);
        text.data = points(left > 0 ? Math.round(to - (to - from) * left ** 3) : to);
        return left === 0;
      });
    }, afterMs);
    return () => {
      clearTimeout(wait);
      stop();
    };
  }, [from, to, afterMs]);
  return (
    <span class="count-up">
      <span aria-hidden="true" ref={digits}>
        {points(calm() ? to : from)}
      </span>
      <span class="unseen">{points(to)}</span>
    </span>
  );
}
