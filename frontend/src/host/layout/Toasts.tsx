import { t } from '../../i18n';
import { hush, type Shown, toasts } from '../toast';
import { Icon } from './Icon';

/** What has just happened, and the ways back. */
export function Toasts() {
  return (
    <div class="toast-place" role="status">
      {toasts.value.map(it => (
        <Line key={it.id} toast={it} />
      ))}
    </div>
  );
}

function Line({ toast: { id, text, action } }: { toast: Shown }) {
  /** The button that was pressed goes with its line: the focus moves on to another line, or back to the page. */
  function done(run?: () => void) {
    hush(id);
    requestAnimationFrame(() => {
      (document.querySelector<HTMLElement>('.toast button') ?? document.getElementById('content'))?.focus();
      run?.();
    });
  }
  return (
    <div class="toast">
      <span>{text}</span>
      {action && (
        <button type="button" class="toast-action" onClick={() => done(action.run)}>
          {action.text}
        </button>
      )}
      <button type="button" class="toast-close" aria-label={t('close')} onClick={() => done()}>
        <Icon name="close" />
      </button>
    </div>
  );
}
