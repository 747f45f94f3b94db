import { useEffect, useState } from 'preact/hooks';
import { points } from '../ui/numbers';

const MS = 700;

/** A number that runs up to `to`; it is read out at its end only, and stands still for who wants no motion. */
export function CountUp({ to }: { to: number }) {
  const [shown, setShown] = useState(still() ? to : 0);
  useEffect(() => {
    if (still()) return setShown(to);
    let frame = 0;
    let begun: number | undefined;
    const run = (now: number) => {
      begun ??= now;
      const part = Math.min(1, (now - begun) / MS);
      setShown(Math.round(to * (1 - (1 - part) ** 3)));
      if (part < 1) frame = requestAnimationFrame(run);
    };
    frame = requestAnimationFrame(run);
    return () => cancelAnimationFrame(frame);
  }, [to]);
  return (
    <>
      <span aria-hidden="true">{points(shown)}</span>
      <span class="unseen">{points(to)}</span>
    </>
  );
}

function still(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
