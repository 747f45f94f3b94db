import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Session } from './session';
import { useSeconds } from './time';
import { type Trouble, troubleOf } from './trouble';

/** Who plays and with how many points; in trouble the same line says what happens to the connection, so nothing moves. */
export function Bar({ session }: { session: Session }) {
  const link = session.link.value;
  const state = session.state.value;
  useSeconds(link.name === 'waiting');
  const open = state?.phase === 'question' && !state.mine ? state.question.index : undefined;
  const kept = open !== undefined && session.play.pending(open) !== undefined;
  const trouble = troubleOf(link, kept, session.seat.value !== null, performance.now());
  const score = session.score.value;

  return (
    <header class="bar" data-trouble={trouble?.name}>
      {trouble ? (
        <Strip trouble={trouble} onTap={() => session.play.revive()} />
      ) : (
        <>
          <span class="bar-name" dir="auto">
            {session.seat.value?.nickname}
          </span>
          {score !== null && (
            <span class="bar-score numbers">
              <span class="unseen">{t('bar.score')} </span>
              {formatNumber(language.value, score)}
            </span>
          )}
        </>
      )}
    </header>
  );
}

function Strip({ trouble, onTap }: { trouble: Trouble; onTap: () => void }) {
  if (trouble.name === 'given-up') {
    return (
      <button type="button" class="bar-tap" onClick={onTap}>
        {trouble.kept ? t('link.tapKept') : t('link.tap')}
      </button>
    );
  }
  return (
    <p class="bar-trouble" role="status">
      {trouble.kept && <span>{t('link.kept')} </span>}
      <span>{words(trouble)}</span>
    </p>
  );
}

function words(trouble: Trouble): string {
  if (trouble.name === 'retry') return t('link.retryIn', { n: trouble.seconds });
  return trouble.name === 'offline' ? t('link.offline') : t('link.connecting');
}
