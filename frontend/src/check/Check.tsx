import { useEffect, useState } from 'preact/hooks';
import { get, post } from '../api';
import { t } from '../i18n';
import { browserEnv, socketUrl } from '../transport/env';
import { passes } from '../transport/passes';
import { Button } from '../ui/Button';
import { Logo } from '../ui/Logo';

type Result = 'asking' | 'ok' | 'blocked' | 'failed';
/** By which ways a game gets through. */
interface Ways {
  socket: boolean;
  stream: boolean;
}

/** Whether what stands in for a socket comes through. */
const stream = () =>
  import('../transport/browserSecond').then(
    ({ secondPasses }) => secondPasses(),
    () => false,
  );

/** What a phone shows that opened the host's test link: whether and how a game would get through to it, and that it has said so. */
export function Check({ test }: { test: string }) {
  const [result, setResult] = useState<Result>('asking');
  const [ways, setWays] = useState<Ways>();
  const look = async () => {
    setResult('asking');
    setWays(undefined);
    const [socket, second] = await Promise.all([passes(browserEnv(), socketUrl('/ws/play')), stream()]);
    const found = { socket, stream: second };
    const told = await post(`/api/addresses/tests/${encodeURIComponent(test)}`, found);
    const through = socket || second;
    // A test that nobody knows is old; a page that nothing gets through to is blocked whether or not it is.
    if (!told.ok && (through || !(await get('/api/setup')).ok)) return setResult('failed');
    setWays(found);
    setResult(through ? 'ok' : 'blocked');
  };
  useEffect(() => void look(), [test]);
  const well = result === 'ok';
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
        <h1>{t(`reach.${result}`)}</h1>
        {well && <p>{t('reach.okLead')}</p>}
        {ways && (
          <ul class="check-ways">
            <li data-works={ways.socket}>{t(ways.socket ? 'reach.sockets' : 'reach.noSockets')}</li>
            <li data-works={ways.stream}>{t(ways.stream ? 'reach.requests' : 'reach.noRequests')}</li>
          </ul>
        )}
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
