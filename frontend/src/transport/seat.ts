import { writeList } from './store';
import { SEATS, storedSeats } from './stored';
import type { Env, JoinRequest, StoredSeat } from './types';

/** A phone that plays on is in one game; a few more are kept for their results. */
const KEPT = 5;

/**
 * The seats this browser has, the last used first. Always read anew: another tab may have changed them. The one this page
 * is in is held here as well: whatever happens to storage, the page knows its ticket.
 */
export interface Seats {
  latest(): StoredSeat | undefined;
  /** The page is in this seat from now on. */
  hold(seat: StoredSeat): void;
  of(pin: string): StoredSeat | undefined;
  /** Stores the seat before the server hears of it; the key of an earlier try in the same game stays. */
  claim(request: JoinRequest): StoredSeat;
  /** The counter for the next attempt, raised and stored. */
  raise(pin: string): number;
  ticket(pin: string, ticket: string, nickname: string, team?: string): void;
  /** The player is out, and is asked before the seat is taken again. */
  leave(pin: string): void;
  /** The ticket is of no more use; the key still is. */
  dropTicket(pin: string): void;
  forget(pin: string): void;
}

export function createSeats({ store, uuid }: Pick<Env, 'store' | 'uuid'>): Seats {
  const all = () => storedSeats(store);
  const others = (pin: string) => all().filter(seat => seat.pin !== pin);
  let held: StoredSeat | undefined;
  const of = (pin: string) => all().find(seat => seat.pin === pin) ?? (held?.pin === pin ? held : undefined);
  const keep = (seat: StoredSeat) => {
    held = seat;
    writeList(store, SEATS, [seat, ...others(seat.pin)].slice(0, KEPT));
    return seat;
  };

  return {
    latest: () => all()[0],
    hold(seat) {
      held = seat;
    },
    of,
    claim(request) {
      const before = of(request.pin);
      // Another phone's seat is not the one that this one may have.
      const key = request.handover ? undefined : before?.key;
      return keep({ ...request, key: key ?? uuid(), n: before?.n ?? 0 });
    },
    raise(pin) {
      const seat = of(pin);
      if (!seat) return 0;
      return keep({ ...seat, n: seat.n + 1 }).n;
    },
    ticket(pin, ticket, nickname, team) {
      const seat = of(pin);
      if (!seat) return;
      keep({ ...seat, left: false, ticket, nickname, ...(team ? { team } : {}) });
    },
    leave(pin) {
      const seat = of(pin);
      // Who joins anew may be somebody else, whose phone this is by then.
      if (seat) keep({ ...seat, left: true, key: uuid() });
    },
    dropTicket(pin) {
      const seat = of(pin);
      if (!seat) return;
      const { ticket: _dropped, ...rest } = seat;
      keep(rest);
    },
    forget(pin) {
      if (held?.pin === pin) held = undefined;
      writeList(store, SEATS, others(pin));
    },
  };
}
