/**
 * The wall of names: rows written from the start, one name after the other. A name keeps its row as long as it is
 * shown; when the wall is full at its smallest type, the oldest row goes and the others move up.
 */
import type { Seat } from '../protocol';

export interface Row {
  /** The same row has the same key for as long as it is there. */
  key: number;
  seats: Seat[];
}
export interface Measure {
  /** How wide a name is with all around it, in pixels. */
  width(seat: Seat): number;
  /** Between two names. */
  gap: number;
  /** Of a row. */
  inline: number;
}

/** `rows` without the names that left and with those that came. */
export function extend(rows: readonly Row[], seats: readonly Seat[], measure: Measure): Row[] {
  const here = new Set(seats.map(seat => seat.id));
  const next = rows
    .map(row => ({ key: row.key, seats: row.seats.filter(seat => here.has(seat.id)) }))
    .filter(row => row.seats.length > 0);
  const placed = new Set(next.flatMap(row => row.seats.map(seat => seat.id)));
  // Names older than the newest one placed had their row once: it went off the wall.
  const from = seats.reduce((after, seat, i) => (placed.has(seat.id) ? i + 1 : after), 0);
  for (const seat of seats.slice(from)) {
    const last = next.at(-1);
    if (last && used(last, measure) + measure.gap + measure.width(seat) <= measure.inline) {
      last.seats.push(seat);
    } else {
      next.push({ key: (last?.key ?? rows.at(-1)?.key ?? 0) + 1, seats: [seat] });
    }
  }
  return next;
}

function used({ seats }: Row, { width, gap }: Measure): number {
  return seats.reduce((sum, seat) => sum + width(seat), 0) + gap * (seats.length - 1);
}

/** A size of type on the wall: its measure, and how many rows there is room for. */
export interface Step extends Measure {
  rows: number;
}
export interface Wall {
  step: number;
  rows: Row[];
}
export const EMPTY: Wall = { step: 0, rows: [] };

/**
 * The wall for `seats`: in the largest type all fit in, never larger than before; in the smallest, the newest rows. Where it does
 * not show all `players`, one row is left for how many more there are.
 */
export function write(
  before: Wall,
  seats: readonly Seat[],
  steps: readonly Step[],
  players = seats.length,
): Wall {
  for (let step = before.step; step < steps.length; step++) {
    const measure = steps[step]!;
    const rows = extend(step === before.step ? before.rows : [], seats, measure);
    const whole = shown({ step, rows }) >= players;
    if (rows.length <= measure.rows - (whole ? 0 : 1)) return { step, rows };
    if (step === steps.length - 1)
      return { step, rows: measure.rows > 1 ? rows.slice(1 - measure.rows) : [] };
  }
  return before;
}

/** How many names the wall shows. */
export function shown(wall: Wall): number {
  return wall.rows.reduce((sum, row) => sum + row.seats.length, 0);
}
