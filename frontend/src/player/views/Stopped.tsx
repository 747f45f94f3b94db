import { t } from '../../i18n';
import type { StopReason } from '../../transport/types';
import { Button } from '../../ui/Button';

interface Props {
  reason: StopReason;
  onHere(): void;
  onExit(keep?: boolean): void;
}

/** Nothing is tried any more, and this is why. */
export function Stopped({ reason, onHere, onExit }: Props) {
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
