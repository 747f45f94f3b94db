import { useRef } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import { useRows } from '../layout/useRows';
import type { PlayerReport, QuestionReport, Report } from './report';

/** As `report.css` has it. */
const ROW_REM = 2.75;

/** One row a player, one column a question: right, partly right, wrong, or no answer. */
export function PlayerTable({
  players,
  questions,
  onPath,
  rounds = [],
}: {
  players: PlayerReport[];
  questions: QuestionReport[];
  /** Whose way is to be looked at. */
  onPath: (player: PlayerReport) => void;
  rounds?: Report['rounds'] | undefined;
}) {
  const format = (n: number) => formatNumber(language.value, n);
  const asked = questions.filter(question => question.asked && question.kind !== 'slide');
  const teams = players.some(player => player.team);
  const scroller = useRef<HTMLElement>(null);
  const { start, end, before, after } = useRows(players.length, ROW_REM, scroller);
  const columns = asked.length + rounds.length + (teams ? 4 : 3);
  if (players.length === 0) return <p class="quiet">{t('report.nobody')}</p>;
  return (
    <div class="report-players">
      <h2 id="by-player">{t('report.byPlayer')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the page, so the keys must be able to scroll it */}
      <section class="table-scroll" ref={scroller} tabIndex={0} aria-labelledby="by-player">
        <table class="player-table" aria-rowcount={players.length + 1} translate={false}>
          <thead>
            <tr>
              <th scope="col">{t('report.rank')}</th>
              <th scope="col">{t('report.nickname')}</th>
              {teams && <th scope="col">{t('report.team')}</th>}
              <th scope="col">{t('report.score')}</th>
              {rounds.map(({ title }, index) => (
                <th key={`round ${index}`} scope="col" class="numbers" title={title}>
                  {t('report.round', { n: index + 1 })}
                </th>
              ))}
              {asked.map(question => (
                <th key={question.index} scope="col" class="numbers" title={question.text}>
                  {format(question.index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Room columns={columns} height={before} />
            {players.slice(start, end).map((player, at) => (
              <tr key={start + at} aria-rowindex={start + at + 2}>
                <td class="numbers">{format(player.rank)}</td>
                <th scope="row" title={player.nickname}>
                  <button type="button" class="player-open" onClick={() => onPath(player)}>
                    <bdi>{player.nickname}</bdi>
                  </button>
                  {player.identity && <bdi class="player-identity">{player.identity}</bdi>}
                </th>
                {teams && (
                  <td>
                    <bdi>{player.team}</bdi>
                  </td>
                )}
                <td class="numbers player-score">{format(player.score)}</td>
                {rounds.map((_, index) => (
                  <td key={`round ${index}`} class="numbers">
                    {player.rounds?.[index] !== undefined && format(player.rounds[index])}
                  </td>
                ))}
                {asked.map(question => (
                  <Cell
                    key={question.index}
                    answer={player.answers.find(it => it.question === question.index)}
                  />
                ))}
              </tr>
            ))}
            <Room columns={columns} height={after} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Stands for rows that are out of sight. */
function Room({ columns, height }: { columns: number; height: number }) {
  if (height === 0) return null;
  return (
    <tr class="room">
      <td colSpan={columns} style={{ blockSize: `${height}px` }} />
    </tr>
  );
}

function Cell({ answer }: { answer: PlayerReport['answers'][number] | undefined }) {
  if (!answer) {
    return (
      <td class="cell cell-none">
        <span aria-hidden="true">·</span>
        <span class="unseen">{t('mark.none')}</span>
      </td>
    );
  }
  const { fraction, points } = answer;
  const look = fraction === undefined ? 'open' : fraction === 1 ? 'right' : fraction > 0 ? 'part' : 'wrong';
  return (
    <td class={`cell cell-${look} numbers`}>
      {fraction === undefined ? '✓' : formatNumber(language.value, points)}
      <span class="unseen">{t(`mark.${look}`)}</span>
    </td>
  );
}
