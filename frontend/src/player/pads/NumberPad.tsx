import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import type { NumberQuestion, ScaleQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import { placesOf } from '../../ui/content';
import { quantity, readNumber } from '../../ui/numbers';
import type { PadProps } from './pad';
import { middle, moved } from './steps';
import './entry.css';

const HOLD_MS = 400;
const REPEAT_MS = 60;

interface Props extends PadProps<NumberQuestion | ScaleQuestion> {
  /** What the two ends mean. */
  ends?: ComponentChildren;
}

/** A number in three ways: slide to come near, step to be exact, or type it. */
export function NumberPad({ question, status, draft, onDraft, onAnswer, ends }: Props) {
  const { min, max, step, unit } = question;
  const start = draft && 'number' in draft ? draft.number : middle(question);
  const [value, setValue] = useState(start);
  const [text, setText] = useState(() => quantity(start));
  const answer = 'answer' in status ? status.answer : undefined;
  const open = status.name === 'open';
  const meant = readings(text);
  // More is where the screen has it, whatever language the phone reads.
  const dir = placesOf(question.text);
  const typed = meant.length === 1 ? meant[0]! : null;

  function readings(given: string): number[] {
    return readNumber(given, language.value).filter(one => one >= min && one <= max);
  }
  function choose(next: number) {
    setValue(next);
    setText(quantity(next));
    onDraft({ number: next });
  }
  function type(given: string) {
    const [likelier] = readings(given);
    setText(given);
    if (likelier !== undefined) setValue(likelier);
    onDraft(likelier === undefined ? null : { number: likelier });
  }

  if (answer && 'number' in answer) {
    return (
      <div class="pad pad-form">
        <p class="number-given numbers" style={{ '--chars': quantity(answer.number, unit).length }}>
          {quantity(answer.number, unit)}
        </p>
      </div>
    );
  }
  return (
    <form
      class="pad pad-form"
      onSubmit={event => {
        event.preventDefault();
        if (typed !== null) onAnswer({ number: typed }, event.timeStamp);
      }}
    >
      <div
        class="number-row"
        dir={dir}
        data-long={text.length > 7 || undefined}
        style={{ '--chars': text.length }}
      >
        <Stepper label={t('number.less')} open={open} onStep={() => choose(moved(question, value, -1))}>
          −
        </Stepper>
        <label class="number-value">
          <input
            class="input numbers"
            aria-label={unit ? `${t('number.label')} (${unit})` : t('number.label')}
            aria-invalid={typed === null}
            inputMode={min < 0 ? 'text' : 'decimal'}
            enterkeyhint="send"
            autocomplete="off"
            value={text}
            readOnly={!open}
            onInput={event => type(event.currentTarget.value)}
            onFocus={event => event.currentTarget.select()}
          />
          {unit && (
            <span class="number-unit" aria-hidden="true" dir="auto">
              {unit}
            </span>
          )}
        </label>
        <Stepper label={t('number.more')} open={open} onStep={() => choose(moved(question, value, 1))}>
          +
        </Stepper>
      </div>
      <input
        class="slider"
        dir={dir}
        type="range"
        aria-label={t('number.label')}
        aria-valuetext={quantity(value, unit)}
        min={min}
        max={max}
        step={step > 0 ? step : 'any'}
        value={value}
        disabled={!open}
        onInput={event => choose(moved(question, event.currentTarget.valueAsNumber, 0))}
      />
      <p class="slider-ends quiet numbers" dir={dir} aria-hidden="true">
        <span>{quantity(min, unit)}</span>
        <span>{quantity(max, unit)}</span>
      </p>
      {ends}
      {meant.length === 0 && (
        <p class="field-error" role="alert">
          {t('number.range', { min: quantity(min, unit), max: quantity(max, unit) })}
        </p>
      )}
      {meant.length > 1 && (
        <div class="number-which">
          <p role="alert">{t('number.which')}</p>
          {meant.map(one => (
            <Button key={one} onClick={() => choose(one)}>
              {quantity(one, unit)}
            </Button>
          ))}
        </div>
      )}
      <Button type="submit" look="primary" large wide disabled={!open || typed === null}>
        {t('answer.send')}
      </Button>
    </form>
  );
}

interface StepperProps {
  label: string;
  open: boolean;
  onStep(): void;
  children: string;
}

/** One step a tap; held down, it goes on. */
function Stepper({ label, open, onStep, children }: StepperProps) {
  const step = useRef(onStep);
  step.current = onStep;
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  function hold() {
    stop.current();
    let repeat: ReturnType<typeof setInterval> | undefined;
    const wait = setTimeout(() => {
      repeat = setInterval(() => step.current(), REPEAT_MS);
    }, HOLD_MS);
    stop.current = () => {
      clearTimeout(wait);
      clearInterval(repeat);
    };
  }

  return (
    <button
      type="button"
      class="stepper"
      aria-label={label}
      disabled={!open}
      onPointerDown={hold}
      onPointerUp={() => stop.current()}
      onPointerLeave={() => stop.current()}
      onPointerCancel={() => stop.current()}
      onContextMenu={event => event.preventDefault()}
      onClick={() => step.current()}
    >
      {children}
    </button>
  );
}
