import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { go } from '../navigation';
import { moment } from '../when';
import type { Editing } from './editing';
import { focusMistake } from './focus';
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
  if (now.name === 'deleted') {
    return (
      <div class="notice notice-note" role="alert">
        <p>{t('deleted.lead')}</p>
        <div class="notice-do">
          <Button look="primary" onClick={() => editing.saveCopy(draft.value.title)}>
            {t('deleted.copy')}
          </Button>
          <Button
            onClick={() => {
              editing.drop();
              go({ page: 'library' });
            }}
          >
            {t('deleted.drop')}
          </Button>
        </div>
      </div>
    );
  }
  if (now.name === 'failed') {
    return (
      <div class="notice notice-bad" role="alert">
        <p>{now.problem.status === 0 ? t('editor.offline') : problemText(now.problem)}</p>
        <Button onClick={editing.save}>{t('link.retry')}</Button>
      </div>
    );
  }
  if (mistakes.value.size > 0) {
    return (
      <div class="notice notice-note" role="status">
        <p>{t('editor.mistakes', { n: mistakes.value.size })}</p>
        <Button
          onClick={async () => {
            if (!(await editing.check())) focusMistake();
          }}
        >
          {t('editor.toMistake')}
        </Button>
      </div>
    );
  }
  if (restored.value === null) return null;
  return (
    <div class="notice notice-note" role="status">
      <p>{t('editor.restored', { when: moment(restored.value, language.value) })}</p>
      <div class="notice-do">
        <Button onClick={editing.save}>{t('editor.restoredKeep')}</Button>
        <Button onClick={editing.discard}>{t('editor.restoredDrop')}</Button>
      </div>
    </div>
  );
}
