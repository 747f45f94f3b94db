import { useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { fieldText } from '../errors';
import { signIn } from '../session';
import { AuthPage } from './AuthPage';
import { ProviderWay } from './ProviderWay';

/** What the demo account of a laptop is called; the launcher prints it as well. */
const DEMO = { email: 'host@podium.local', password: 'podium' };

/** `provider` is what hosts call the one by which they may sign in too. */
export function SignIn({ demo, provider }: { demo: boolean; provider?: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);

  async function enter(account: { email: string; password: string }) {
    if (busy) return;
    setBusy(true);
    setTried(true);
    const reply = await signIn(account.email, account.password);
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
  }

  const fieldError = (field: string) => {
    const found = problem?.errors?.find(error => error.field === field);
    return found && fieldText(found);
  };
  return (
    <AuthPage title={t('signIn.title')}>
      <ProviderWay name={provider} tried={tried} />
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault();
          void enter({ email, password });
        }}
        noValidate
      >
        <TextField
          label={t('signIn.email')}
          type="email"
          name="email"
          autocomplete="username"
          value={email}
          onText={setEmail}
          error={problem?.status === 422 && fieldError('email')}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          name="password"
          autocomplete="current-password"
          value={password}
          onText={setPassword}
          error={problem?.status === 422 && fieldError('password')}
        />
        {problem && problem.status !== 422 && (
          <p class="field-error" role="alert">
            {refusal(problem)}
          </p>
        )}
        <Button look="primary" type="submit" wide busy={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
      {demo && (
        <div class="auth-demo">
          <p>{t('signIn.demo')}</p>
          <Button busy={busy} onClick={() => enter(DEMO)}>
            {t('signIn.demoFill')}
          </Button>
        </div>
      )}
    </AuthPage>
  );
}

function refusal(problem: Problem): string {
  if (problem.code === 'no-cookie') return t('signIn.noCookie');
  if (problem.code === 'wrong-address') {
    const [address] = /https?:\/\/\S*[^\s.]/.exec(problem.detail ?? '') ?? [];
    return address ? t('signIn.otherAddress', { address }) : t('signIn.wrongAddress');
  }
  if (problem.status === 401) return t('signIn.wrong');
  if (problem.code === 'disabled') return t('signIn.disabled');
  if (problem.code === 'only-here') return t('signIn.demoElsewhere');
  if (problem.status === 429) {
    return t('signIn.tooMany', { n: Math.max(1, Math.ceil((problem.retryAfterMs ?? 60_000) / 60_000)) });
  }
  return problemText(problem);
}
