import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { fieldText } from '../errors';
import { Icon, type IconName } from '../layout/Icon';
import { go } from '../navigation';
import { href } from '../route';
import type { Editing } from './editing';
import { focusMistake } from './focus';
import { TITLE_MAX } from './limits';

/** What may stand in the place of the panes. */
export type Aside = 'import' | 'versions' | 'preview';
interface Props {
  editing: Editing;
  onAside: (what: Aside) => void;
}

export function EditorHead({ editing, onAside }: Props) {
  const { draft, mistakes, id } = editing;
  const wrong = mistakes.value.get(' title');

  /** What stands on the page is what is played; what is not finished is asked for now, and only now. */
  async function launch() {
    const asked = draft.peek();
    const fine = await editing.check();
    // Who has written on meanwhile is not done.
    if (draft.peek() !== asked) return;
    if (fine) go({ page: 'launch', quiz: id.value });
    else focusMistake();
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
        {statusText(editing)}
      </p>
      <div class="editor-do">
        <HistoryButton
          name="undo"
          label={t('undo')}
          keys="Ctrl+Z"
          on={editing.canUndo.value}
          onPress={editing.undo}
        />
        <HistoryButton
          name="redo"
          label={t('redo')}
          keys="Ctrl+Shift+Z"
          on={editing.canRedo.value}
          onPress={editing.redo}
        />
        <AsideButton name="upload" label={t('editor.import')} onPress={() => onAside('import')} />
        <AsideButton name="eye" label={t('preview.title')} onPress={() => onAside('preview')} />
        <AsideButton name="clock" label={t('versions.title')} onPress={() => onAside('versions')} />
        <Button look="primary" onClick={launch}>
          <Icon name="play" />
          {t('library.launch')}
        </Button>
      </div>
    </div>
  );
}

function AsideButton({ name, label, onPress }: { name: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" class="icon-button" title={label} aria-label={label} onClick={onPress}>
      <Icon name={name} />
    </button>
  );
}

interface HistoryButtonProps {
  name: 'undo' | 'redo';
  label: string;
  keys: string;
  on: boolean;
  onPress: () => void;
}
function HistoryButton({ name, label, keys, on, onPress }: HistoryButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      title={`${label} (${keys})`}
      aria-label={label}
      aria-disabled={on ? undefined : 'true'}
      onClick={onPress}
    >
      <Icon name={name} />
    </button>
  );
}

function statusText({ status, dirty, lasting, canUndo }: Editing): string {
  const { name } = status.value;
  if (name === 'saving') return t('editor.saving');
  if (dirty.value) return lasting.value ? t('editor.unsavedKept') : t('editor.unsaved');
  return name === 'ready' && canUndo.value ? t('editor.saved') : '';
}
