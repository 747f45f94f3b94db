export interface Steps {
  min: number;
  max: number;
  step: number;
}

/** `value` moved by `by` steps, on the grid that starts at `min`, within the range and without 0.1 + 0.2. */
export function moved({ min, max, step }: Steps, value: number, by: number): number {
  const size = step > 0 ? step : 1;
  const places = (value - min) / size;
  // From between two places, one step leads to the next of them.
  const from = by > 0 ? Math.floor(places + 1e-9) : by < 0 ? Math.ceil(places - 1e-9) : Math.round(places);
  return within({ min, max }, exact(min + (from + by) * size, size, min));
}

/** Where a slider starts: in the middle, so that no end is suggested. */
export function middle(steps: Steps): number {
  return moved(steps, (steps.min + steps.max) / 2, 0);
}

function within({ min, max }: Pick<Steps, 'min' | 'max'>, value: number): number {
  return Math.min(max, Math.max(min, value));
}

function exact(value: number, ...like: number[]): number {
  const decimals = Math.max(...like.map(number => String(number).split('.')[1]?.length ?? 0));
  return Number(value.toFixed(Math.min(decimals, 10)));
}
