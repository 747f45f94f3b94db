import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Icon } from '../layout/Icon';
import { fieldText } from '../errors';
import { go } from '../navigation';
import { href, NEW } from '../route';
import type { Editing } from './editing';
import { TITLE_MAX } from './limits';

export function EditorHead({ editing }: { editing: Editing }) {
  const { draft, dirty, status, mistakes, id } = editing;
  const saving = status.value.name === 'saving';
  const wrong = mistakes.value.get(' title');

  async function launch() {
    if ((dirty.value || id.value === NEW) && !(await editing.save())) return;
    go({ page: 'launch', quiz: id.value });
  }
  return (
    <div class="editor-head">
      <a class="icon-button" href={href({ page: 'library' })} aria-label={t('editor.toLibrary')}>
        <Icon name="back" />
      </a>
      <div class="editor-title">
        <input
          class="input"
          dir="auto"
          aria-label={t('editor.title')}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'title-error' : undefined}
          placeholder={t('editor.untitled')}
          maxLength={TITLE_MAX}
          value={draft.value.title}
          onInput={event => editing.change({ title: event.currentTarget.value }, 'title')}
        />
        {wrong && (
          <p class="field-error" id="title-error" role="alert">
            {fieldText({ code: wrong })}
          </p>
        )}
      </div>
      <p class="editor-status quiet" role="status">
        {saving
          ? t('editor.saving')
          : dirty.value
            ? kept(editing)
            : id.value === NEW
              ? ''
              : t('editor.saved')}
      </p>
      <div class="editor-do">
        <Button onClick={editing.save} busy={saving || !dirty.value} title="Ctrl+S">
          {t('editor.save')}
        </Button>
        <Button look="primary" onClick={launch} busy={saving}>
          <Icon name="play" />
          {t('library.launch')}
        </Button>
      </div>
    </div>
  );
}

const kept = ({ lasting }: Editing) => (lasting.value ? t('editor.unsavedKept') : t('editor.unsaved'));
