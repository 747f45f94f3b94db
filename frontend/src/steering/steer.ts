/** What the one big button does next. Pure: a state and what time it is decide. */
import type { HostState, OrderedCommand } from '../protocol';

export type Ordered = OrderedCommand['do'];

export type Step =
  /** Shows question `n`, counted from 1. */
  | { name: 'show'; n: number; do: 'advance' }
  | { name: 'continue'; do: 'continue' }
  | { name: 'close'; do: 'close' }
  | { name: 'leaderboard' | 'finish'; do: 'advance' }
  /** Nothing to press: the question opens, or closes, by itself in a moment. */
  | { name: 'opening' | 'closing'; do: null }
  | { name: 'report'; do: null };

const PHASES: readonly string[] = ['lobby', 'ready', 'question', 'reveal', 'standings', 'finished'];
export const isKnown = ({ phase }: HostState) => PHASES.includes(phase);

/** `timeUp`: the open question's time is over and the last answers are coming in. */
export function nextStep(state: HostState, timeUp: boolean): Step {
  if (state.paused) return { name: 'continue', do: 'continue' };
  switch (state.phase) {
    case 'lobby':
    case 'standings':
      return onward(state);
    case 'ready':
      return { name: 'opening', do: null };
    case 'question':
      if (state.question.kind === 'slide') return onward(state);
      return timeUp ? { name: 'closing', do: null } : { name: 'close', do: 'close' };
    case 'reveal':
      return { name: 'leaderboard', do: 'advance' };
    case 'finished':
      return { name: 'report', do: null };
  }
}

const onward = ({ next }: HostState): Step =>
  next ? { name: 'show', n: next.index + 1, do: 'advance' } : { name: 'finish', do: 'advance' };

/** Which of the smaller buttons make sense now. */
export function possible(state: HostState, timeUp: boolean) {
  const timed = state.phase === 'question' && state.question.kind !== 'slide';
  const running = state.phase === 'ready' || (timed && !timeUp);
  return {
    pause: running && !state.paused,
    extend: timed && state.question.timeLimitMs > 0 && !timeUp && !state.paused,
    skip: state.phase === 'ready' || timed,
    end: state.phase !== 'finished',
    lock: state.phase !== 'finished',
  };
}
