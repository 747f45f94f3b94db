import { t } from '../../i18n';
import type { Row, TeamRow } from '../../protocol';
import { Crest } from '../../ui/Crest';
import { points } from '../../ui/numbers';
import { TeamMark } from '../../ui/TeamMark';
import { teamPlaces } from '../../ui/teams';
import './table.css';

interface Props {
  rows: Row[];
  mine: { rank: number; score: number; nickname: string };
}

/** The first few, and oneself below them when one is not among them. */
export function Table({ rows, mine }: Props) {
  const among = rows.some(row => isMine(row, mine));
  return (
    <ol class="table">
      {rows.map(row => (
        <Line key={row.nickname} {...row} mine={isMine(row, mine)} />
      ))}
      {!among && mine.nickname && <Line {...mine} mine apart />}
    </ol>
  );
}

/** `mine` is the id of one's own. */
export function Teams({ teams, mine }: { teams: TeamRow[]; mine: string | undefined }) {
  const marks = teamPlaces(teams);
  return (
    <section>
      <h2 class="overline">{t('standings.teams')}</h2>
      <ol class="table">
        {teams.map(team => (
          <Line
            key={team.name}
            rank={team.rank}
            nickname={team.name}
            score={team.score}
            mine={mine !== undefined && team.id === mine}
            team={marks.get(team.name)}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  rank: number;
  nickname: string;
  score: number;
  mine?: boolean;
  apart?: boolean;
  /** Which mark a team has; without it the line is a player's. */
  team?: number | undefined;
}

function Line({ rank, nickname, score, mine, apart, team }: LineProps) {
  return (
    <li class={apart ? 'line line-apart' : 'line'} data-mine={mine || undefined} aria-current={mine}>
      <span class="line-rank numbers">{rank}</span>
      {team === undefined ? <Crest name={nickname} /> : <TeamMark place={team} />}
      <span class="line-name" dir="auto">
        {nickname}
      </span>
      <span class="line-score numbers">{points(score)}</span>
    </li>
  );
}

function isMine(row: Row, { nickname }: Props['mine']): boolean {
  return row.nickname === nickname; // unique in a game
}
