import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TextQuestion, WordCloudQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import type { PadProps } from './pad';
import './entry.css';

/** One line to type. */
export function TextPad({
  question,
  status,
  draft,
  onDraft,
  onAnswer,
}: PadProps<TextQuestion | WordCloudQuestion>) {
  const [typed, setTyped] = useState(() => (draft && 'text' in draft ? draft.text : ''));
  const answer = 'answer' in status ? status.answer : undefined;
  const shown = answer && 'text' in answer ? answer.text : typed;
  const open = status.name === 'open';
  const blank = shown.trim() === '';

  return (
    <form
      class="pad pad-form"
      onSubmit={event => {
        event.preventDefault();
        if (!blank) onAnswer({ text: typed }, event.timeStamp);
      }}
    >
      <input
        class="input typed"
        aria-label={t('text.label')}
        value={shown}
        readOnly={!open}
        // What is typed tells it; until then it is the page's.
        dir={shown === '' ? undefined : 'auto'}
        maxLength={question.maxLength}
        autocomplete="off"
        autocapitalize="off"
        autocorrect="off"
        spellcheck={false}
        enterkeyhint="send"
        placeholder={open ? t('text.label') : ''}
        onInput={event => {
          const text = event.currentTarget.value;
          setTyped(text);
          onDraft(text.trim() === '' ? null : { text });
        }}
      />
      <Button type="submit" look="primary" large wide class={answer && 'done'} disabled={!open || blank}>
        {t('answer.send')}
      </Button>
    </form>
  );
}
