import type { Answer, PlayState } from '../protocol';
import type { Receipt } from '../transport/types';

type Question = Extract<PlayState, { phase: 'question' }>;

/** Where a player stands in an open question: what may be done, and what is true of the answer. */
export type AnswerStatus =
  /** May answer; `again` when the last try did not fit. */
  | { name: 'open'; again?: true }
  /** Not yet: the clock is stopped, has not started, or is over. */
  | { name: 'paused' | 'soon' | 'closed' }
  /** On its way. */
  | { name: 'sending'; answer: Answer }
  /** On this phone: there is no connection now, or the question is not open now. */
  | { name: 'kept'; answer: Answer }
  /** Committed. `instead`: another one than was tapped here last; `bell`: what stood in the pad when the time was up. */
  | { name: 'saved'; answer: Answer | undefined; instead?: true; bell?: true }
  | { name: 'late' | 'lost'; answer: Answer | undefined };

export interface Facts {
  state: Question;
  /** Kept and not acknowledged. */
  pending: Answer | undefined;
  /** Tapped on this page. */
  given: Answer | undefined;
  receipt: Receipt | undefined;
  /** The connection can carry an answer now. */
  connected: boolean;
  /** By the server's clock. */
  opened: boolean;
  over: boolean;
}

/** Decides from what is known; what the server has committed comes before what this phone believes. */
export function answerStatus({
  state,
  pending,
  given,
  receipt,
  connected,
  opened,
  over,
}: Facts): AnswerStatus {
  if (receipt?.status === 'duplicate' && receipt.answer)
    return { name: 'saved', answer: receipt.answer, instead: true };
  const bell = receipt?.bell && { bell: receipt.bell };
  if (state.mine) return { name: 'saved', answer: state.mine.answer, ...bell };
  if (receipt?.status === 'saved' || receipt?.status === 'duplicate')
    return { name: 'saved', answer: given, ...bell };
  if (receipt?.status === 'late') return { name: 'late', answer: given };
  if (receipt?.status === 'undelivered') return { name: 'lost', answer: given };
  if (pending) return { name: connected && !state.paused ? 'sending' : 'kept', answer: pending };
  if (state.paused) return { name: 'paused' };
  if (!opened) return { name: 'soon' };
  if (over) return { name: 'closed' };
  return receipt?.status === 'invalid' ? { name: 'open', again: true } : { name: 'open' };
}
