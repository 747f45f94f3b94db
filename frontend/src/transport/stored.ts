import { readList } from './store';
import type { Store, StoredSeat } from './types';

/** Where the seats are kept. */
export const SEATS = 'podium.seats';

/** The seats of this browser, the last used first; light enough for a page that only wants to know. */
export function storedSeats(store: Store): StoredSeat[] {
  return readList(store, SEATS);
}
