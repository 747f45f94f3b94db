import { useEffect, useState } from 'preact/hooks';
import type { ServerClock } from '../transport/types';

/** Looks at the clock often enough that no second is seen twice as long as another. */
const LOOK_MS = 200;

interface Props {
  clock: ServerClock;
  /** Server time; absent while paused, and where nobody has said how long it takes. */
  endsAt?: number | undefined;
  /** What is left, while paused. */
  remainingMs?: number | undefined;
  /** In words: so many minutes are left, and that it is about to go on. */
  label(minutes: number): string;
  soon: string;
}

/** Minutes and seconds until a break is over; nothing where nobody has said when that is. */
export function Minutes({ clock, endsAt, remainingMs, label, soon }: Props) {
  const left = () =>
    Math.max(0, Math.ceil((endsAt === undefined ? (remainingMs ?? 0) : clock.until(endsAt)) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (endsAt === undefined) return;
    const timer = setInterval(() => setSeconds(left()), LOOK_MS);
    return () => clearInterval(timer);
  }, [clock, endsAt, remainingMs]);
  if (endsAt === undefined && remainingMs === undefined) return null;
  if (seconds === 0) return <p class="minutes-over">{soon}</p>;
  const minutes = Math.floor(seconds / 60);
  return (
    <p class="minutes numbers" role="timer" aria-label={label(Math.ceil(seconds / 60))}>
      <span dir="ltr">
        {minutes}:{String(seconds % 60).padStart(2, '0')}
      </span>
    </p>
  );
}
