import type { ComponentChildren } from 'preact';
import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import type { Session } from '../session';
import { teamOf } from '../team';
import { Table, Teams } from './Table';
import './standings.css';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'standings' }>;
}

/** Where one stands, and who is just ahead. */
export function Standings({ session, state }: Props) {
  const { mine, top, players, teams, ranks } = state;
  if (ranks === 'hidden') {
    return (
      <div class="standings">
        <div class="place">
          <h1>{t('secret.hidden')}</h1>
        </div>
        {teams && <Teams teams={teams} mine={teamOf(session)} />}
      </div>
    );
  }
  return (
    <div class="standings">
      <Place title={t('standings.title')} mine={mine} players={players} />
      {teams && <Teams teams={teams} mine={teamOf(session)} />}
      {!ranks && <Table rows={top} mine={{ ...mine, nickname: session.seat.value?.nickname ?? '' }} />}
    </div>
  );
}

interface PlaceProps {
  title: string;
  mine: Props['state']['mine'];
  players: number;
  heading?: 'h1' | 'h2';
  children?: ComponentChildren;
}

/** One's own place, and who is just ahead. */
export function Place({ title, mine, players, heading: Heading = 'h1', children }: PlaceProps) {
  return (
    <div class="place">
      <p class="overline">{title}</p>
      <Heading class="place-number numbers">{t('standings.place', { rank: mine.rank })}</Heading>
      <p class="numbers">{t('standings.of', { n: players })}</p>
      {children && <p class="numbers">{children}</p>}
      <p class="place-ahead">
        {mine.ahead
          ? t('standings.behind', { n: mine.ahead.by, name: mine.ahead.nickname })
          : t('standings.lead')}
      </p>
    </div>
  );
}
