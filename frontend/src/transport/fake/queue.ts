import type { Cancel } from '../page';

export interface Due {
  readonly at: number;
  run: () => void;
}
export interface Queue {
  add(at: number, run: () => void): Cancel;
  /** Takes out the first that is due by `end`, in the order of time, then of making. */
  next(end: number): Due | undefined;
}
interface Entry extends Due {
  readonly number: number;
}

/** Timers in a binary heap: cheap, so that tens of thousands of schedules take seconds. */
export function createQueue(): Queue {
  const heap: Entry[] = [];
  let made = 0;
  const before = (a: number, b: number) =>
    heap[a]!.at < heap[b]!.at || (heap[a]!.at === heap[b]!.at && heap[a]!.number < heap[b]!.number);
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  const least = (at: number) => {
    let best = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && before(child, best)) best = child;
    return best;
  };

  return {
    add(at, run) {
      const entry: Entry = { at, run, number: made++ };
      let place = heap.push(entry) - 1;
      for (let up = (place - 1) >> 1; place > 0 && before(place, up); up = (place - 1) >> 1) {
        swap(place, up);
        place = up;
      }
      return () => {
        entry.run = () => {};
      };
    },
    next(end) {
      const first = heap[0];
      if (!first || first.at > end) return undefined;
      const last = heap.pop()!;
      if (heap.length > 0) {
        heap[0] = last;
        for (let at = 0, child = least(0); child !== at; at = child, child = least(at)) swap(at, child);
      }
      return first;
    },
  };
}
