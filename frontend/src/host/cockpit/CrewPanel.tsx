import { useState } from 'preact/hooks';
import type { Result } from '../../api';
import { language, t } from '../../i18n';
import { reachable } from '../../ui/address';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { Qr } from '../../ui/Qr';
import { ProblemLine } from '../account/ProblemLine';
import { useForm } from '../account/useForm';
import { copyText } from '../copy';
import { Icon } from '../layout/Icon';
import { askHost, type Crew, dismissHost, loadCrew, makeRemote, revokeRemote } from '../server';
import { session } from '../session';
import { say } from '../toast';
import { moment } from '../when';

/** Who steers this game beside oneself, fetched when it is opened. */
export function CrewPanel({ game, open }: { game: string; open: boolean }) {
  const [crew, setCrew] = useState<Crew>();
  const [url, setUrl] = useState<string>();
  const [busy, setBusy] = useState(false);
  const load = () => loadCrew(game).then(reply => reply.ok && setCrew(reply.value));

  /** Whatever came of it, the list tells who steers now. */
  async function change<T>(call: Promise<Result<T>>): Promise<T | undefined> {
    setBusy(true);
    const reply = await call;
    setBusy(false);
    if (!reply.ok)
      say({ text: reply.problem.status === 409 ? t('crew.enough') : problemText(reply.problem) });
    await load();
    return reply.ok ? reply.value : undefined;
  }
  return (
    <details class="card folded crew" onToggle={event => event.currentTarget.open && load()}>
      <summary>
        <h2>{t('crew.title')}</h2>
      </summary>
      {crew && (
        <div class="folded-body">
          <People
            crew={crew}
            onAsk={email => change(askHost(game, email))}
            onDismiss={id => change(dismissHost(game, id))}
            onCrew={setCrew}
            game={game}
          />
          <h3>{t('crew.remotes')}</h3>
          <p class="quiet">{t('crew.remotesLead')}</p>
          <ul class="crew-list">
            {crew.remotes.map((remote, at) => (
              <li key={remote.id}>
                <span class="crew-who">
                  {t('crew.remote', { n: at + 1 })}
                  <span class="quiet">
                    {remote.usedAt
                      ? t('crew.used', { when: moment(remote.usedAt, language.value) })
                      : t('crew.unused')}
                  </span>
                </span>
                <Button
                  look="ghost"
                  busy={busy}
                  onClick={() => {
                    setUrl(undefined);
                    void change(revokeRemote(game, remote.id));
                  }}
                >
                  {t('crew.revoke')}
                </Button>
              </li>
            ))}
          </ul>
          {url && <Link url={url} onDone={() => setUrl(undefined)} />}
          {open && !url && (
            <Button
              busy={busy}
              onClick={() => change(makeRemote(game)).then(made => made && setUrl(reachable(made.url)))}
            >
              <Icon name="phone" />
              {t('crew.make')}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

interface PeopleProps {
  game: string;
  crew: Crew;
  onAsk: (email: string) => void;
  onDismiss: (id: string) => void;
  onCrew: (crew: Crew) => void;
}

/** The owner asks others; whoever is asked may go. */
function People({ game, crew: { owner, hosts, others }, onAsk, onDismiss, onCrew }: PeopleProps) {
  const now = session.value;
  const me = now.state === 'in' ? now.who.id : '';
  const own = me === owner.id;
  const [email, setEmail] = useState('');
  const { problem, busy, error, has, send } = useForm();
  async function submit(event: Event) {
    const reply = await send(event, () => askHost(game, email));
    if (!reply) return;
    onCrew(reply.value);
    setEmail('');
  }
  return (
    <>
      <ul class="crew-list">
        <li>
          <span class="crew-who">
            <bdi>{owner.name}</bdi>
            <span class="quiet">{t('crew.owner')}</span>
          </span>
        </li>
        {hosts.map(host => (
          <li key={host.id}>
            <span class="crew-who">
              <bdi>{host.name}</bdi>
              <span class="quiet">{host.email}</span>
            </span>
            {(own || host.id === me) && (
              <Button look="ghost" onClick={() => onDismiss(host.id)}>
                {own ? t('crew.dismiss') : t('crew.leave')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {own && others.length > 0 && (
        <p class="crew-others">
          {others.map(host => (
            <Button key={host.id} onClick={() => onAsk(host.email)} title={host.email}>
              <Icon name="add" />
              <bdi>{host.name}</bdi>
            </Button>
          ))}
        </p>
      )}
      {own && (
        <form class="crew-ask" onSubmit={submit} noValidate>
          <TextField
            label={t('crew.email')}
            hint={t('crew.emailHint')}
            type="email"
            value={email}
            onText={setEmail}
            autocomplete="off"
            error={
              has('email', 'unknown')
                ? t('crew.nobody')
                : has('email', 'not-allowed')
                  ? t('crew.yourself')
                  : error('email')
            }
          />
          <ProblemLine problem={problem} />
          <Button type="submit" busy={busy}>
            {t('crew.ask')}
          </Button>
        </form>
      )}
    </>
  );
}

/** Shown once: only its hash is kept. */
function Link({ url, onDone }: { url: string; onDone: () => void }) {
  const copy = async () =>
    say({ text: (await copyText(url)) ? t('join.copied') : t('join.notCopied', { link: url }) });
  return (
    <div class="crew-link">
      <Qr text={url} label={t('crew.qr')} />
      <p>{t('crew.scan')}</p>
      <div class="join-do">
        <Button onClick={copy}>
          <Icon name="copy" />
          {t('join.copy')}
        </Button>
        <Button look="primary" onClick={onDone}>
          {t('crew.done')}
        </Button>
      </div>
    </div>
  );
}
