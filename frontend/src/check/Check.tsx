import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api';
import { t } from '../i18n';
import { browserEnv, socketUrl } from '../transport/env';
import { passes } from '../transport/passes';
import { Button } from '../ui/Button';
import { Logo } from '../ui/Logo';

type Result = 'asking' | 'ok' | 'second' | 'blocked' | 'failed';

/** Whether what stands in for a socket comes through. */
const stream = () =>
  import('../transport/browserSecond').then(
    ({ secondPasses }) => secondPasses(),
    () => false,
  );

/** What a phone shows that opened the host's test link: whether a game would get through to it, and that it has said so. */
export function Check({ test }: { test: string }) {
  const [result, setResult] = useState<Result>('asking');
  const look = async () => {
    setResult('asking');
    const socket = await passes(browserEnv(), socketUrl('/ws/play'));
    if (!socket && !(await stream())) {
      const { ok } = await get('/api/setup');
      return setResult(ok ? 'blocked' : 'failed');
    }
    const { ok } = await post(`/api/addresses/tests/${encodeURIComponent(test)}`, {});
    setResult(!ok ? 'failed' : socket ? 'ok' : 'second');
  };
  useEffect(() => void look(), [test]);
  const shown = result === 'second' ? 'ok' : result;
  const well = shown === 'ok';
  return (
    <main class="check">
      <Logo />
      <div class="check-verdict" role="status" data-result={result}>
        {well && (
          <svg class="check-mark" viewBox="0 0 64 64" aria-hidden="true">
            <circle cx="32" cy="32" r="32" />
            <path d="M18 33l10 10 18-21" />
          </svg>
        )}
        <h1>{t(`reach.${shown}`)}</h1>
        {well && <p>{t('reach.okLead')}</p>}
        {result === 'second' && <p>{t('reach.second')}</p>}
        {result === 'blocked' && <p>{t('link.blocked', { name: location.host })}</p>}
      </div>
      {well && (
        <a class="button button-plain button-large" href="/">
          {t('reach.join')}
        </a>
      )}
      {(result === 'failed' || result === 'blocked') && (
        <Button look="primary" large onClick={look}>
          {t('link.retry')}
        </Button>
      )}
    </main>
  );
}
