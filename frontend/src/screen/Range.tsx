import { quantity } from '../ui/numbers';

interface Props {
  min: number;
  max: number;
  unit?: string;
  how: string;
}

/** Between what and what a number lies. */
export function Range({ min, max, unit, how }: Props) {
  return (
    <div class="range">
      <p class="answers-how">{how}</p>
      <p class="range-axis" dir="ltr">
        <bdi>{quantity(min, unit)}</bdi>
        <span class="range-line" aria-hidden="true" />
        <bdi>{quantity(max, unit)}</bdi>
      </p>
    </div>
  );
}
