import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { sleepy } from '../../ui/awake';
import { Crest } from '../../ui/Crest';
import { content } from '../../ui/content';
import { LanguagePicker } from '../../ui/LanguagePicker';
import { Steps } from '../../ui/Steps';
import { TeamMark } from '../../ui/TeamMark';
import type { Session } from '../session';
import { teamOf } from '../team';
import './lobby.css';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'lobby' }>;
  onExit(keep?: boolean): void;
}

/** In, and waiting for the others. */
export function Lobby({ session, state, onExit }: Props) {
  const team = state.teams?.findIndex(({ id }) => id === teamOf(session)) ?? -1;
  const logo = state.look?.logo;
  return (
    <div class="lobby">
      {logo && <img class="lobby-logo" src={logo} alt="" />}
      <p class="overline" {...content()}>
        {state.title}
      </p>
      {session.seat.value && (
        <span class="lobby-crest">
          <Crest name={session.seat.value.nickname} />
        </span>
      )}
      <h1 class="lobby-name" dir="auto">
        {session.seat.value?.nickname}
      </h1>
      {team >= 0 && (
        <p class="lobby-team">
          <TeamMark place={team} />
          <bdi>{state.teams![team]!.name}</bdi>
        </p>
      )}
      <p class="lobby-in">{t('lobby.in')}</p>
      <div class="lobby-stage">
        <Steps />
      </div>
      <p class="quiet numbers">{t('lobby.players', { n: session.players.value })}</p>
      {state.locked && <p class="quiet">{t('lobby.locked')}</p>}
      {sleepy.value && <p class="note">{t('lobby.sleep')}</p>}
      {!session.play.lasting && <p class="note">{t('lobby.storage')}</p>}
      <button type="button" class="button button-ghost" onClick={() => onExit()}>
        {t('lobby.leave')}
      </button>
      <div class="lobby-language">
        <LanguagePicker />
      </div>
    </div>
  );
}
