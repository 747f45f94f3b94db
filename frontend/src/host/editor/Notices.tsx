import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { moment } from '../when';
import type { Editing } from './editing';
import { TITLE_MAX } from './limits';

/** What the person at the editor should know before going on. */
export function Notices({ editing }: { editing: Editing }) {
  const { status, restored, draft, mistakes } = editing;
  const now = status.value;
  if (now.name === 'conflict') {
    const copy = t('library.copyOf', { title: draft.value.title }).slice(0, TITLE_MAX);
    return (
      <div class="notice notice-note" role="alert">
        <p>{t('conflict.lead')}</p>
        <div class="notice-do">
          <Button onClick={() => editing.saveCopy(copy)}>{t('conflict.copy')}</Button>
          <Button onClick={editing.discard}>{t('conflict.theirs')}</Button>
          <Button onClick={editing.overwrite}>{t('conflict.mine')}</Button>
        </div>
      </div>
    );
  }
  if (now.name === 'failed') {
    return (
      <div class="notice notice-bad" role="alert">
        <p>
          {mistakes.value.size > 0
            ? t('editor.mistakes', { n: mistakes.value.size })
            : problemText(now.problem)}
        </p>
      </div>
    );
  }
  if (restored.value === null) return null;
  return (
    <div class="notice notice-note" role="status">
      <p>{t('editor.restored', { when: moment(restored.value, language.value) })}</p>
      <div class="notice-do">
        <Button
          onClick={() => {
            restored.value = null;
          }}
        >
          {t('editor.restoredKeep')}
        </Button>
        <Button onClick={editing.discard}>{t('editor.restoredDrop')}</Button>
      </div>
    </div>
  );
}
