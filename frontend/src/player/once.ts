/** What this tab has counted up already: a reload or a new line shows it as it stands. */
const STORED = 'podium.counted';

/** True the first time it is asked for `what` of a seat, as far as this tab remembers. */
export function firstTime(what: string): boolean {
  try {
    if (sessionStorage.getItem(STORED) === what) return false;
    sessionStorage.setItem(STORED, what);
  } catch {
    // Nothing is kept: it counts again, which harms nobody.
  }
  return true;
}
