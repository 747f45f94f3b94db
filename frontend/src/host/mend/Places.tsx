import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Item } from '../../protocol';
import { content } from '../../ui/content';
import { answerClass } from '../../ui/shapes';
import { moved } from '../editor/model';
import { stepOf, useSortable } from '../editor/sortable';
import { Icon } from '../layout/Icon';

interface Props {
  /** From first to last. */
  items: readonly Item[];
  onItems: (items: readonly Item[]) => void;
}

/** Items to be put in order: dragged, moved by their buttons, or with Alt and the arrow keys. */
export function Places({ items, onItems }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  const focus = useRef<string | null>(null);
  const latest = useRef(items);
  latest.current = items;
  const move = useRef((from: number, to: number, button?: string) => {
    const before = latest.current;
    if (to < 0 || to >= before.length) return;
    focus.current = button ?? null;
    onItems(moved(before, from, to));
    if (spoken.current) spoken.current.textContent = t('editor.movedTo', { n: to + 1, all: before.length });
  }).current;
  // A row that was moved in the page loses the focus: give it back, so that the next key moves it on.
  useLayoutEffect(() => {
    if (focus.current) list.current?.querySelector<HTMLElement>(`[data-focus="${focus.current}"]`)?.focus();
    focus.current = null;
  }, [items]);
  return (
    <>
      <ol class="answers answers-order" ref={list}>
        {items.map((item, at) => (
          <Place key={item.id} item={item} at={at} last={at === items.length - 1} onMove={move} />
        ))}
      </ol>
      <p class="unseen" role="status" ref={spoken} />
    </>
  );
}

interface PlaceProps {
  item: Item;
  at: number;
  last: boolean;
  onMove: (from: number, to: number, button?: string) => void;
}

function Place({ item, at, last, onMove }: PlaceProps) {
  const row = useRef<HTMLLIElement>(null);
  const { dragged, edge } = useSortable({ row, list: 'places', index: at, onMove });
  const classes = ['answer', 'tile', answerClass(at), dragged && 'row-dragged', edge && `row-${edge}`];
  const mover = (way: 'up' | 'down', step: -1 | 1, end: boolean) => (
    <button
      type="button"
      class="place-move"
      data-focus={`${item.id}-${way}`}
      aria-label={t(`editor.${way}`, { name: item.text })}
      aria-disabled={end}
      onClick={() => onMove(at, at + step, `${item.id}-${way}`)}
      onKeyDown={event => {
        const by = stepOf(event);
        if (by === 0) return;
        event.preventDefault();
        onMove(at, at + by, `${item.id}-${way}`);
      }}
    >
      <Icon name={way} />
    </button>
  );
  return (
    <li ref={row} class={classes.filter(Boolean).join(' ')}>
      <span class="answer-grip" title={t('editor.drag')}>
        <Icon name="grip" />
      </span>
      <span class="answer-text" {...content()}>
        {item.text}
      </span>
      {mover('up', -1, at === 0)}
      {mover('down', 1, last)}
    </li>
  );
}
