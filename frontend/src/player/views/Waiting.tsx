import { t } from '../../i18n';
import { Crest } from '../../ui/Crest';
import type { Session } from '../session';

/** At the door: the host has still to let this player in. */
export function Waiting({ session, onExit }: { session: Session; onExit(): void }) {
  const name = session.seat.value?.nickname;
  return (
    <div class="lobby">
      {name && (
        <span class="lobby-crest">
          <Crest name={name} />
        </span>
      )}
      <h1 class="lobby-name" dir="auto">
        {name}
      </h1>
      <p class="lobby-in">{t('waiting.text')}</p>
      <button type="button" class="button button-ghost" onClick={onExit}>
        {t('lobby.leave')}
      </button>
    </div>
  );
}
