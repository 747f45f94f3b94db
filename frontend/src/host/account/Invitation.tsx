import { useState } from 'preact/hooks';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/account.json';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { Waiting } from '../layout/Waiting';
import { go } from '../navigation';
import { accept, lookAtInvitation } from '../session';
import { AuthPage } from '../sign-in/AuthPage';
import './account.css';
import { ProblemLine } from './ProblemLine';
import { useAsked } from './useAsked';
import { useForm } from './useForm';

knowEnglish(english);

/** The page behind an admin's link: a name and a password make a host. */
export default function Invitation({ token }: { token: string }) {
  const { value: invitation, problem: refusal } = useAsked(() => lookAtInvitation(token));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { problem, busy, error, send } = useForm();

  async function submit(event: Event) {
    if (await send(event, () => accept(token, name, password))) go({ page: 'library' });
  }

  if (refusal || problem?.status === 404)
    return (
      <AuthPage title={t('invitation.gone')}>
        <p class="quiet">{t('invitation.goneLead')}</p>
        <Button look="primary" wide onClick={() => go({ page: 'library' })}>
          {t('invitation.signIn')}
        </Button>
      </AuthPage>
    );
  if (!invitation) return <Waiting />;
  return (
    <AuthPage title={t('invitation.title')}>
      <p class="quiet">{t('invitation.lead', { email: invitation.email })}</p>
      <form class="form" onSubmit={submit} noValidate>
        <input type="hidden" autocomplete="username" value={invitation.email} />
        <TextField
          label={t('setUp.name')}
          value={name}
          onText={setName}
          autocomplete="name"
          error={error('name')}
        />
        <TextField
          label={t('signIn.password')}
          hint={t('setUp.passwordHint')}
          type="password"
          value={password}
          onText={setPassword}
          autocomplete="new-password"
          error={error('password')}
        />
        <ProblemLine problem={problem} />
        <Button look="primary" type="submit" wide busy={busy}>
          {t('invitation.submit')}
        </Button>
      </form>
    </AuthPage>
  );
}
