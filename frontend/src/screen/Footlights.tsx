import { t } from '../i18n';
import { lamps } from './footlights';
import { answered, players } from './game';

/** The lamps at the edge of the stage: they light up as answers come in. */
export function Footlights() {
  if (players.value === 0) return null;
  const { all, lit } = lamps(answered.value, players.value);
  return (
    <p class="footlights">
      <span class="footlights-lamps" aria-hidden="true">
        {Array.from({ length: all }, (_, i) => (
          <i key={i} class={i < lit ? 'lamp lamp-lit' : 'lamp'} />
        ))}
      </span>
      <span class="footlights-count">{t('answered', { n: answered.value, all: players.value })}</span>
    </p>
  );
}
