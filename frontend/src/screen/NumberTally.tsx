import { t } from '../i18n';
import type { CountedRange } from '../protocol';
import { quantity } from '../ui/numbers';
import { histogram } from './bins';
import { Tick } from './Tick';

interface Props {
  tally: CountedRange[];
  correct?: { value: number; tolerance: number } | undefined;
  unit?: string | undefined;
  settled: boolean;
}

/** Where the numbers fell, and where the right one lies. */
export function NumberTally({ tally, correct, unit, settled }: Props) {
  const drawn = histogram(tally, correct);
  if (!drawn) return <p class="answers-how">{t('tally.none')}</p>;
  return (
    <div class="histogram" dir="ltr">
      {correct && (
        <p class={settled ? 'typed-key typed-key-said' : 'typed-key'}>
          <Tick />
          <bdi>{quantity(correct.value, unit)}</bdi>
          {correct.tolerance > 0 && <bdi class="quiet">± {quantity(correct.tolerance, unit)}</bdi>}
        </p>
      )}
      <div class="histogram-plot">
        {drawn.right && (
          <span
            class={settled ? 'histogram-right histogram-right-said' : 'histogram-right'}
            style={{ '--start': drawn.right.start, '--size': drawn.right.size }}
            aria-hidden="true"
          />
        )}
        {drawn.bins.map(bin => (
          <span
            key={bin.from}
            class="bin"
            style={{ '--start': bin.start, '--size': bin.size, '--part': bin.height }}
          >
            <i aria-hidden="true" />
            {bin.count > 0 && <b>{bin.count}</b>}
          </span>
        ))}
      </div>
      <p class="histogram-axis">
        <bdi>{quantity(drawn.from, unit)}</bdi>
        <bdi>{quantity(drawn.to, unit)}</bdi>
      </p>
    </div>
  );
}
