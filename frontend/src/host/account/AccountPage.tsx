import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/account.json';
import { useTitle } from '../layout/useTitle';
import { listWaysIn } from '../server';
import { About } from './About';
import './account.css';
import { Password } from './Password';
import { Provider } from './Provider';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';
import { useAsked } from './useAsked';

knowEnglish(english);

/** What hosts see and change of themselves. */
export default function AccountPage() {
  useTitle(t('own.title'));
  const { value: ways, change } = useAsked(listWaysIn);
  return (
    <main class="page page-narrow">
      <div class="page-head">
        <h1>{t('own.title')}</h1>
      </div>
      <About />
      {ways?.password && <Password />}
      {ways?.provider && <Provider ways={ways} onChange={change} />}
      <Sessions />
      <Tokens />
    </main>
  );
}
