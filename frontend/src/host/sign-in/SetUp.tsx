import { useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { fieldText } from '../errors';
import { type FirstHost, setUp } from '../session';
import { AuthPage } from './AuthPage';
import { ProviderWay } from './ProviderWay';

/** The first visit to a new installation: the token from the log makes the first account. */
export function SetUp({ provider }: { provider: string | undefined }) {
  const [first, setFirst] = useState<FirstHost>({ token: '', email: '', name: '', password: '' });
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<FirstHost>) => setFirst({ ...first, ...part });
  const fieldError = (field: string) => {
    const found = problem?.errors?.find(error => error.field === field);
    return found && fieldText(found);
  };

  async function submit(event: Event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const reply = await setUp(first);
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
  }

  return (
    <AuthPage title={t('setUp.title')}>
      <p class="quiet">{t('setUp.lead')}</p>
      <ProviderWay name={provider} tried={problem !== undefined} />
      <form class="form" onSubmit={submit} noValidate>
        <TextField
          label={t('setUp.token')}
          hint={t('setUp.tokenHint')}
          value={first.token}
          onText={token => change({ token })}
          autocomplete="off"
          error={tokenRefused(problem) ? t('setUp.tokenWrong') : fieldError('token')}
        />
        <TextField
          label={t('setUp.name')}
          value={first.name}
          onText={name => change({ name })}
          autocomplete="name"
          error={fieldError('name')}
        />
        <TextField
          label={t('signIn.email')}
          type="email"
          value={first.email}
          onText={email => change({ email })}
          autocomplete="username"
          error={fieldError('email')}
        />
        <TextField
          label={t('signIn.password')}
          hint={t('setUp.passwordHint')}
          type="password"
          value={first.password}
          onText={password => change({ password })}
          autocomplete="new-password"
          error={fieldError('password')}
        />
        {problem && !problem.errors && !tokenRefused(problem) && (
          <p class="field-error" role="alert">
            {problemText(problem)}
          </p>
        )}
        <Button look="primary" type="submit" wide busy={busy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </AuthPage>
  );
}

const tokenRefused = (problem?: Problem) => problem?.status === 401 || problem?.status === 403;
