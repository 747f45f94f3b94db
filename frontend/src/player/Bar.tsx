import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Session } from './session';
import { useSeconds } from './time';
import { type Trouble, troubleOf } from './trouble';

/** Who plays and with how many points; in trouble the same line says what happens to the connection, so nothing moves. */
export function Bar({ session }: { session: Session }) {
  const link = session.link.value;
  const score = session.score.value;
  const trouble = session.blocked.value
    ? ({ name: 'blocked' } as const)
    : troubleOf(link, session.seat.value !== null, performance.now());
  useSeconds(link.name === 'waiting');

  return (
    <header class="bar" data-blocked={session.blocked.value || undefined}>
      <span class="bar-name" dir="auto">
        {session.seat.value?.nickname}
      </span>
      {score !== null && (
        <span class="bar-score numbers">
          <span class="unseen">{t('bar.score')} </span>
          {formatNumber(language.value, score)}
        </span>
      )}
      {trouble?.name === 'given-up' ? (
        <button type="button" class="bar-trouble bar-tap" onClick={() => session.play.revive()}>
          {t('link.tap')}
        </button>
      ) : (
        trouble && (
          <p class={trouble.name === 'blocked' ? 'bar-blocked' : 'bar-trouble'} role="status">
            {words(trouble)}
          </p>
        )
      )}
    </header>
  );
}

function words(trouble: Trouble): string {
  if (trouble.name === 'retry') return t('link.retryIn', { n: trouble.seconds });
  if (trouble.name === 'blocked') return t('link.blocked', { name: location.host });
  return trouble.name === 'offline' ? t('link.offline') : t('link.connecting');
}
