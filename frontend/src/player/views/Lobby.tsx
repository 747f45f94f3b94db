import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { sleepy } from '../../ui/awake';
import { Crest } from '../../ui/Crest';
import { content } from '../../ui/content';
import { LanguagePicker } from '../../ui/LanguagePicker';
import { Steps } from '../../ui/Steps';
import type { Session } from '../session';

interface Props {
  session: Session;
  state: Extract<PlayState, { phase: 'lobby' }>;
  onExit(): void;
}

/** In, and waiting for the others. */
export function Lobby({ session, state, onExit }: Props) {
  return (
    <div class="lobby">
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
      {session.play.teamName && (
        <p class="lobby-team" dir="auto">
          {session.play.teamName}
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
      <button type="button" class="button button-ghost" onClick={onExit}>
        {t('lobby.leave')}
      </button>
      <div class="lobby-language">
        <LanguagePicker />
      </div>
    </div>
  );
}
