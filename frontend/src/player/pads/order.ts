/** `list` with the one at `from` taken to `to`. */
export function taken<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  const end = Math.min(rest.length, Math.max(0, to));
  return [...rest.slice(0, end), list[from]!, ...rest.slice(end)];
}

/** Where a row that is dragged by `dy` pixels would land: past a neighbour once it covers half of it. */
export function landing(heights: readonly number[], from: number, dy: number, gap = 0): number {
  let to = from;
  let left = Math.abs(dy);
  const way = Math.sign(dy);
  while (way !== 0) {
    const next = heights[to + way];
    if (next === undefined || left < (next + gap) / 2) break;
    left -= next + gap;
    to += way;
  }
  return to;
}

/** How far the row at `at` makes room while another is dragged from `from` to `to`, in heights of the dragged one. */
export function room(at: number, from: number, to: number): -1 | 0 | 1 {
  if (from < at && at <= to) return -1;
  if (to <= at && at < from) return 1;
  return 0;
}
