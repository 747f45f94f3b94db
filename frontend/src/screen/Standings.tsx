import { useMemo } from 'preact/hooks';
import { t } from '../i18n';
import type { Ranks, Row, ScreenState, TeamRow } from '../protocol';
import { CountUp } from '../ui/CountUp';
import { Crest, crestColour } from '../ui/Crest';
import { Mark } from '../ui/Logo';
import { points } from '../ui/numbers';
import { answerClass } from '../ui/shapes';
import { TeamMark } from '../ui/TeamMark';
import { teamPlaces } from '../ui/teams';
import { useActs } from './acts';
import { passed, places } from './board';

/** First the board as it was, then the points, then everybody goes to the new place. */
const ACTS_MS = [700, 1_500] as const;
const ROWS = 10;
/** Of so many there is room at least. */
const LEAST = 3;

type Props = Extract<ScreenState, { phase: 'standings' }>;

/** The board, moving from how it was to how it is; after what changed nothing it stands still. */
export function Standings({ top, teams, ranks }: Props) {
  const act = useActs(ACTS_MS);
  const sides = useMemo(() => teams?.map(asRow), [teams]);
  if (ranks && !teams) return <Secret ranks={ranks} />;
  return (
    <div class="standings">
      <h1>{t('standings')}</h1>
      <div class={sides ? 'boards boards-two' : 'boards'}>
        {sides && <Board title={t('teams')} rows={sides} act={act} teams />}
        {!ranks && <Board title={teams && t('players')} rows={top} act={act} />}
      </div>
    </div>
  );
}

/** Nobody is compared in front of all. */
function Secret({ ranks }: { ranks: Ranks }) {
  return (
    <div class="secret">
      <span class="secret-sign" data-ranks={ranks}>
        <Mark />
      </span>
      <h1>{ranks === 'own' ? t('standings.own') : t('standings.hidden')}</h1>
    </div>
  );
}

function asRow({ name, ...team }: TeamRow): Row & { place?: number } {
  return { nickname: name, ...team };
}

interface BoardProps {
  title?: string | undefined;
  rows: (Row & { place?: number })[];
  act: number;
  teams?: boolean;
}

/** An act only turns a switch: its rows, with all that is shown of them later, are there from the beginning. */
function Board({ title, rows, act, teams }: BoardProps) {
  const list = useMemo(() => <Rows rows={rows} teams={teams} />, [rows, teams]);
  return (
    <section class={teams ? 'board board-teams' : 'board'} data-act={act}>
      {title && <h2>{title}</h2>}
      {list}
    </section>
  );
}

function Rows({ rows, teams }: Pick<BoardProps, 'rows' | 'teams'>) {
  const list = rows.slice(0, ROWS);
  const slots = Math.max(LEAST, list.length);
  const most = Math.max(1, ...list.map(({ score }) => score));
  const chars = Math.max(1, ...list.map(({ score }) => points(score).length));
  const moves = passed(list);
  const marks = teams
    ? teamPlaces(rows.map(({ nickname, place }) => ({ name: nickname, place })))
    : undefined;
  return (
    <ol class="board-rows" style={{ '--rows': slots, '--lift': (slots - list.length) / 2, '--chars': chars }}>
      {places(list).map(({ row, from, to, before }) => {
        const place = marks?.get(row.nickname);
        const classes = [
          'rank',
          row.rank === 1 && row.score > 0 && 'rank-first',
          from >= list.length && 'rank-new',
          place !== undefined && answerClass(place),
        ];
        return (
          <li
            key={`${to} ${row.nickname}`}
            class={classes.filter(Boolean).join(' ')}
            style={{ '--from': from, '--to': to }}
          >
            <span class="rank-number">{row.rank}</span>
            {place === undefined ? <Crest name={row.nickname} /> : <TeamMark place={place} />}
            <span class="rank-body">
              <span class="rank-line">
                <span class="rank-name" dir="auto">
                  {row.nickname}
                </span>
                {row.delta !== undefined && row.delta >= 1 && (
                  <bdi class="rank-delta" dir="ltr">
                    +{points(row.delta)}
                  </bdi>
                )}
              </span>
              <span class="rank-bar" aria-hidden="true">
                <i
                  style={{
                    '--from': Math.max(0, before) / most,
                    '--to': Math.max(0, row.score) / most,
                    ...(place === undefined && { background: crestColour(row.nickname) }),
                  }}
                />
              </span>
            </span>
            <Moved by={moves[to]!} />
            <CountUp from={before} to={row.score} afterMs={ACTS_MS[0]} />
          </li>
        );
      })}
    </ol>
  );
}

function Moved({ by }: { by: number }) {
  if (by === 0) return <span class="moved" />;
  return (
    <span class={by > 0 ? 'moved moved-up' : 'moved moved-down'}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={by > 0 ? 'M12 5 21 19H3z' : 'M12 19 3 5h18z'} />
      </svg>
      <span class="unseen">{by > 0 ? t('moved.up', { n: by }) : t('moved.down', { n: -by })}</span>
      <span aria-hidden="true">{points(Math.abs(by))}</span>
    </span>
  );
}
