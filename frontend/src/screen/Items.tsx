import { t } from '../i18n';
import type { CountedChoice, Format, Item } from '../protocol';
import { content } from '../ui/content';
import { answerClass, Shape } from '../ui/shapes';
import { Written } from '../ui/Written';
import { ANSWER_SIZES, useFit } from './fit';
import { useLanding, useTakeOff } from './flight';

interface Props {
  /** As they were shown: an item keeps the colour and shape of that place. */
  items: Item[];
  format?: Format | undefined;
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
export function Items({ items, format, told }: Props) {
  const box = useFit<HTMLOListElement>(ANSWER_SIZES, items);
  const list = told?.settled ? sorted(items, told.correct) : items;
  const counts = new Map(told?.tally.map(({ id, count }) => [id, count]));
  useTakeOff(told?.settled);
  useLanding(box, told?.settled);
  return (
    <ol class="items fit" data-count={items.length} ref={box}>
      {list.map((item, at) => (
        <li key={item.id} data-flight={item.id} class={`answer item ${answerClass(items.indexOf(item))}`}>
          <span class="answer-lit tile" aria-hidden="true" />
          {told?.settled ? <b class="item-at">{at + 1}</b> : <Shape place={items.indexOf(item)} />}
          <span class="answer-text" data-fit {...content()}>
            <Written text={item.text} format={format} inline />
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
