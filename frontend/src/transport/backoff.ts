/** When to try again: pure, so that every case is a line in a test. */
const STEPS_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const;
const JITTER = 0.25;
const MOST_FAILURES = 5;
/** A connection that lived this long was established: losing it is no failure. */
export const ESTABLISHED_MS = 5_000;
/** No server, and no mistake of one, makes a client wait longer than this. */
const LONGEST_INVITATION_MS = 30_000;

export interface Attempts {
  /** Failures in a row. */
  readonly failures: number;
  /** Retries planned since things were well: the step to wait next. */
  readonly retries: number;
}
export const AFRESH: Attempts = { failures: 0, retries: 0 };

export interface Loss {
  /** How long the socket was open; 0 when it never opened. */
  livedMs: number;
  /** Whether the close code counts as a failure at all. */
  failure: boolean;
  /** From the server's `bye`. */
  reconnectInMs: number | undefined;
}
export interface Plan {
  attempts: Attempts;
  /** Null: give up until something changes. */
  delayMs: number | null;
}

/** What to do after a loss. `random` is 0 ≤ x < 1; `persistent`: nobody is there to try again, so it never gives up. */
export function plan(before: Attempts, loss: Loss, random: number, persistent = false): Plan {
  const established = loss.livedMs >= ESTABLISHED_MS;
  const known = established ? AFRESH : before;
  const failed = loss.failure && !established;
  const failures = known.failures + (failed ? 1 : 0);
  if (failures >= MOST_FAILURES && !persistent) return { attempts: { failures, retries: 0 }, delayMs: null };
  const invited = failed ? undefined : loss.reconnectInMs;
  return {
    attempts: { failures, retries: known.retries + 1 },
    delayMs: invited === undefined ? stepMs(known.retries, random) : clamp(invited),
  };
}

/** 1, 2, 4, 8, 16, then 30 seconds, each a quarter more or less. */
export function stepMs(retry: number, random: number): number {
  const step = STEPS_MS[Math.min(retry, STEPS_MS.length - 1)]!;
  return Math.round(step * (1 - JITTER + 2 * JITTER * random));
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_INVITATION_MS);
}
