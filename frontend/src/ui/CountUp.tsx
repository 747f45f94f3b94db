import { useEffect, useState } from 'preact/hooks';
import { points } from './numbers';

const MS = 800;

interface Props {
  from?: number;
  to: number;
  /** Until then it stands at `from`. */
  go?: boolean;
}

/** True when the visitor wants cuts instead of movement. */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Points that run up to `to`; they are read out at their end only, and stand still for who wants no motion. */
export function CountUp({ from = 0, to, go = true }: Props) {
  const [part, setPart] = useState(() => (go && calm() ? 1 : 0));
  useEffect(() => {
    if (!go) return;
    if (calm()) return setPart(1);
    let begun: number | undefined;
    let frame = requestAnimationFrame(function draw(now) {
      begun ??= now;
      const done = Math.min(1, (now - begun) / MS);
      setPart(1 - (1 - done) ** 3);
      if (done < 1) frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [to, go]);
  return (
    <span class="count-up">
      <span aria-hidden="true">{points(part < 1 ? Math.round(from + (to - from) * part) : to)}</span>
      <span class="unseen">{points(to)}</span>
    </span>
  );
}
