import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Row, ScreenState, TeamRow } from '../protocol';
import { Crest } from '../ui/Crest';
import { points } from '../ui/numbers';
import { TeamMark } from '../ui/TeamMark';
import { teamPlaces } from '../ui/teams';
import { useActs } from './acts';
import { podium } from './steps';
import { Told } from './Told';

/** Third, second, the breath before the first, the first; then the rest. */
const ACTS_MS = [700, 2_300, 4_400, 6_600];
/** As many names as a step can carry. */
const ON_A_STEP = 3;

type Props = Extract<ScreenState, { phase: 'finished' }>;
interface Winner {
  rank: number;
  name: string;
  score: number;
}

/** The podium: of teams where there are teams, of players otherwise. Any key shows it whole. */
export function Finale({ top, teams, players, facts }: Props) {
  const played = useActs(ACTS_MS);
  const act = useSkip() ? ACTS_MS.length : played;
  // An act moves what is there already.
  const { steps, aside } = useMemo(() => partsOf(top, teams, facts), [top, teams, facts]);
  // Who stands alone is not kept waiting for steps nobody takes.
  const lowest = Math.max(...steps.map(({ rank }) => rank));
  const up = (rank: number) => act > lowest - rank;
  return (
    <div class={aside ? 'finale finale-rest' : 'finale'}>
      <h1>{t('finished')}</h1>
      <ol class="podium" data-steps={steps.map(({ rank }) => rank).join('')}>
        {steps.map(({ rank, standing }) => (
          <li key={rank} class={up(rank) ? 'step step-up' : 'step'} data-rank={rank}>
            {standing}
          </li>
        ))}
      </ol>
      {aside && <div class={act > 3 ? 'rest rest-shown' : 'rest'}>{aside}</div>}
      <p class={act > 3 ? 'finale-all rest-shown' : 'finale-all'}>{t('finished.players', { n: players })}</p>
    </div>
  );
}

function partsOf(top: Props['top'], teams: Props['teams'], facts: Props['facts']) {
  const people = top.map(asWinner);
  const { steps, rest } = podium(teams?.length ? teams.map(asWinner) : people);
  const list = (teams?.length ? people : rest).slice(0, facts ? 4 : 7);
  const marks = teams && teamPlaces(teams);
  return {
    steps: steps.map(({ rank, who }) => ({
      rank,
      standing: <Standing rank={rank} who={who} marks={marks} />,
    })),
    aside: (list.length > 0 || facts) && (
      <>
        {facts && <Told {...facts} />}
        {list.length > 0 && <Rest list={list} />}
      </>
    ),
  };
}

interface StandingProps {
  rank: number;
  who: Winner[];
  marks: ReturnType<typeof teamPlaces> | undefined;
}

function Standing({ rank, who, marks }: StandingProps) {
  return (
    <>
      <div class="step-who">
        {who.slice(0, ON_A_STEP).map((winner, i) => (
          <span key={i} class="step-name" data-many={who.length > 1 || undefined}>
            {marks ? <TeamMark place={marks.get(winner.name)!} /> : <Crest name={winner.name} />}
            <bdi>{winner.name}</bdi>
          </span>
        ))}
        {who.length > ON_A_STEP && (
          <span class="step-more">{t('lobby.more', { n: who.length - ON_A_STEP })}</span>
        )}
        <span class="step-score">{t('points', { n: Math.round(who[0]!.score) })}</span>
      </div>
      <div class="step-block">
        <span class="step-rank">{rank}</span>
      </div>
    </>
  );
}

function Rest({ list }: { list: Winner[] }) {
  return (
    <ol class="rest-rows">
      {list.map((winner, i) => (
        <li key={i}>
          <span class="rank-number">{winner.rank}</span>
          <Crest name={winner.name} />
          <span class="rank-name" dir="auto">
            {winner.name}
          </span>
          <span class="numbers">{points(winner.score)}</span>
        </li>
      ))}
    </ol>
  );
}

/** True from the first key on. */
function useSkip(): boolean {
  const [skipped, setSkipped] = useState(false);
  useEffect(() => {
    const skip = () => setSkipped(true);
    addEventListener('keydown', skip);
    return () => removeEventListener('keydown', skip);
  }, []);
  return skipped;
}

function asWinner(row: Row | TeamRow): Winner {
  return { rank: row.rank, score: row.score, name: 'nickname' in row ? row.nickname : row.name };
}
