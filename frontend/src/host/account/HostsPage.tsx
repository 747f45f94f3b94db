import { useState } from 'preact/hooks';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/account.json';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { useTitle } from '../layout/useTitle';
import { changeHost, type ListedHost, listHosts } from '../server';
import { session } from '../session';
import { say } from '../toast';
import './account.css';
import { DisableDialog, HandOverDialog } from './HostDialogs';
import { HostRow } from './HostRow';
import { Invites } from './Invites';
import { ProblemLine } from './ProblemLine';
import { useAsked } from './useAsked';

knowEnglish(english);

/** Who may host here, for admins. */
export default function HostsPage() {
  useTitle(t('hosts.title'));
  const { value: page, change, problem } = useAsked(listHosts);
  const [disabling, setDisabling] = useState<ListedHost>();
  const [leaver, setLeaver] = useState<ListedHost>();
  const now = session.value;
  const own = now.state === 'in' ? now.who.id : '';

  async function store(host: ListedHost, part: Partial<Pick<ListedHost, 'role' | 'disabled'>>) {
    const next = { ...host, ...part };
    const reply = await changeHost(host.id, next.role, next.disabled);
    if (reply.ok) put([next]);
    else
      say({
        text: reply.problem.code === 'last-admin' ? t('hosts.lastAdmin') : problemText(reply.problem),
      });
  }
  const put = (changed: readonly ListedHost[]) =>
    change(
      before =>
        before && { ...before, items: before.items.map(it => changed.find(({ id }) => id === it.id) ?? it) },
    );
  async function more() {
    const reply = await listHosts(page!.next);
    if (reply.ok) change({ ...reply.value, items: [...page!.items, ...reply.value.items] });
    else say({ text: problemText(reply.problem) });
  }

  return (
    <main class="page page-narrow">
      <div class="page-head">
        <h1>{t('hosts.title')}</h1>
      </div>
      <Invites />
      <section class="card account-part">
        <h2>{t('hosts.title')}</h2>
        <ProblemLine problem={problem} />
        <ul class="account-rows">
          {page?.items.map(host => (
            <HostRow
              key={host.id}
              host={host}
              own={host.id === own}
              onRole={role => store(host, { role })}
              onDisable={() => setDisabling(host)}
              onEnable={() => store(host, { disabled: false })}
              onHandOver={() => setLeaver(host)}
            />
          ))}
        </ul>
        {page?.next && <Button onClick={more}>{t('hosts.next')}</Button>}
      </section>
      {disabling && (
        <DisableDialog
          host={disabling}
          onDisable={() => store(disabling, { disabled: true })}
          onClose={() => setDisabling(undefined)}
        />
      )}
      {leaver && page && (
        <HandOverDialog
          leaver={leaver}
          heirs={page.items.filter(it => !it.disabled)}
          onDone={heir =>
            put([
              { ...leaver, quizzes: 0, games: 0 },
              { ...heir, quizzes: heir.quizzes + leaver.quizzes, games: heir.games + leaver.games },
            ])
          }
          onClose={() => setLeaver(undefined)}
        />
      )}
    </main>
  );
}
