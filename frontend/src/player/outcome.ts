import type { PlayState } from '../protocol';
import type { Session } from './session';

/** How a question went, in one word. */
export type Outcome =
  | 'right'
  | 'partly'
  | 'wrong'
  | 'none'
  | 'late'
  | 'lost'
  | 'voided'
  | 'thanks'
  | 'joined'
  | 'seen';

export function outcomeOf(
  { voided, mine, question }: Extract<PlayState, { phase: 'reveal' }>,
  { receipts, joinedDuring }: Pick<Session, 'receipts' | 'joinedDuring'>,
): Outcome {
  if (voided) return 'voided';
  if (!mine.answer) {
    const receipt = receipts.value[question.index]?.status;
    if (receipt === 'late') return 'late';
    if (receipt === 'undelivered') return 'lost';
    if (joinedDuring.value === question.index) return 'joined';
    return mine.correct === null ? 'seen' : 'none';
  }
  if (mine.correct === null) return 'thanks';
  if (mine.correct) return 'right';
  return mine.points > 0 ? 'partly' : 'wrong';
}
