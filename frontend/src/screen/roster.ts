import type { RosterChange, Seat } from '../protocol';

/** More names than any wall can show at once; the rest is a number. */
export const NAMES = 400;

/** The names of a lobby, oldest first, so that a new one is written after the others and none has to move. */
export function fromLobby(newestFirst: readonly Seat[]): Seat[] {
  return newestFirst.slice(0, NAMES).reverse();
}

/** The names after some came and some left; who is there already stays where it is. A full list replaces them. */
export function changed(
  seats: readonly Seat[],
  { joined, left, full }: Pick<RosterChange, 'joined' | 'left' | 'full'>,
): Seat[] {
  if (full) return fromLobby(joined);
  const gone = new Set(left);
  const stay = seats.filter(seat => !gone.has(seat.id));
  const known = new Set(stay.map(seat => seat.id));
  const fresh = joined.filter(seat => !known.has(seat.id));
  return [...stay, ...fresh].slice(-NAMES);
}
