import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { Row, TeamRow } from '../../protocol';

/** The best ten, and the teams where there are some. */
export function Ranking({ top, teams }: { top: Row[]; teams: TeamRow[] | undefined }) {
  const format = (n: number) => formatNumber(language.value, n, { maximumFractionDigits: 0 });
  if (top.length === 0) return <p class="quiet">{t('cockpit.noPlayers')}</p>;
  return (
    <div class="rankings">
      {teams && teams.length > 0 && (
        <table class="ranking">
          <caption>{t('cockpit.teams')}</caption>
          <tbody>
            {teams.map(team => (
              <tr key={team.name}>
                <td class="ranking-rank numbers">{format(team.rank)}</td>
                <th scope="row" dir="auto">
                  {team.name}
                </th>
                <td class="ranking-score numbers">{format(team.score)}</td>
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
              <td class="ranking-rank numbers">{format(row.rank)}</td>
              <th scope="row" dir="auto">
                {row.nickname}
              </th>
              <td class="ranking-delta numbers quiet">{row.delta ? `+${format(row.delta)}` : ''}</td>
              <td class="ranking-score numbers">{format(row.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
