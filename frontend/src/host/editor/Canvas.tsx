import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { Field } from '../../ui/Field';
import type { QuizQuestion } from '../library/quiz';
import { sizeOf } from '../size';
import { Accepted } from './Accepted';
import { Choices } from './Choices';
import { CloudKey } from './CloudKey';
import type { Editing } from './editing';
import { Items } from './Items';
import { EXPLANATION_MAX, NOTES_MAX, TEXT_MAX } from './limits';
import { aimed } from './media/useFiles';
import type { Entry } from './model';
import { NumberKey } from './NumberKey';
import { PointKey } from './PointKey';
import { type PartOf, partOf } from './part';
import { ScaleKey } from './ScaleKey';
import { Shown } from './Shown';
import { TrueFalse } from './TrueFalse';

/** The question as the screen will show it, written in place. */
export function Canvas({ editing, entry, index }: { editing: Editing; entry: Entry; index: number }) {
  const part = partOf(editing, entry);
  const { question } = part;
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!question.text) text.current?.focus({ preventScroll: true });
  }, []);
  const wrong = part.wrong('text');
  const picture = question.media && (question.media.kind ?? 'image') === 'image' ? question.media : undefined;
  return (
    <section
      class="canvas-pane"
      data-aimed={aimed.value === 'media' || undefined}
      aria-label={t('editor.canvas', { n: index + 1 })}
    >
      <div class="stage" data-theme="hall" lang={editing.draft.value.language || undefined}>
        <div class={`stage-question stage-${sizeOf(question.text)}`}>
          <textarea
            ref={text}
            class="stage-text"
            dir="auto"
            rows={1}
            aria-label={question.kind === 'slide' ? t('editor.slideText') : t('editor.text')}
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'text-error' : undefined}
            placeholder={question.kind === 'slide' ? t('editor.slidePlaceholder') : t('editor.placeholder')}
            maxLength={TEXT_MAX}
            value={question.text}
            onInput={event => part.change({ text: event.currentTarget.value }, 'text')}
          />
          <Shown text={question.text} format={question.format} />
          {wrong && (
            <p class="field-error" id="text-error" role="alert">
              {wrong}
            </p>
          )}
        </div>
        {picture && question.kind !== 'point' && (
          <img class="stage-picture" src={picture.url} alt={picture.alt ?? ''} />
        )}
        <Answers part={part} />
      </div>
      {question.kind !== 'slide' && (
        <Lines
          part={part}
          field="explanation"
          label={t('editor.explanation')}
          hint={t('editor.explanationHint')}
          max={EXPLANATION_MAX}
        />
      )}
      <Lines
        part={part}
        field="notes"
        label={t('editor.notes')}
        hint={t('editor.notesHint')}
        max={NOTES_MAX}
      />
    </section>
  );
}

interface LinesProps {
  part: PartOf;
  field: 'explanation' | 'notes';
  label: string;
  hint: string;
  max: number;
}

/** What a question may say in some lines beside what it asks. */
function Lines({ part, field, label, hint, max }: LinesProps) {
  const { format } = part.question;
  const written = part.question[field] ?? '';
  return (
    <Field
      label={label}
      hint={hint}
      error={part.wrong(field)}
      control={described => (
        <>
          <textarea
            {...described}
            class="input"
            dir="auto"
            rows={2}
            maxLength={max}
            value={written}
            onInput={event => part.change({ [field]: event.currentTarget.value }, field)}
          />
          {field === 'explanation' && <Shown text={written} format={format} />}
        </>
      )}
    />
  );
}

function Answers({ part }: { part: PartOf }) {
  const is = <K extends QuizQuestion['kind']>() =>
    part as unknown as PartOf<Extract<QuizQuestion, { kind: K }>>;
  switch (part.question.kind) {
    case 'choice':
    case 'poll':
      return <Choices part={is<'choice' | 'poll'>()} />;
    case 'true-false':
      return <TrueFalse part={is<'true-false'>()} />;
    case 'text':
      return <Accepted part={is<'text'>()} />;
    case 'number':
      return <NumberKey part={is<'number'>()} />;
    case 'order':
      return <Items part={is<'order'>()} />;
    case 'point':
      return <PointKey part={is<'point'>()} />;
    case 'word-cloud':
      return <CloudKey part={is<'word-cloud'>()} />;
    case 'scale':
      return <ScaleKey part={is<'scale'>()} />;
    default:
      return null;
  }
}
