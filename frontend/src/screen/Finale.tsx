import { t } from '../i18n';
import type { Row, ScreenState, TeamRow } from '../protocol';
import { points } from '../ui/numbers';
import { useActs } from './acts';
import { podium } from './steps';

/** Third, second, first; then the rest. */
const ACTS_MS = [600, 2_000, 3_600, 5_400];
/** As many names as a step can carry. */
const ON_A_STEP = 3;

type Props = Extract<ScreenState, { phase: 'finished' }>;
interface Winner {
  rank: number;
  name: string;
  score: number;
}

/** The podium: of teams where there are teams, of players otherwise. */
export function Finale({ top, teams, players }: Props) {
  const act = useActs(ACTS_MS);
  const people = top.map(asWinner);
  const { steps, rest } = podium(teams?.length ? teams.map(asWinner) : people);
  const list = teams?.length ? people : rest;
  return (
    <div
      class={['finale', list.length > 0 && 'finale-rest', act > 2 && 'finale-won'].filter(Boolean).join(' ')}
    >
      <h1>{t('finished')}</h1>
      <ol class="podium">
        {steps.map(({ rank, who }) => (
          <li key={rank} class={act > 3 - rank ? 'step step-up' : 'step'} data-rank={rank}>
            <div class="step-who">
              {who.slice(0, ON_A_STEP).map((winner, i) => (
                <bdi key={i} class="step-name">
                  {winner.name}
                </bdi>
              ))}
              {who.length > ON_A_STEP && (
                <span class="step-more">{t('lobby.more', { n: who.length - ON_A_STEP })}</span>
              )}
              <span class="step-score">{t('points', { n: Math.round(who[0]!.score) })}</span>
            </div>
            <div class="step-block">
              <span class="step-rank">{rank}</span>
            </div>
          </li>
        ))}
      </ol>
      {list.length > 0 && (
        <ol class={act > 3 ? 'rest rest-shown' : 'rest'}>
          {list.slice(0, 7).map((winner, i) => (
            <li key={i}>
              <span class="rank-number">{winner.rank}</span>
              <span class="rank-name" dir="auto">
                {winner.name}
              </span>
              <span class="numbers">{points(winner.score)}</span>
            </li>
          ))}
        </ol>
      )}
      <p class={act > 3 ? 'finale-all rest-shown' : 'finale-all'}>{t('finished.players', { n: players })}</p>
    </div>
  );
}

function asWinner(row: Row | TeamRow): Winner {
  return { rank: row.rank, score: row.score, name: 'nickname' in row ? row.nickname : row.name };
}
