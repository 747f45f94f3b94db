import type { Answer } from '../../protocol';
import type { AnswerStatus } from '../answerStatus';

/** What every pad gets, and what it tells. */
export interface PadProps<Q> {
  question: Q;
  status: AnswerStatus;
  /** What stood in it before the page was loaded again. */
  draft: Answer | undefined;
  /** Touched: this stands in it now. Null: nothing that could be sent. */
  onDraft(answer: Answer | null): void;
  /** False when an answer was given already. */
  onAnswer(answer: Answer, timeStamp: number): boolean;
}
