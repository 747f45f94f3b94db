import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { NumberQuestion, ScaleQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import type { PadProps } from '../views/Question';
import { quantity } from '../words';
import { middle, moved, typedNumber } from './steps';

const HOLD_MS = 400;
const REPEAT_MS = 60;

/** A number in three ways: slide to come near, step to be exact, or type it. */
export function NumberPad({ question, stand, onAnswer }: PadProps<NumberQuestion | ScaleQuestion>) {
  const { min, max, step, unit } = question;
  const [value, setValue] = useState(() => middle(question));
  const [text, setText] = useState(() => String(middle(question)));
  const answer = 'answer' in stand ? stand.answer : undefined;
  const open = stand.name === 'open';
  const typed = typedNumber(question, text);

  function choose(next: number) {
    setValue(next);
    setText(String(next));
  }

  if (answer && 'number' in answer) {
    return (
      <div class="pad pad-form">
        <p class="number-given numbers">{quantity(answer.number, unit)}</p>
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
      <div class="number-row">
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
            onInput={event => {
              setText(event.currentTarget.value);
              const next = typedNumber(question, event.currentTarget.value);
              if (next !== null) setValue(next);
            }}
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
      <p class="slider-ends quiet numbers" aria-hidden="true">
        <span>{quantity(min, unit)}</span>
        <span>{quantity(max, unit)}</span>
      </p>
      {typed === null && (
        <p class="field-error" role="alert">
          {t('number.range', { min: quantity(min, unit), max: quantity(max, unit) })}
        </p>
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
