import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import type { CountedChoice, Item } from '../protocol';
import { content } from '../ui/content';
import { answerClass, Shape } from '../ui/shapes';
import { ANSWER_SIZES, useFit } from './fit';
import { carry } from './flight';

interface Props {
  /** As they were shown: an item keeps the colour and shape of that place. */
  items: Item[];
  told?: {
    tally: CountedChoice[];
    correct: string[];
    /** Of so many players. */
    players: number;
    /** They have gone to their right places. */
    settled: boolean;
  };
}

/** The items of an order, which at the reveal go to their right places. */
export function Items({ items, told }: Props) {
  const box = useFit<HTMLOListElement>(ANSWER_SIZES, items);
  const list = told?.settled ? sorted(items, told.correct) : items;
  const counts = new Map(told?.tally.map(({ id, count }) => [id, count]));
  useMove(box, told?.settled ?? false);
  return (
    <ol class="items fit" data-count={items.length} ref={box}>
      {list.map((item, at) => (
        <li key={item.id} data-id={item.id} class={`answer item ${answerClass(items.indexOf(item))}`}>
          <span class="answer-lit tile" aria-hidden="true" />
          {told?.settled ? <b class="item-at">{at + 1}</b> : <Shape place={items.indexOf(item)} />}
          <span class="answer-text" data-fit {...content()}>
            {item.text}
          </span>
          {told && (
            <>
              <span class="item-part" aria-hidden="true">
                <i style={{ '--part': (counts.get(item.id) ?? 0) / Math.max(1, told.players) }} />
              </span>
              <span class="answer-count">{t('order.placed', { n: counts.get(item.id) ?? 0 })}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function sorted(items: Item[], correct: string[]): Item[] {
  return correct.flatMap(id => items.find(item => item.id === id) ?? []);
}

/** Moves every item from where it was to where it is now. */
function useMove(list: RefObject<HTMLElement | null>, settled: boolean): void {
  const were = useRef(new Map<string, DOMRect>());
  useLayoutEffect(() => {
    const now = new Map<string, DOMRect>();
    for (const element of list.current!.querySelectorAll<HTMLElement>('[data-id]')) {
      const id = element.dataset.id!;
      const here = element.getBoundingClientRect();
      const was = were.current.get(id);
      now.set(id, here);
      if (was && (was.top !== here.top || was.left !== here.left)) carry(element, was, here, 720);
    }
    were.current = now;
  }, [list, settled]);
}
