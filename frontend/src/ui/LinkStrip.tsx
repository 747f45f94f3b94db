import { useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { ConnectionState } from '../transport/types';
import { Button } from './Button';
import { Strip } from './Strip';

/** What a person should know about the connection: in every state that is not welcomed, unless the page says why it ended. */
export function LinkStrip({ link, onRetry }: { link: ConnectionState; onRetry: () => void }) {
  const welcomed = link.name === 'open' && link.welcomed;
  const met = useRef(false);
  met.current ||= welcomed;
  if (welcomed || link.name === 'idle' || link.name === 'stopped') return null;
  return (
    <Strip late={!met.current}>
      {link.name === 'waiting' ? t('link.waiting') : t('link.connecting')}
      <Button look="plain" onClick={onRetry}>
        {t('link.retry')}
      </Button>
    </Strip>
  );
}
