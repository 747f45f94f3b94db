import { content } from '../ui/content';
import { quantity } from '../ui/numbers';

interface Props {
  min: number;
  max: number;
  unit?: string;
  how: string;
  /** Where the least stands. */
  dir?: 'ltr' | 'rtl';
  /** What the two ends are called. */
  labels?: readonly string[] | undefined;
}

/** Between what and what a number lies. */
export function Range({ min, max, unit, how, dir = 'ltr', labels }: Props) {
  return (
    <div class="range">
      <p class="answers-how">{how}</p>
      <p class="range-axis" dir={dir}>
        <bdi>{quantity(min, unit)}</bdi>
        <span class="range-line" aria-hidden="true" />
        <bdi>{quantity(max, unit)}</bdi>
      </p>
      {labels && (
        <p class="scale-labels" dir={dir}>
          {labels.map(label => (
            <span key={label} {...content()}>
              {label}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
