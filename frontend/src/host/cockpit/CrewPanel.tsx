import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { ProblemLine } from '../account/ProblemLine';
import { useForm } from '../account/useForm';
import { Icon } from '../layout/Icon';
import { askHost, type Crew, dismissHost, loadCrew, makeRemote, revokeRemote } from '../server';
import { session } from '../session';
import { moment } from '../when';
import { Links } from './Links';
import { useChange } from './useChange';

interface Props {
  game: string;
  open: boolean;
  /** How many steer at this moment, oneself among them; 0 before that is known. */
  hosts: number;
}

/** Who steers this game beside oneself, fetched when it is opened. */
export function CrewPanel({ game, open, hosts }: Props) {
  const [crew, setCrew] = useState<Crew>();
  const load = () => loadCrew(game).then(reply => reply.ok && setCrew(reply.value));
  const { busy, change } = useChange(load, problem =>
    problem.status === 409 ? t('crew.enough') : problemText(problem),
  );
  return (
    <details class="card folded crew" onToggle={event => event.currentTarget.open && load()}>
      <summary>
        <h2>{t('crew.title')}</h2>
        {hosts > 1 && <span class="crew-now quiet numbers">{t('crew.now', { n: hosts })}</span>}
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
          <Links
            label={t('crew.remotes')}
            links={crew.remotes.map(({ id, usedAt }, at) => ({
              id,
              name: t('crew.remote', { n: at + 1 }),
              note: usedAt ? t('crew.used', { when: moment(usedAt, language.value) }) : t('crew.unused'),
            }))}
            busy={busy}
            change={change}
            make={open ? () => makeRemote(game) : undefined}
            remove={id => revokeRemote(game, id)}
            words={{
              make: (
                <>
                  <Icon name="phone" />
                  {t('crew.make')}
                </>
              ),
              qr: t('crew.qr'),
              hint: t('crew.scan'),
              remove: t('crew.revoke'),
            }}
          />
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
