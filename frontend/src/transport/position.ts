/** Where one stands in a game: a `welcome` always counts, a `state` only when it is newer. */
export interface Position {
  welcome(seq: number): void;
  /** Whether this state is news; applying a message twice is harmless. */
  advance(seq: number): boolean;
}

export function createPosition(): Position {
  let held = -1;
  return {
    welcome(seq) {
      held = seq;
    },
    advance(seq) {
      if (seq <= held) return false;
      held = seq;
      return true;
    },
  };
}
