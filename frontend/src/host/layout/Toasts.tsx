import { t } from '../../i18n';
import { hush, toast } from '../toast';
import { Icon } from './Icon';

/** What has just happened, and the way back. */
export function Toasts() {
  const now = toast.value;
  return (
    <div class="toast-place" role="status">
      {now && (
        <div class="toast">
          <span>{now.text}</span>
          {now.action && (
            <button
              type="button"
              class="toast-action"
              onClick={() => {
                hush();
                now.action?.run();
              }}
            >
              {now.action.text}
            </button>
          )}
          <button type="button" class="toast-close" aria-label={t('close')} onClick={hush}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
