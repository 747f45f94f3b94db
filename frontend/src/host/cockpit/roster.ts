/** Who is in the game, as well as it is known here: newest first. */
import type { RosterChange, Seat } from '../../protocol';

export interface Roster {
  /** The true count; more than there are names when the room is very full. */
  players: number;
  seats: Seat[];
}

/** As many names as a full list from the server has: 200 that are in, 100 that wait or have left. */
export const ROSTER_MAX = 300;

export function changed(roster: Roster, { players, joined, left, full }: Omit<RosterChange, 'type'>): Roster {
  if (full) return { players, seats: joined.slice(0, ROSTER_MAX) };
  const gone = new Set([...left, ...joined.map(seat => seat.id)]);
  const rest = roster.seats.filter(seat => !gone.has(seat.id));
  return { players, seats: [...joined, ...rest].slice(0, ROSTER_MAX) };
}

/** Who is in or was. */
export const inside = (seats: readonly Seat[]) => seats.filter(seat => !seat.waiting);
/** Who still waits, in the order of coming: whoever comes next stands behind, and moves nobody. */
export const waiting = (seats: readonly Seat[]) => seats.filter(seat => seat.waiting).reverse();

/** Seats in the order of their names, as people look for them. */
export function byName(seats: readonly Seat[], language: string): Seat[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...seats].sort((a, b) => compare(a.nickname, b.nickname));
}
