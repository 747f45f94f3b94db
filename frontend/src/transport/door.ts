/** What a server says of a game is looked at once, here: what does not have the shape it should have becomes a calm page. */

/** Shown for a phase this page does not know, and for what it cannot read. */
const UNKNOWN = { phase: 'unknown' };

type Fields = Record<string, unknown>;
const is = (type: string) => (value: unknown) => typeof value === type;
const list = (value: unknown) =>
  Array.isArray(value) && value.every(item => item && typeof item === 'object');

const QUESTION = { index: is('number'), total: is('number'), kind: is('string'), text: is('string') };
/** What each phase must have, so that no view has to ask. */
const NEEDED: Record<string, Record<string, (value: unknown) => boolean>> = {
  lobby: { title: is('string') },
  ready: { question: value => has(value, QUESTION) },
  question: { question: whole },
  reveal: { question: whole },
  standings: { top: list },
  finished: { top: list },
};
const ANSWERED_BY: Record<string, object> = {
  choice: { choices: list },
  'true-false': { choices: list },
  poll: { choices: list },
  order: { items: list },
};

/** The state as it came, or one of an unknown phase. `mine`: what belongs to a player has to be there. */
export function admit<S>(state: S, mine = false): S {
  const phase = (state as Fields | null)?.phase;
  const needed = typeof phase === 'string' && Object.hasOwn(NEEDED, phase) ? NEEDED[phase] : undefined;
  const late = phase === 'reveal' || phase === 'standings' || phase === 'finished';
  const fits =
    needed && has(state, needed) && (!mine || !late || has(state, { mine: value => has(value, {}) }));
  return fits ? state : (UNKNOWN as S);
}

function whole(question: unknown): boolean {
  return has(question, { ...QUESTION, ...ANSWERED_BY[String((question as Fields | null)?.kind)] });
}

function has(value: unknown, needed: Record<string, (field: unknown) => boolean>): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(needed).every(([name, fits]) => fits((value as Fields)[name]));
}
