/** What was done, and what was undone. Pure: every change makes a new history. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change touched, and when (milliseconds): typing on merges with it. */
  readonly field: string | null;
  readonly at: number;
}

/** As far back as anybody goes step by step; a draft shares with the next all that did not change. */
const MOST_STEPS = 200;
/** Typing that rests longer begins a step of its own. */
const MERGE_MS = 1_000;

export const begun = <T>(present: T): History<T> => ({
  past: [],
  present,
  future: [],
  field: null,
  at: 0,
});

/** A change; those to one field shortly after one another are one step. No field never merges. */
export function changed<T>(history: History<T>, next: T, field: string | null, now: number): History<T> {
  const merges = field !== null && field === history.field && now - history.at < MERGE_MS;
  const past = merges ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present: next, future: [], field, at: now };
}

/** Something that is no step of its own, such as which question is open. */
export const amended = <T>(history: History<T>, present: T): History<T> => ({ ...history, present });

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    field: null,
    at: 0,
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, field: null, at: 0 };
}
