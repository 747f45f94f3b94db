import { useEffect, useState } from 'preact/hooks';
import { post } from '../api';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { Logo } from '../ui/Logo';

/** What a phone shows that opened the host's test link: it got through, and has said so. */
export function Check({ test }: { test: string }) {
  const [reached, setReached] = useState<boolean>();
  const say = () => {
    setReached(undefined);
    post(`/api/addresses/tests/${encodeURIComponent(test)}`, {}).then(reply => setReached(reply.ok));
  };
  useEffect(say, [test]);
  return (
    <main class="check">
      <Logo />
      <div class="check-verdict" role="status" data-reached={reached}>
        {reached && (
          <svg class="check-mark" viewBox="0 0 64 64" aria-hidden="true">
            <circle cx="32" cy="32" r="32" />
            <path d="M18 33l10 10 18-21" />
          </svg>
        )}
        <h1>{reached === undefined ? t('reach.asking') : reached ? t('reach.ok') : t('reach.failed')}</h1>
        {reached && <p>{t('reach.okLead')}</p>}
      </div>
      {reached && (
        <a class="button button-plain button-large" href="/">
          {t('reach.join')}
        </a>
      )}
      {reached === false && (
        <Button look="primary" large onClick={say}>
          {t('link.retry')}
        </Button>
      )}
    </main>
  );
}
