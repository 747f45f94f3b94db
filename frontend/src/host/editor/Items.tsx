import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Format } from '../../protocol';
import { Button } from '../../ui/Button';
import { answerClass, Shape } from '../../ui/shapes';
import { Icon } from '../layout/Icon';
import type { OrderQuestion } from '../library/quiz';
import { CHOICE_MAX, CHOICES } from './limits';
import { moved, replaced, without } from './model';
import type { PartOf } from './part';
import { Shown } from './Shown';
import { stepOf, useSortable } from './sortable';
import { onEnter, useAutoFocus } from './useAutoFocus';

/** The items from first to last; players get them shuffled. */
export function Items({ part }: { part: PartOf<OrderQuestion> }) {
  const { items } = part.question;
  const { list, focusSoon, focusNow } = useAutoFocus('.answer-text');
  const latest = useRef(part);
  latest.current = part;
  const move = useRef((from: number, to: number) => {
    const { question, change } = latest.current;
    if (to < 0 || to >= question.items.length) return;
    change({ items: moved(question.items, from, to) }, 'items');
  }).current;
  const all = part.wrong('items');
  const add = () => {
    if (items.length >= CHOICES.max) return;
    part.change({ items: [...items, ''] }, 'items');
    focusSoon(items.length);
  };
  return (
    <div class="stage-answers">
      <p class="stage-note">{t('editor.orderLead')}</p>
      <ol class="answers answers-order" ref={list}>
        {items.map((item, at) => (
          <ItemRow
            key={at}
            at={at}
            text={item}
            format={part.question.format}
            mistake={part.wrong(`items[${at}]`)}
            removable={items.length > CHOICES.min}
            onText={text => part.change({ items: replaced(items, at, text) }, `items[${at}]`)}
            onRemove={() => {
              part.change({ items: without(items, at) }, 'items');
              focusSoon(Math.min(at, items.length - 2));
            }}
            onEnter={() => (at + 1 < items.length ? focusNow(at + 1) : add())}
            onMove={move}
            onStep={step => {
              move(at, at + step);
              focusSoon(Math.min(items.length - 1, Math.max(0, at + step)));
            }}
          />
        ))}
      </ol>
      {all && (
        <p class="field-error" role="alert">
          {all}
        </p>
      )}
      {items.length < CHOICES.max && (
        <Button look="ghost" class="stage-add" onClick={add}>
          <Icon name="add" />
          {t('editor.addItem')}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  at: number;
  text: string;
  format: Format | undefined;
  mistake: string | undefined;
  removable: boolean;
  onText: (text: string) => void;
  onRemove: () => void;
  onEnter: () => void;
  onMove: (from: number, to: number) => void;
  onStep: (step: -1 | 1) => void;
}

function ItemRow({
  at,
  text,
  format,
  mistake,
  removable,
  onText,
  onRemove,
  onEnter: next,
  onMove,
  onStep,
}: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const { dragged, edge } = useSortable({ row, handle, list: 'items', index: at, onMove });
  const classes = ['answer', 'tile', answerClass(at), dragged && 'row-dragged', edge && `row-${edge}`];
  return (
    <li ref={row} class={classes.filter(Boolean).join(' ')}>
      <span class="answer-grip" ref={handle} title={t('editor.drag')}>
        <Icon name="grip" />
      </span>
      <Shape place={at} />
      <textarea
        class="answer-text"
        dir="auto"
        rows={1}
        aria-label={t('editor.item', { n: at + 1 })}
        aria-invalid={mistake ? 'true' : undefined}
        aria-describedby={mistake ? `item-${at}-error` : undefined}
        placeholder={t('editor.item', { n: at + 1 })}
        maxLength={CHOICE_MAX}
        value={text}
        onInput={event => onText(event.currentTarget.value)}
        onKeyDown={event => {
          const step = stepOf(event);
          if (step === 0) return onEnter(event, next);
          event.preventDefault();
          onStep(step);
        }}
      />
      {removable && (
        <button
          type="button"
          class="answer-remove"
          aria-label={t('editor.removeAnswer', { n: at + 1 })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      )}
      <Shown text={text} format={format} inline />
      {mistake && (
        <p class="answer-error" id={`item-${at}-error`} role="alert">
          {mistake}
        </p>
      )}
    </li>
  );
}
