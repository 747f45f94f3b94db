import type { Row } from '../protocol';

export interface Place {
  row: Row;
  /** Places from the top, from 0, before and after the question; `from` may lie below the board. */
  from: number;
  to: number;
  /** The score before the question. */
  before: number;
}

/** Where each row of the board comes from and goes to. Who was not on the board comes from under it. */
export function places(rows: readonly Row[]): Place[] {
  const earlier = rows
    .map((row, to) => ({ to, was: row.rank + (row.moved ?? 0) }))
    .sort((a, b) => a.was - b.was || a.to - b.to);
  const from = new Map<number, number>();
  let free = 0;
  for (const { to, was } of earlier) {
    const below = was > rows.length;
    from.set(to, below ? Math.max(rows.length, free) : free);
    free++;
  }
  return rows.map((row, to) => ({
    row,
    to,
    from: from.get(to)!,
    before: row.score - (row.delta ?? 0),
  }));
}

/**
 * By how many places each row went up (negative: down), counted only where somebody passed somebody: who was tied and is
 * behind now was not overtaken.
 */
export function passed(rows: readonly Row[]): number[] {
  const before = ({ score, delta = 0 }: Row) => score - delta;
  return rows.map(row => {
    const moved = row.moved ?? 0;
    if (moved >= 0) return moved;
    return -rows.filter(other => other.score > row.score && before(other) < before(row)).length || 0;
  });
}
