import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Answer, Item, OrderQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';
import { tick } from '../feel';
import { Arrow } from '../views/signs';
import { landing, room, taken } from './order';
import type { PadProps } from './pad';
import './order.css';

interface Drag {
  from: number;
  to: number;
  dy: number;
  startY: number;
  heights: number[];
}
const GAP = 8;

/** Rows to be put in order: dragged, or moved by their buttons and the arrow keys. */
export function OrderPad({ question, status, draft, onDraft, onAnswer }: PadProps<OrderQuestion>) {
  const [order, setOrder] = useState(() => started(question, draft));
  const [drag, setDrag] = useState<Drag | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<string | null>(null);
  const answer = 'answer' in status ? status.answer : undefined;
  const shown = answer && 'order' in answer ? answer.order : order;
  const open = status.name === 'open';
  const items = new Map(question.items.map(item => [item.id, item]));

  // A row that was moved in the page loses the focus: give it back, so that the next key moves it on.
  useLayoutEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-focus="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [order]);

  function move(from: number, to: number, button?: string) {
    if (!open || to < 0 || to >= order.length || to === from) return;
    const item = items.get(order[from]!)!;
    focus.current = button ?? null;
    tick(6);
    const now = taken(order, from, to);
    setOrder(now);
    onDraft({ order: now });
    setSaid(t('order.place', { item: item.text, n: to + 1, of: order.length }));
  }

  function grab(event: PointerEvent & { currentTarget: HTMLElement }, from: number) {
    if (!open || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const heights = [...list.current!.children].map(row => row.getBoundingClientRect().height);
    setDrag({ from, to: from, dy: 0, startY: event.clientY, heights });
  }

  function pull(event: PointerEvent) {
    if (!drag) return;
    const dy = event.clientY - drag.startY;
    const to = landing(drag.heights, drag.from, dy, GAP);
    if (to !== drag.to) tick(6);
    setDrag({ ...drag, dy, to });
  }

  function drop() {
    if (!drag) return;
    setDrag(null);
    move(drag.from, drag.to);
  }

  return (
    <div class="pad pad-form">
      <ol
        class="order"
        data-many={shown.length > 5 || undefined}
        ref={list}
        data-dragging={drag !== null || undefined}
      >
        {shown.map((id, at) => {
          const item = items.get(id);
          if (!item) return null;
          const shift = !drag
            ? 0
            : at === drag.from
              ? drag.dy
              : room(at, drag.from, drag.to) * (drag.heights[drag.from]! + GAP);
          return (
            <li
              key={id}
              class={drag?.from === at ? 'order-row order-held' : 'order-row'}
              style={{ transform: shift ? `translateY(${shift}px)` : undefined }}
            >
              <span
                class="order-grip"
                onPointerDown={event => grab(event, at)}
                onPointerMove={pull}
                onPointerUp={drop}
                onPointerCancel={() => setDrag(null)}
              >
                <span class="order-number numbers" aria-hidden="true">
                  {at + 1}
                </span>
                <span class="order-text" {...content()}>
                  <Written text={item.text} format={question.format} inline />
                </span>
              </span>
              {open && (
                <span class="order-moves">
                  <Mover item={item} way={-1} at={at} last={shown.length - 1} onMove={move} />
                  <Mover item={item} way={1} at={at} last={shown.length - 1} onMove={move} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p class="unseen" role="status">
        {said}
      </p>
      <Button
        look="primary"
        large
        wide
        class={answer && 'done'}
        disabled={!open}
        onClick={event => onAnswer({ order }, event.timeStamp)}
      >
        {t('answer.send')}
      </Button>
    </div>
  );
}

/** As it was left, where that is of these items. */
function started({ items }: OrderQuestion, draft: Answer | undefined): string[] {
  const ids = items.map(item => item.id);
  const left = draft && 'order' in draft ? draft.order : [];
  return left.length === ids.length && ids.every(id => left.includes(id)) ? left : ids;
}

interface MoverProps {
  item: Item;
  way: -1 | 1;
  at: number;
  last: number;
  onMove(from: number, to: number, focus: string): void;
}

function Mover({ item, way, at, last, onMove }: MoverProps) {
  const end = way < 0 ? at === 0 : at === last;
  const name = `${item.id}${way < 0 ? '-up' : '-down'}`;
  return (
    <button
      type="button"
      class={way < 0 ? 'order-move' : 'order-move order-down'}
      data-focus={name}
      aria-label={way < 0 ? t('order.up', { item: item.text }) : t('order.down', { item: item.text })}
      aria-disabled={end}
      onClick={() => onMove(at, at + way, name)}
      onKeyDown={event => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by) return;
        event.preventDefault();
        onMove(at, at + by, name);
      }}
    >
      <Arrow />
    </button>
  );
}
