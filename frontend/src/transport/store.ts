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
export function browserStore(storage: () => Storage = () => localStorage): Store {
  let disk: Storage;
  try {
    disk = storage();
    disk.setItem('podium.probe', '1');
    disk.removeItem('podium.probe');
  } catch {
    return memoryStore();
  }
  const spare = memoryStore();
  const attempt = <T>(run: () => T, otherwise: () => T): T => {
    try {
      return run();
    } catch {
      return otherwise();
    }
  };
  return {
    lasting: true,
    get: name =>
      spare.get(name) ??
      attempt(
        () => disk.getItem(name),
        () => null,
      ),
    set(name, value) {
      spare.remove(name);
      attempt(
        () => disk.setItem(name, value),
        () => spare.set(name, value),
      );
    },
    remove(name) {
      spare.remove(name);
      attempt(
        () => disk.removeItem(name),
        () => {},
      );
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
