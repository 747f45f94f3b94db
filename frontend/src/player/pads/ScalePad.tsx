import { useId, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ScaleQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import { content, placesOf } from '../../ui/content';
import { quantity } from '../../ui/numbers';
import { NumberPad } from './NumberPad';
import type { PadProps } from './pad';
import './scale.css';
import { moved } from './steps';

/** As many places as stand beside each other on the narrowest phone, in two rows. */
const MOST_PLACES = 11;

/** An opinion between two ends: a place each where they are few, else a slider. */
export function ScalePad(props: PadProps<ScaleQuestion>) {
  const { question, status, draft, onDraft, onAnswer } = props;
  const name = useId();
  const count = Math.round((question.max - question.min) / question.step) + 1;
  const [picked, setPicked] = useState(() => (draft && 'number' in draft ? draft.number : null));
  const answer = 'answer' in status ? status.answer : undefined;
  const shown = answer && 'number' in answer ? answer.number : picked;
  const open = status.name === 'open';
  const dir = placesOf(question.text);
  const ends = question.labels && (
    <p class="scale-ends" dir={dir}>
      {question.labels.map(label => (
        <span key={label} {...content()}>
          {label}
        </span>
      ))}
    </p>
  );
  if (count > MOST_PLACES) return <NumberPad {...props} ends={ends} />;
  return (
    <form
      class="pad pad-form"
      onSubmit={event => {
        event.preventDefault();
        if (picked !== null) onAnswer({ number: picked }, event.timeStamp);
      }}
    >
      <fieldset class="scale" disabled={!open}>
        <legend class="unseen">{t('scale.label')}</legend>
        <div class="scale-places" dir={dir}>
          {Array.from({ length: count }, (_, i) => {
            const value = moved(question, question.min, i);
            const label = i === 0 ? question.labels?.[0] : i === count - 1 ? question.labels?.[1] : undefined;
            return (
              <label key={value} class="scale-place numbers">
                <input
                  type="radio"
                  name={name}
                  aria-label={label ? `${quantity(value)}, ${label}` : undefined}
                  checked={shown === value}
                  onChange={() => {
                    setPicked(value);
                    onDraft({ number: value });
                  }}
                />
                <span>{quantity(value)}</span>
              </label>
            );
          })}
        </div>
        {ends}
      </fieldset>
      <Button
        type="submit"
        look="primary"
        large
        wide
        class={answer && 'done'}
        disabled={!open || picked === null}
      >
        {t('answer.send')}
      </Button>
    </form>
  );
}
