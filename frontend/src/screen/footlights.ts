/** So many lamps stand at the edge of the stage at most. */
export const LAMPS = 36;

export interface Lamps {
  all: number;
  lit: number;
}

/** One lamp a player while they last, then a share each: one is lit by the first answer, all only by the last. */
export function lamps(answered: number, players: number): Lamps {
  const all = Math.min(LAMPS, Math.max(players, answered));
  if (all === 0 || answered <= 0) return { all, lit: 0 };
  if (answered >= players) return { all, lit: all };
  return { all, lit: Math.min(all - 1, Math.max(1, Math.round((answered / players) * all))) };
}
