import { t } from '../../i18n';
import type { Seat } from '../../protocol';
import type { CockpitLink } from './link';

/** Percent of more time that can be given. */
export const MORE = [25, 50, 100, 200];

/** How much time a player has. It is told nowhere else: the class may look at this page. */
export function SeatTime({ link, seat }: { link: CockpitLink; seat: Seat }) {
  return (
    <label class="seat-time">
      <span class="field-label">{t('roster.extra')}</span>
      <select
        class="input numbers"
        value={String(seat.extra ?? 0)}
        aria-busy={link.busy.value.has(`extra ${seat.id}`)}
        onChange={event => link.grant(seat.id, Number(event.currentTarget.value))}
      >
        <option value={0}>{t('roster.extra.none')}</option>
        {MORE.map(n => (
          <option key={n} value={n}>
            {t('roster.extra.more', { n })}
          </option>
        ))}
      </select>
      <span class="quiet">{t('roster.extraHint')}</span>
    </label>
  );
}
