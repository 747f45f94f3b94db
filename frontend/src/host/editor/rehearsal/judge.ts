/** What an answer is worth, by the contract's words ("Points"); only for a rehearsal: in a game the server judges. Pure. */
import type { Answer } from '../../../protocol';
import { fold, foldForgiving } from '../../../ui/fold';
import { isScored } from '../../../ui/scored';
import type { QuizQuestion } from '../../library/quiz';

/** The right part of an answer, 0 to 1; null where nothing is right or wrong. */
export function fractionOf(question: QuizQuestion, answer: Answer): number | null {
  if (!isScored(question.kind)) return null;
  switch (question.kind) {
    case 'choice': {
      const right = question.choices.flatMap((it, at) => (it.correct ? [`c${at}`] : []));
      if (!('choices' in answer) || right.length === 0) return 0;
      return answer.choices.every(pick => right.includes(pick)) ? answer.choices.length / right.length : 0;
    }
    case 'true-false':
      return 'choices' in answer && answer.choices[0] === (question.correct ? 'c0' : 'c1') ? 1 : 0;
    case 'text': {
      const folded = question.accents === 'forgive' ? foldForgiving : fold;
      if (!('text' in answer)) return 0;
      return question.accept.some(word => word && folded(word) === folded(answer.text)) ? 1 : 0;
    }
    case 'number': {
      const { correct, tolerance } = question;
      if (!('number' in answer) || correct === null) return 0;
      return Math.abs(answer.number - correct) <= (tolerance ?? 0) ? 1 : 0;
    }
    case 'order': {
      if (!('order' in answer)) return 0;
      const placed = answer.order.filter((item, at) => item === `c${at}`).length;
      return placed / Math.max(1, question.items.length);
    }
    case 'point':
      return 'point' in answer && isInside(question, answer.point) ? 1 : 0;
    default:
      return 0;
  }
}

function isInside({ region, media }: Extract<QuizQuestion, { kind: 'point' }>, [x, y]: [number, number]) {
  if (!region) return false;
  if (region.shape === 'rectangle')
    return x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
  const aspect = media?.width && media.height ? media.width / media.height : 1;
  return Math.hypot(x - region.x, (y - region.y) / aspect) <= region.r;
}

/** By speed: half of the points is for having the answer, half for having it soon. */
export function pointsOf(fraction: number, points: number, timeLimitMs: number, elapsedMs: number): number {
  if (timeLimitMs === 0) return Math.round(fraction * points);
  const credited = elapsedMs < 500 ? 0 : Math.min(elapsedMs, timeLimitMs);
  return Math.round(fraction * points * (1 - credited / timeLimitMs / 2));
}

/** For the nth right answer in a row. */
export const streakBonus = (streak: number) => Math.min(Math.max(0, streak - 1) * 100, 500);
