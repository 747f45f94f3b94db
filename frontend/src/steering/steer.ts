/** What the one big button does next. Pure: a state and what time it is decide. */
import type { HostState, OrderedCommand } from '../protocol';
import { isScored } from '../ui/scored';

export type Ordered = OrderedCommand['do'];

/** `onward` leads past the standings. */
type Forward = 'advance' | 'onward';
export type Step =
  /** Shows question `n`, counted from 1. */
  | { name: 'show'; n: number; do: Forward }
  | { name: 'continue'; do: 'continue' }
  | { name: 'close'; do: 'close' }
  | { name: 'leaderboard' | 'break' | 'finish'; do: Forward }
  /** Nothing to press: the question opens, or closes, by itself in a moment. */
  | { name: 'opening' | 'closing'; do: null }
  | { name: 'report'; do: null };

const PHASES: readonly string[] = ['lobby', 'ready', 'question', 'reveal', 'standings', 'break', 'finished'];
export const isKnown = ({ phase }: HostState) => PHASES.includes(phase);

/** `timeUp`: the open question's time is over and the last answers are coming in. */
export function nextStep(state: HostState, timeUp: boolean): Step {
  if (state.paused) return { name: 'continue', do: 'continue' };
  switch (state.phase) {
    case 'lobby':
    case 'standings':
    case 'break':
      return onward(state);
    case 'ready':
      return { name: 'opening', do: null };
    case 'question':
      if (state.question.kind === 'slide') return onward(state);
      return timeUp ? { name: 'closing', do: null } : { name: 'close', do: 'close' };
    case 'reveal':
      return ranks(state.question) ? { name: 'leaderboard', do: 'advance' } : onward(state, 'onward');
    case 'finished':
      return { name: 'report', do: null };
  }
}

/** Whether standings may differ after it. */
const ranks = ({ kind, points }: { kind: string; points: number }) => points > 0 && isScored(kind);

function onward(state: HostState, forward: Forward = 'advance'): Step {
  const { next } = state;
  if (!next) return { name: 'finish', do: forward };
  if (state.phase !== 'break' && beginsRound(state, next.index)) return { name: 'break', do: forward };
  return { name: 'show', n: next.index + 1, do: forward };
}

/** Whether a question is the first of a round, but not of the game. */
function beginsRound({ rounds = [] }: HostState, index: number): boolean {
  let first = 0;
  return rounds.some(({ questions }) => {
    first += questions;
    return first === index;
  });
}

/** Which of the smaller buttons make sense now. */
export function possible(state: HostState, timeUp: boolean) {
  const timed = state.phase === 'question' && state.question.kind !== 'slide';
  const running = state.phase === 'ready' || (timed && !timeUp);
  const itself = state.automatic && (state.phase === 'reveal' || state.phase === 'standings');
  const recess = state.phase === 'break';
  return {
    pause: (running || itself || (recess && !!state.automatic && state.until !== undefined)) && !state.paused,
    extend: recess || (timed && state.question.timeLimitMs > 0 && !timeUp && !state.paused),
    skip: state.phase === 'ready' || timed,
    end: state.phase !== 'finished',
    lock: state.phase !== 'finished',
  };
}
