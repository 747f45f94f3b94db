import { t } from '../i18n';
import type { Row, ScreenState } from '../protocol';
import type { ServerClock } from '../transport/types';
import { Crest } from '../ui/Crest';
import { content } from '../ui/content';
import { Minutes } from '../ui/Minutes';
import { points } from '../ui/numbers';
import { TeamMark } from '../ui/TeamMark';
import { teamPlaces } from '../ui/teams';
import './break.css';

/** What a hall can read beside a clock. */
const ROWS = 8;
/** As many columns as stand beside a name; the latest. */
const ROUNDS = 4;

type Props = Extract<ScreenState, { phase: 'break' }> & { clock: ServerClock };

/** Between two rounds: how long it takes, what comes then, and the table of the evening so far. */
export function Break({ clock, until, remainingMs, next, top, teams, ranks, round }: Props) {
  const table = teams ? teams.map(({ name, ...team }) => ({ nickname: name, ...team })) : ranks ? [] : top;
  return (
    <div class={table.length > 0 ? 'break break-table' : 'break'}>
      <section class="break-pause">
        <h1>{t('break.title')}</h1>
        <Minutes
          clock={clock}
          endsAt={until}
          remainingMs={remainingMs}
          label={n => t('break.left', { n })}
          soon={t('break.soon')}
        />
        {next && (
          <p class="break-next">
            <small>{t('break.next')}</small>
            <bdi {...content()}>{next.title}</bdi>
          </p>
        )}
      </section>
      {table.length > 0 && <Evening rows={table} round={round?.index ?? 0} teams={teams !== undefined} />}
    </div>
  );
}

interface EveningProps {
  rows: (Row & { place?: number })[];
  /** Of the last round, from 0. */
  round: number;
  teams: boolean;
}

/** One column a round, and what they come to. */
function Evening({ rows, round, teams }: EveningProps) {
  const shown = rows.slice(0, ROWS);
  const first = Math.max(0, round + 1 - ROUNDS);
  const columns = shown.some(({ rounds }) => rounds)
    ? Array.from({ length: round + 1 - first }, (_, i) => first + i)
    : [];
  const marks = teams && teamPlaces(rows.map(({ nickname, place }) => ({ name: nickname, place })));
  return (
    <table class="evening" style={{ '--rows': Math.max(5, shown.length) }}>
      <caption>{t('break.evening')}</caption>
      <thead>
        <tr>
          <td colSpan={2} />
          {columns.map(index => (
            <th key={index} scope="col">
              <span class="unseen">{t('break.round', { n: index + 1 })}</span>
              <span aria-hidden="true">{t('break.roundShort', { n: index + 1 })}</span>
            </th>
          ))}
          <th scope="col">{t('break.total')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(row => (
          <tr key={row.nickname} class={row.rank === 1 && row.score > 0 ? 'evening-first' : undefined}>
            <td class="evening-rank numbers">{row.rank}</td>
            <th scope="row">
              <span class="evening-who">
                {marks ? <TeamMark place={marks.get(row.nickname)!} /> : <Crest name={row.nickname} />}
                <bdi>{row.nickname}</bdi>
              </span>
            </th>
            {columns.map(index => (
              <td key={index} class="numbers">
                {points(row.rounds?.[index] ?? 0)}
              </td>
            ))}
            <td class="evening-total numbers">{points(row.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
