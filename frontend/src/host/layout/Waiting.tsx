import { t } from '../../i18n';

/** What is there before anything is: seen only where that takes long. */
export function Waiting() {
  return (
    <main class="page page-waiting">
      <p class="quiet" role="status">
        {t('page.waiting')}
      </p>
    </main>
  );
}
