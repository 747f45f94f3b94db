import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { PlayerReport, QuestionReport } from './report';

/** One row a player, one column a question: right, partly right, wrong, or no answer. */
export function PlayerTable({
  players,
  questions,
}: {
  players: PlayerReport[];
  questions: QuestionReport[];
}) {
  const format = (n: number) => formatNumber(language.value, n);
  const asked = questions.filter(question => question.asked && question.kind !== 'slide');
  const teams = players.some(player => player.team);
  if (players.length === 0) return <p class="quiet">{t('report.nobody')}</p>;
  return (
    <div>
      <h2 id="by-player">{t('report.byPlayer')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than the page, so the keys must be able to scroll it */}
      <section class="table-scroll" tabIndex={0} aria-labelledby="by-player">
        <table class="player-table">
          <thead>
            <tr>
              <th scope="col">{t('report.rank')}</th>
              <th scope="col">{t('report.nickname')}</th>
              {teams && <th scope="col">{t('report.team')}</th>}
              <th scope="col">{t('report.score')}</th>
              {asked.map(question => (
                <th key={question.index} scope="col" class="numbers" title={question.text}>
                  {format(question.index + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {players.map(player => (
              <tr key={player.nickname}>
                <td class="numbers">{format(player.rank)}</td>
                <th scope="row" dir="auto">
                  {player.nickname}
                </th>
                {teams && <td dir="auto">{player.team}</td>}
                <td class="numbers player-score">{format(player.score)}</td>
                {asked.map(question => (
                  <Cell
                    key={question.index}
                    answer={player.answers.find(it => it.question === question.index)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
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
