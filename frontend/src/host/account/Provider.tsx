import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { unlinkProvider, type WaysIn } from '../server';
import { PROVIDER } from '../sign-in/arrival';
import { say } from '../toast';

/** The account elsewhere that signs this host in, or may. */
export function Provider({ ways, onChange }: { ways: WaysIn; onChange: (ways: WaysIn) => void }) {
  async function unlink() {
    const reply = await unlinkProvider();
    if (reply.ok) onChange({ ...ways, linked: false });
    else say({ text: problemText(reply.problem) });
  }

  return (
    <section class="card account-part">
      <h2>{t('signIn.provider', { name: ways.provider! })}</h2>
      <p class="quiet">{ways.linked ? t('provider.isLinked') : t('provider.isApart')}</p>
      {!ways.linked && (
        <a class="button button-plain" href={`${PROVIDER}?link`}>
          {t('provider.link')}
        </a>
      )}
      {ways.linked && ways.password && <Button onClick={unlink}>{t('provider.unlink')}</Button>}
    </section>
  );
}
