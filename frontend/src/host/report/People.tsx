import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import {
  counting,
  FEWEST_ASKED,
  HELP_BELOW,
  needHelp,
  type PlayerReport,
  type Report,
  silent,
} from './report';

/** Names enough to act on; the table has them all. */
const SHOWN = 30;

/** Whom a host may want to talk to. For the host's eyes alone: no screen shows it. */
export function People({ report, onPath }: { report: Report; onPath: (player: PlayerReport) => void }) {
  const { players, questions } = report;
  const helped = needHelp(players, questions);
  const quiet = silent(players);
  if (players.length === 0) return null;
  const percent = formatNumber(language.value, HELP_BELOW, { style: 'percent' });
  return (
    <section class="people" aria-labelledby="people-title">
      <h2 id="people-title">{t('people.title')}</h2>
      <div class="people-lists">
        <div>
          <h3>{t('people.help')}</h3>
          <p class="quiet">
            {counting(questions).length < FEWEST_ASKED
              ? t('people.helpTooFew', { n: FEWEST_ASKED })
              : t('people.helpMeans', { part: percent })}
          </p>
          <Names players={helped} onPath={onPath} none={t('people.nobodyHelp')} />
        </div>
        <div>
          <h3>{t('people.silent')}</h3>
          <p class="quiet">{t('people.silentMeans')}</p>
          <Names players={quiet} onPath={onPath} none={t('people.nobodySilent')} />
        </div>
      </div>
    </section>
  );
}

interface NamesProps {
  players: PlayerReport[];
  onPath: (player: PlayerReport) => void;
  none: string;
}

function Names({ players, onPath, none }: NamesProps) {
  if (players.length === 0) return <p>{none}</p>;
  return (
    <ul class="people-names">
      {players.slice(0, SHOWN).map(player => (
        <li key={player.id ?? player.nickname}>
          <button type="button" class="player-open" onClick={() => onPath(player)}>
            <bdi>{player.nickname}</bdi>
          </button>
        </li>
      ))}
      {players.length > SHOWN && <li class="quiet">{t('people.more', { n: players.length - SHOWN })}</li>}
    </ul>
  );
}
