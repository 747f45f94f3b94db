import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Field, TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { type Invite, invite, listAddresses, listInvites, withdrawInvite } from '../server';
import type { Role } from '../session';
import { say } from '../toast';
import { moment } from '../when';
import { Once } from './Once';
import { ProblemLine } from './ProblemLine';
import { useAsked } from './useAsked';
import { useForm } from './useForm';

/** Links to pass on; no mail is sent. */
export function Invites() {
  const { value: invites, change, problem: missing } = useAsked(listInvites);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('host');
  const [made, setMade] = useState<{ invite: Invite; link: string }>();
  const { problem, busy, error, has, send } = useForm();

  async function submit(event: Event) {
    const reply = await send(event, () => invite(email, role));
    if (!reply) return;
    setMade({ invite: reply.value, link: `${await origin()}${reply.value.path}` });
    const same = reply.value.email.toLowerCase();
    change([reply.value, ...(invites ?? []).filter(it => it.email.toLowerCase() !== same)]);
    setEmail('');
  }
  async function withdraw(gone: Invite) {
    const reply = await withdrawInvite(gone.id);
    if (!reply.ok && reply.problem.status !== 404) return say({ text: problemText(reply.problem) });
    change(invites?.filter(it => it.id !== gone.id));
    if (made?.invite.id === gone.id) setMade(undefined);
  }

  return (
    <section class="card account-part">
      <h2>{t('invite.title')}</h2>
      <p class="quiet">{t('invite.lead')}</p>
      <form class="form account-invite" onSubmit={submit} noValidate>
        <TextField
          label={t('signIn.email')}
          type="email"
          value={email}
          onText={setEmail}
          autocomplete="off"
          error={has('email', 'duplicate') ? t('invite.known') : error('email')}
        />
        <Field
          label={t('invite.role')}
          control={described => (
            <select
              {...described}
              class="input"
              value={role}
              onChange={event => setRole(event.currentTarget.value as Role)}
            >
              <option value="host">{t('role.host')}</option>
              <option value="admin">{t('role.admin')}</option>
            </select>
          )}
        />
        <ProblemLine problem={problem} words={has('', 'too-many') ? t('invite.tooMany') : undefined} />
        <Button look="primary" type="submit" busy={busy}>
          {t('invite.make')}
        </Button>
      </form>
      {made && <Once words={t('invite.once', { email: made.invite.email })} secret={made.link} />}
      <ProblemLine problem={missing} />
      {invites && invites.length > 0 && (
        <>
          <h3>{t('invite.open')}</h3>
          <ul class="account-rows">
            {invites.map(it => (
              <li key={it.id}>
                <span class="account-words">
                  <strong>
                    <bdi>{it.email}</bdi>
                  </strong>
                  <span class="quiet">
                    {t(`role.${it.role}`)} ·{' '}
                    {t('invite.until', { when: moment(it.expiresAt, language.value) })}
                  </span>
                </span>
                <Button
                  look="ghost"
                  aria-label={t('invite.withdrawOf', { email: it.email })}
                  onClick={() => withdraw(it)}
                >
                  {t('invite.withdraw')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where another machine finds this installation: `localhost` is everybody's own. */
async function origin(): Promise<string> {
  const reply = await listAddresses();
  return (reply.ok && reply.value.addresses[0]) || location.origin;
}
