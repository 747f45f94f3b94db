import { keep, kept } from '../ui/storage';
import type { Store } from './page';

/** Storage as it is in memory: what blocked storage falls back to. */
export function memoryStore(): Store {
  const kept = new Map<string, string>();
  return {
    lasting: false,
    get: name => kept.get(name) ?? null,
    set: (name, value) => void kept.set(name, value),
    remove: name => void kept.delete(name),
  };
}

/** The browser's storage where it can be written to, memory where it is blocked or full. */
export function browserStore(): Store {
  if (!keep('podium.probe', '1')) return memoryStore();
  keep('podium.probe', null);
  const spare = memoryStore();
  return {
    lasting: true,
    get: name => spare.get(name) ?? kept(name),
    set(name, value) {
      spare.remove(name);
      if (!keep(name, value)) spare.set(name, value);
    },
    remove(name) {
      spare.remove(name);
      keep(name, null);
    },
  };
}

/** A list kept under `name`; what cannot be read as one is an empty list. */
export function readList<T>(store: Store, name: string): T[] {
  try {
    const list = JSON.parse(store.get(name) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

export function writeList<T>(store: Store, name: string, list: readonly T[]): void {
  if (list.length > 0) store.set(name, JSON.stringify(list));
  else store.remove(name);
}
