import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { Button } from '../../ui/Button';
import { CountUp } from '../../ui/CountUp';
import { firstTime } from '../once';
import type { Session } from '../session';
import { teamOf } from '../team';
import { Table, Teams } from './Table';
import { Way } from './Way';
import './finished.css';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'finished' }>;
  onExit(keep?: boolean): void;
}

/** How it ended. It stays here after a reload, for a day. */
export function Finished({ session, state, onExit }: Props) {
  const { mine, top, players, teams, ranks } = state;
  const step = mine.rank <= 3 ? mine.rank : undefined;
  const [fresh] = useState(() => firstTime(`${session.seat.value?.id} end`));
  return (
    <div class="finished" data-step={step}>
      <div class="finish">
        <Podium step={step} />
        <h1>
          {step === 1
            ? t('finished.first')
            : step === 2
              ? t('finished.second')
              : step === 3
                ? t('finished.third')
                : ranks === 'hidden'
                  ? t('stopped.over.text')
                  : t('reveal.rank', { rank: mine.rank, players })}
        </h1>
        <p class="finish-score numbers">
          <CountUp from={fresh ? 0 : mine.score} to={mine.score} /> <small>{t('finished.points')}</small>
        </p>
        <p class="numbers">{t('finished.correct', { n: mine.correct, of: mine.total })}</p>
      </div>
      {teams && <Teams teams={teams} mine={teamOf(session)} />}
      {!ranks && <Table rows={top} mine={{ ...mine, nickname: session.seat.value?.nickname ?? '' }} />}
      <Way ticket={session.play.ticket} players={players} />
      <p class="quiet">{session.play.lasting ? t('finished.stays') : t('lobby.storage')}</p>
      <Button wide onClick={() => onExit(true)}>
        {t('again')}
      </Button>
    </div>
  );
}

/** Second, first, third; one's own step in the light. */
function Podium({ step }: { step: number | undefined }) {
  return (
    <div class="podium" aria-hidden="true">
      {[2, 1, 3].map(place => (
        <span key={place} class={`podium-step podium-${place}`} data-mine={place === step || undefined}>
          {place}
        </span>
      ))}
    </div>
  );
}
