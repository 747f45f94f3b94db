interface Ranked {
  rank: number;
}
export interface Steps<R> {
  /** The three steps in the order they are told: third, second, first. A step nobody stands on is left out. */
  steps: { rank: 1 | 2 | 3; who: R[] }[];
  /** Who comes after them. */
  rest: R[];
}

/** Who stands where on the podium. Ties share a step, and the next one stays empty. */
export function podium<R extends Ranked>(rows: readonly R[]): Steps<R> {
  const ranks = [3, 2, 1] as const;
  return {
    steps: ranks
      .map(rank => ({ rank, who: rows.filter(row => row.rank === rank) }))
      .filter(step => step.who.length > 0),
    rest: rows.filter(row => row.rank > 3),
  };
}
