/**
 * What a server says of a game is looked at once, here: a state without what every view of its phase needs becomes one of an
 * unknown phase, for which there is a calm page. What is finer than that is for the boundary around each view.
 */
const UNKNOWN = { phase: 'unknown' };

type Fields = { [name: string]: unknown };
const fields = (value: unknown): Fields | null =>
  value && typeof value === 'object' ? (value as Fields) : null;

/** The state as it came, or one of an unknown phase. `mine`: what belongs to a player has to be there. */
export function validState<S>(state: S, mine = false): S {
  return fits(fields(state), mine) ? state : (UNKNOWN as S);
}

function fits(state: Fields | null, mine: boolean): boolean {
  switch (state?.phase) {
    case 'lobby':
    case 'waiting':
      return true;
    case 'ready':
    case 'question':
      return asks(state);
    case 'reveal':
      return asks(state) && (!mine || !!fields(state.mine));
    case 'standings':
    case 'break':
    case 'finished':
      return Array.isArray(state.top) && (!mine || !!fields(state.mine));
    default:
      return false;
  }
}

function asks({ question }: Fields): boolean {
  return typeof fields(question)?.index === 'number';
}
