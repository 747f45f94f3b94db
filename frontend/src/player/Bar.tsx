import type { ComponentChildren } from 'preact';
import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import { Crest } from '../ui/Crest';
import type { Session } from './session';
import { useSeconds } from './time';
import { type Trouble, troubleOf } from './trouble';

/** Who plays and with how many points; in trouble the same line says what happens to the connection, so nothing moves. */
export function Bar({ session, children }: { session: Session; children?: ComponentChildren }) {
  const link = session.link.value;
  const score = session.score.value;
  const trouble = session.blocked.value
    ? ({ name: 'blocked' } as const)
    : troubleOf(link, session.seat.value !== null, performance.now());
  useSeconds(link.name === 'waiting' && link.retryAt !== null);

  return (
    <header class="bar" data-blocked={session.blocked.value || undefined}>
      {session.seat.value && <Crest name={session.seat.value.nickname} />}
      <span class="bar-name" dir="auto">
        {session.seat.value?.nickname}
      </span>
      {score !== null && (
        <span class="bar-score numbers">
          <span class="unseen">{t('bar.score')} </span>
          {formatNumber(language.value, score)}
        </span>
      )}
      {children}
      {trouble?.name === 'given-up' ? (
        <button type="button" class="bar-trouble bar-tap" onClick={() => session.play.revive()}>
          {t('link.tap')}
        </button>
      ) : (
        trouble && (
          <p class={trouble.name === 'blocked' ? 'bar-blocked' : 'bar-trouble'} aria-hidden="true">
            {words(trouble)}
          </p>
        )
      )}
      {/* Read out once, however the attempts go. */}
      <p class="unseen" role="status">
        {trouble && trouble.name !== 'given-up' && spoken(trouble)}
      </p>
    </header>
  );
}

function words(trouble: Trouble): string {
  if (trouble.name === 'retry') return t('link.retryIn', { n: trouble.seconds });
  return trouble.name === 'offline' ? t('link.offline') : spoken(trouble);
}

function spoken(trouble: Trouble): string {
  return trouble.name === 'blocked' ? t('link.blocked', { name: location.host }) : t('link.connecting');
}
