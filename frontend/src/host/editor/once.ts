/** Things that never change are replaced: what was once worked out of one holds as long as it is there. */
export function once<K extends object, T>(work: (it: K) => T): (it: K) => T {
  const known = new WeakMap<K, { result: T }>();
  return it => {
    let found = known.get(it);
    if (!found) {
      found = { result: work(it) };
      known.set(it, found);
    }
    return found.result;
  };
}
