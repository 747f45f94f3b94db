import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { Minutes } from '../../ui/Minutes';
import type { Session } from '../session';
import { Place } from './Standings';
import { Teams } from './Table';
import './break.css';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'break' }>;
}

/** Between two rounds: how long it takes, what comes then, and where one stands in the evening. */
export function Break({ session, state }: Props) {
  const { mine, players, teams, ranks, until, remainingMs, next } = state;
  return (
    <div class="standings evening">
      <div class="break">
        <h1 class="overline">{t('break.title')}</h1>
        <Minutes
          clock={session.play.clock}
          endsAt={until}
          remainingMs={remainingMs}
          label={n => t('break.left', { n })}
          soon={t('break.soon')}
        />
        {next && (
          <p>
            {t('break.next')} <bdi class="break-next">{next.title}</bdi>
          </p>
        )}
      </div>
      {ranks !== 'hidden' && (
        <Place title={t('break.evening')} heading="h2" mine={mine} players={players}>
          {t('points', { n: mine.score })}
        </Place>
      )}
      {teams && <Teams teams={teams} mine={session.seat.value?.team} />}
    </div>
  );
}
