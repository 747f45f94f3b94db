import { useCallback } from 'preact/hooks';
import { t } from '../i18n';
import type { ServerClock } from '../transport/types';
import { Ring } from './Ring';

interface Props {
  clock: ServerClock;
  /** Server time; absent while paused. */
  endsAt?: number | undefined;
  /** What is left, while paused. */
  remainingMs?: number | undefined;
  totalMs: number;
}

/** The ring of a question or a countdown, on the server's clock. */
export function Countdown({ clock, endsAt, remainingMs, totalMs }: Props) {
  const leftMs = useCallback(
    () => (endsAt === undefined ? (remainingMs ?? 0) : clock.until(endsAt)),
    [clock, endsAt, remainingMs],
  );
  const label = useCallback((n: number) => t('time.left', { n }), []);
  if (endsAt === undefined && remainingMs === undefined) return <p class="untimed">{t('time.none')}</p>;
  return <Ring leftMs={leftMs} totalMs={totalMs} running={endsAt !== undefined} label={label} />;
}
