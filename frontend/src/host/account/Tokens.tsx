import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { type ApiToken, listTokens, makeToken, revokeToken, type Scope } from '../server';
import { say } from '../toast';
import { ago } from '../when';
import { Once } from './Once';
import { ProblemLine } from './ProblemLine';
import { useAsked } from './useAsked';
import { useForm } from './useForm';

const SCOPES: readonly Scope[] = ['read', 'write', 'host'];

/** What programs of the host carry. */
export function Tokens() {
  const { value: tokens, change, problem: missing } = useAsked(listTokens);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['read']);
  const [made, setMade] = useState<ApiToken>();
  const { problem, busy, error, has, send } = useForm();

  async function submit(event: Event) {
    const reply = await send(event, () => makeToken(name, [...scopes]));
    if (!reply) return;
    setMade(reply.value);
    setName('');
    change([reply.value, ...(tokens ?? [])]);
  }
  async function revoke(gone: ApiToken) {
    const reply = await revokeToken(gone.id);
    if (!reply.ok && reply.problem.status !== 404) return say({ text: problemText(reply.problem) });
    change(tokens?.filter(it => it.id !== gone.id));
    if (made?.id === gone.id) setMade(undefined);
    say({ text: t('tokens.revoked', { name: gone.name }) });
  }
  const toggle = (scope: Scope) =>
    setScopes(SCOPES.filter(it => (it === scope ? !scopes.includes(it) : scopes.includes(it))));

  return (
    <section class="card account-part">
      <h2>{t('tokens.title')}</h2>
      <p class="quiet">{t('tokens.lead')}</p>
      <ProblemLine problem={missing} />
      {made?.value && <Once words={t('tokens.once')} secret={made.value} />}
      {tokens && tokens.length > 0 && (
        <ul class="account-rows">
          {tokens.map(it => (
            <li key={it.id}>
              <span class="account-words">
                <strong>
                  <bdi>{it.name}</bdi>
                </strong>
                <span class="quiet">
                  {it.usedAt
                    ? t('sessions.used', { when: ago(it.usedAt, language.value) })
                    : t('tokens.never')}
                </span>
                <span class="account-tags">
                  {it.scopes.map(scope => (
                    <span key={scope} class="tag">
                      {t(`tokens.${scope}`)}
                    </span>
                  ))}
                </span>
              </span>
              <Button
                look="ghost"
                aria-label={t('tokens.revokeOf', { name: it.name })}
                onClick={() => revoke(it)}
              >
                {t('tokens.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form class="form" onSubmit={submit} noValidate>
        <TextField
          label={t('tokens.name')}
          value={name}
          onText={setName}
          autocomplete="off"
          error={error('name')}
        />
        <fieldset class="account-scopes">
          <legend class="field-label">{t('tokens.scopes')}</legend>
          {SCOPES.map(scope => (
            <label key={scope} class="account-check">
              <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
              {t(`tokens.${scope}`)}
            </label>
          ))}
          {error('scopes') && (
            <p class="field-error" role="alert">
              {error('scopes')}
            </p>
          )}
        </fieldset>
        <ProblemLine problem={problem} words={has('', 'too-many') ? t('tokens.tooMany') : undefined} />
        <Button type="submit" busy={busy}>
          {t('tokens.make')}
        </Button>
      </form>
    </section>
  );
}
