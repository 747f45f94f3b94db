import { t } from '../../i18n';
import type { Format } from '../../protocol';

interface Props {
  format: Format | undefined;
  onFormat: (format: Format | undefined) => void;
}

/** Whether what is written is Markdown with formulas, or stands as it is. */
export function FormatSwitch({ format, onFormat }: Props) {
  return (
    <label class="switch">
      <span>
        <strong>{t('editor.format')}</strong>
        <span class="quiet" dir="auto">
          {t('editor.formatHint')}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={format === 'markdown'}
        aria-checked={format === 'markdown'}
        onChange={event => onFormat(event.currentTarget.checked ? 'markdown' : undefined)}
      />
    </label>
  );
}
