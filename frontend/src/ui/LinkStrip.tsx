import { t } from '../i18n';
import type { ConnectionState } from '../transport/types';
import { Button } from './Button';
import { Strip } from './Strip';

/** What a person should know about the connection, as long as nothing else explains it; silent when all is well. */
export function LinkStrip({ link, onRetry }: { link: ConnectionState; onRetry: () => void }) {
  if (link.name === 'waiting') return <Strip>{t('link.waiting')}</Strip>;
  if (link.name !== 'given-up') return null;
  return (
    <Strip tone="bad">
      {t('link.givenUp')}
      <Button look="plain" onClick={onRetry}>
        {t('link.retry')}
      </Button>
    </Strip>
  );
}
