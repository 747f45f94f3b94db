import { useEffect, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { HostState } from '../../protocol';
import { Button } from '../../ui/Button';
import type { CockpitLink } from '../cockpit/link';
import type { GameDetail } from '../games/game';
import { dismiss, MOST_ROBOTS, robots, summon } from './robots';

const USUAL = 12;

/** Who plays in a rehearsal: robots, from this page, for as long as it is open. */
export default function RehearsalPanel({ link, game }: { link: CockpitLink; game: GameDetail }) {
  const [wanted, setWanted] = useState(USUAL);
  useEffect(() => dismiss, [game.id]);
  const room = MOST_ROBOTS - robots.value;
  const asked = () => {
    const state = link.state.value as HostState;
    return state.phase === 'question' ? state.question : undefined;
  };
  const enter = () =>
    summon(Math.min(wanted, room), {
      pin: game.pin,
      name: n => t('rehearsal.robot', { n }),
      teams: game.settings.teams ?? [],
      question: asked,
    });
  return (
    <section class="card rehearsal" aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{t('rehearsal.title')}</h2>
      <p class="quiet">{t('rehearsal.lead')}</p>
      <div class="rehearsal-do">
        <label class="rehearsal-many">
          <span>{t('rehearsal.many')}</span>
          <input
            type="range"
            min={1}
            max={MOST_ROBOTS}
            value={wanted}
            onInput={event => setWanted(event.currentTarget.valueAsNumber)}
          />
          <output class="numbers">{formatNumber(language.value, Math.min(wanted, Math.max(1, room)))}</output>
        </label>
        <Button onClick={enter} disabled={room === 0}>
          {t('rehearsal.enter')}
        </Button>
      </div>
      {robots.value > 0 && <p role="status">{t('rehearsal.there', { n: robots.value })}</p>}
    </section>
  );
}
