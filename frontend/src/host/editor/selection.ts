import { type Signal, signal } from '@preact/signals';

/** The keys of the questions that something is to be done with; null while none are being chosen. */
export type Selection = Signal<ReadonlySet<string> | null>;

export const createSelection = (): Selection => signal<ReadonlySet<string> | null>(null);

/** Puts in or takes out. */
export function toggled(keys: ReadonlySet<string>, some: readonly string[], on: boolean): Set<string> {
  const next = new Set(keys);
  for (const key of some) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}
