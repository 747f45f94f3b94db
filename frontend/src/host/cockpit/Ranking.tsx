import { t } from '../../i18n';
import type { Row, TeamRow } from '../../protocol';
import { points } from '../../ui/numbers';

/** The best ten, and the teams where there are some. */
export function Ranking({ top, teams }: { top: Row[]; teams: TeamRow[] | undefined }) {
  if (top.length === 0) return <p class="quiet">{t('cockpit.noPlayers')}</p>;
  return (
    <div class="rankings" translate={false}>
      {teams && teams.length > 0 && (
        <table class="ranking">
          <caption>{t('cockpit.teams')}</caption>
          <tbody>
            {teams.map(team => (
              <tr key={team.name}>
                <td class="ranking-rank numbers">{points(team.rank)}</td>
                <th scope="row">
                  <bdi>{team.name}</bdi>
                </th>
                <td class="ranking-score numbers">{points(team.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table class="ranking">
        <caption>{t('cockpit.best')}</caption>
        <tbody>
          {top.map(row => (
            <tr key={row.nickname} class={`rank-${row.rank}`}>
              <td class="ranking-rank numbers">{points(row.rank)}</td>
              <th scope="row">
                <bdi>{row.nickname}</bdi>
              </th>
              {row.rounds?.map((gave, index) => (
                <td
                  key={index}
                  class="ranking-round ranking-delta numbers quiet"
                  title={t('break.round', { n: index + 1 })}
                >
                  {points(gave)}
                </td>
              ))}
              <td class="ranking-delta numbers quiet">
                {row.delta && !row.rounds ? `+${points(row.delta)}` : ''}
              </td>
              <td class="ranking-score numbers">{points(row.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
