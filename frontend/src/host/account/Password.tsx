import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { changePassword } from '../server';
import { session } from '../session';
import { say } from '../toast';
import { ProblemLine } from './ProblemLine';
import { useForm } from './useForm';

const NONE = { current: '', next: '' };

export function Password() {
  const [{ current, next }, setTyped] = useState(NONE);
  const { problem, busy, error, has, send } = useForm();
  const now = session.value;

  async function submit(event: Event) {
    if (!(await send(event, () => changePassword(current, next)))) return;
    setTyped(NONE);
    say({ text: t('password.changed') });
  }

  return (
    <section class="card account-part">
      <h2>{t('signIn.password')}</h2>
      <p class="quiet">{t('password.lead')}</p>
      <form class="form" onSubmit={submit} noValidate>
        {/* Whose password it is, for what keeps passwords. */}
        <input
          type="text"
          class="unseen"
          autocomplete="username"
          tabIndex={-1}
          aria-hidden="true"
          readOnly
          value={now.state === 'in' ? now.who.email : ''}
        />
        <TextField
          label={t('password.current')}
          type="password"
          value={current}
          onText={typed => setTyped({ current: typed, next })}
          autocomplete="current-password"
          error={has('current', 'invalid') ? t('password.wrong') : error('current')}
        />
        <TextField
          label={t('password.next')}
          hint={t('setUp.passwordHint')}
          type="password"
          value={next}
          onText={typed => setTyped({ current, next: typed })}
          autocomplete="new-password"
          error={error('password')}
        />
        <ProblemLine
          problem={problem}
          words={
            problem?.status === 429 ? t('signIn.tooMany', { n: minutes(problem.retryAfterMs) }) : undefined
          }
        />
        <Button type="submit" busy={busy}>
          {t('password.change')}
        </Button>
      </form>
    </section>
  );
}

const minutes = (ms = 60_000) => Math.max(1, Math.ceil(ms / 60_000));
