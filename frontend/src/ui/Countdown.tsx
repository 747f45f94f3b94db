import { useCallback, useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { ServerClock } from '../transport/types';
import { Ring } from './Ring';

/** A countdown is not shorter than this; who comes in the middle of it sees a part of the ring. */
const LEAST_MS = 3_000;

interface Props {
  clock: ServerClock;
  /** Server time; absent while paused. */
  endsAt?: number | undefined;
  /** What is left, while paused. */
  remainingMs?: number | undefined;
  /** Absent where nobody says it: then what was left at first is the whole. */
  totalMs?: number | undefined;
}

/** The ring of a question or a countdown, on the server's clock. */
export function Countdown({ clock, endsAt, remainingMs, totalMs }: Props) {
  const leftMs = useCallback(
    () => (endsAt === undefined ? (remainingMs ?? 0) : clock.until(endsAt)),
    [clock, endsAt, remainingMs],
  );
  const whole = useRef(LEAST_MS);
  whole.current = Math.max(whole.current, leftMs());
  const label = useCallback((n: number) => t('time.left', { n }), []);
  if (endsAt === undefined && remainingMs === undefined) return <p class="untimed">{t('time.none')}</p>;
  return (
    <Ring leftMs={leftMs} totalMs={totalMs ?? whole.current} running={endsAt !== undefined} label={label} />
  );
}
