import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/account.json';
import { useTitle } from '../layout/useTitle';
import { About } from './About';
import './account.css';
import { Password } from './Password';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';

knowEnglish(english);

/** What hosts see and change of themselves. */
export default function AccountPage() {
  useTitle(t('own.title'));
  return (
    <main class="page page-narrow">
      <div class="page-head">
        <h1>{t('own.title')}</h1>
      </div>
      <About />
      <Password />
      <Sessions />
      <Tokens />
    </main>
  );
}
