import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { endOtherSessions, endSession, listSessions, type SignedIn } from '../server';
import { say } from '../toast';
import { ago } from '../when';
import { ProblemLine } from './ProblemLine';
import { useAsked } from './useAsked';

/** Where the host is signed in, and the way out of each. */
export function Sessions() {
  const { value: sessions, change, problem } = useAsked(listSessions);

  async function end(gone: SignedIn) {
    const reply = await endSession(gone.id);
    if (reply.ok || reply.problem.status === 404) change(sessions?.filter(it => it !== gone));
    else say({ text: problemText(reply.problem) });
  }
  async function endOthers() {
    const reply = await endOtherSessions();
    if (reply.ok) change(sessions?.filter(it => it.current));
    else say({ text: problemText(reply.problem) });
  }

  return (
    <section class="card account-part">
      <h2>{t('sessions.title')}</h2>
      <ProblemLine problem={problem} />
      <ul class="account-rows">
        {sessions?.map(it => {
          const device = it.device ?? t('sessions.unknown');
          return (
            <li key={it.id}>
              <span class="account-words">
                <strong>
                  <bdi>{device}</bdi>
                </strong>
                <span class="quiet">{t('sessions.used', { when: ago(it.usedAt, language.value) })}</span>
              </span>
              {it.current ? (
                <span class="tag">{t('sessions.this')}</span>
              ) : (
                <Button look="ghost" aria-label={t('sessions.endOf', { device })} onClick={() => end(it)}>
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions && sessions.length > 1 && <Button onClick={endOthers}>{t('sessions.endOthers')}</Button>}
    </section>
  );
}
