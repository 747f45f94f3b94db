import { useEffect, useState } from 'preact/hooks';
import { points } from '../ui/numbers';
import { calm } from './acts';

const ROLL_MS = 900;

/** A score that counts up to `to` once it may. */
export function Rolling({ from, to, go }: { from: number; to: number; go: boolean }) {
  const [part, setPart] = useState(0);
  useEffect(() => {
    if (!go) return;
    if (calm()) return setPart(1);
    const begun = performance.now();
    let frame = requestAnimationFrame(function draw(now) {
      const done = Math.min(1, Math.max(0, (now - begun) / ROLL_MS));
      setPart(1 - (1 - done) ** 3);
      if (done < 1) frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [go]);
  return (
    <span class="rolling">
      <span aria-hidden="true">{points(part < 1 ? Math.round(from + (to - from) * part) : to)}</span>
      <span class="unseen">{points(to)}</span>
    </span>
  );
}
