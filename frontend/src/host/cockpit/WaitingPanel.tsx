import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { useHeld } from '../layout/useHeld';
import type { CockpitLink } from './link';
import { waiting } from './roster';

/** Who stands at the door, whoever came first first: let in, or turned away. Nothing where nobody does. */
export function WaitingPanel({ link }: { link: CockpitLink }) {
  const { shown: seats, press } = useHeld(waiting(link.roster.value.seats));
  const busy = link.busy.value;
  if (seats.length === 0) return null;
  return (
    <section class="door" aria-label={t('door.title', { n: seats.length })}>
      <div class="door-head">
        <p class="door-name" role="status">
          {t('door.title', { n: seats.length })}
        </p>
        <Button look="primary" busy={busy.has('admit-all')} onClick={() => link.admitAll()}>
          {t('door.all')}
        </Button>
      </div>
      <ul class="door-seats" onPointerDown={press}>
        {seats.map(({ id, nickname }) => (
          <li key={id} class="door-seat">
            <span class="door-name">
              <bdi>{nickname}</bdi>
            </span>
            <Button busy={busy.has(`admit ${id}`)} onClick={() => link.seat('admit', id)}>
              {t('door.admit')}
            </Button>
            <Button look="ghost" busy={busy.has(`kick ${id}`)} onClick={() => link.seat('kick', id)}>
              {t('door.refuse')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
