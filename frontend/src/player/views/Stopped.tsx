import { t } from '../../i18n';
import type { StopReason } from '../../transport/types';
import { Button } from '../../ui/Button';
import { moving } from '../moving';

interface Props {
  reason: StopReason;
  onHere(): void;
  onExit(keep?: boolean): void;
}

/** Nothing is tried any more, and this is why. */
export function Stopped({ reason, onHere, onExit }: Props) {
  if (reason === 'elsewhere' && moving.value) return <Moved onExit={onExit} />;
  const stale = reason === 'old' || reason === 'protocol' || reason === 'refused';
  return (
    <div class="stopped" role="alert">
      <h1>{stale ? t('stale.title') : t(`stopped.${reason}`)}</h1>
      <p>{stale ? t('stale.text') : t(`stopped.${reason}.text`)}</p>
      {reason === 'elsewhere' && (
        <Button look="primary" large wide onClick={onHere}>
          {t('stopped.here')}
        </Button>
      )}
      {stale && (
        <Button look="primary" large wide onClick={() => location.reload()}>
          {t('stale.reload')}
        </Button>
      )}
      {reason !== 'elsewhere' && !stale && (
        <Button look="primary" large wide onClick={() => onExit(reason === 'removed' ? false : undefined)}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}

/** The seat went where its player wanted it. */
function Moved({ onExit }: Pick<Props, 'onExit'>) {
  return (
    <div class="stopped" role="alert">
      <h1>{t('stopped.moved')}</h1>
      <p>{t('stopped.moved.text')}</p>
      <Button
        wide
        onClick={() => {
          moving.value = false;
          onExit(false);
        }}
      >
        {t('again')}
      </Button>
    </div>
  );
}
