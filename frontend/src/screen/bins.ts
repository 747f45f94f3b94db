import type { CountedRange } from '../protocol';

export interface Span {
  /** Parts of the axis, 0 to 1. */
  start: number;
  size: number;
}
export interface Bin extends Span, CountedRange {
  /** Part of the highest bin. */
  height: number;
}
export interface Histogram {
  from: number;
  to: number;
  bins: Bin[];
  /** Where the right value and its tolerance lie. */
  right?: Span & { at: number };
}

/** Counted ranges on an axis just as long as they and the right value need, with a little air. */
export function histogram(
  ranges: readonly CountedRange[],
  correct?: { value: number; tolerance: number },
): Histogram | null {
  const low = [...ranges.map(range => range.from), ...(correct ? [correct.value - correct.tolerance] : [])];
  const high = [...ranges.map(range => range.to), ...(correct ? [correct.value + correct.tolerance] : [])];
  if (low.length === 0) return null;
  const least = Math.min(...low);
  const most = Math.max(...high);
  const air = (most - least || Math.abs(most) || 1) * 0.04;
  const from = least - air;
  const to = most + air;
  const at = (value: number) => (value - from) / (to - from);
  const highest = Math.max(1, ...ranges.map(range => range.count));
  return {
    from: least,
    to: most,
    bins: ranges.map(range => ({
      ...range,
      start: at(range.from),
      size: at(range.to) - at(range.from),
      height: range.count / highest,
    })),
    ...(correct && {
      right: {
        at: at(correct.value),
        start: at(correct.value - correct.tolerance),
        size: (2 * correct.tolerance) / (to - from),
      },
    }),
  };
}
