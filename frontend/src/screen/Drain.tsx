import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { ServerClock } from '../transport/types';

/** A countdown is not shorter than this; who comes in the middle of it sees a part of the bar. */
const LEAST_MS = 3_000;

interface Props {
  clock: ServerClock;
  endsAt?: number | undefined;
  remainingMs?: number | undefined;
}

/** A bar that drains to the moment the question opens, with the seconds. */
export function Drain({ clock, endsAt, remainingMs }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const left = () => Math.max(0, endsAt === undefined ? (remainingMs ?? 0) : clock.until(endsAt));
  const whole = useRef(Math.max(LEAST_MS, left()));
  const [seconds, setSeconds] = useState(Math.ceil(left() / 1000));
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      const ms = left();
      whole.current = Math.max(whole.current, ms);
      // The question may have opened before the first drawing: then there is no bar any more.
      if (!bar.current) return;
      bar.current.style.transform = `scaleX(${ms / whole.current})`;
      setSeconds(Math.ceil(ms / 1000));
      if (endsAt !== undefined && ms > 0) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [clock, endsAt, remainingMs]);
  return (
    <div class="drain" role="timer" aria-label={t('time.left', { n: seconds })}>
      <span class="drain-number" aria-hidden="true" key={seconds}>
        {seconds > 0 ? seconds : '\u00a0'}
      </span>
      <div class="drain-track">
        <div class="drain-left" ref={bar} />
      </div>
    </div>
  );
}
