/** What was right, of questions about which a tap on an answer says too little. Pure. */
import type { Item, Media, Question, Region } from '../../protocol';
import type { QuestionReport } from '../report/report';

export interface Near {
  value: number;
  tolerance: number;
}
export type Mendable =
  | { kind: 'number'; correct: Near; min: number; max: number }
  /** From first to last. */
  | { kind: 'order'; correct: readonly Item[] }
  | { kind: 'point'; correct: Region; media: Media };

/** As a host sees a question in the game; null for kinds that are put right otherwise. */
export function mendable(question: Question): Mendable | null {
  switch (question.kind) {
    case 'number': {
      const { correct, min, max } = question;
      return correct ? { kind: 'number', correct, min, max } : null;
    }
    case 'order': {
      const items = question.correct?.flatMap(id => question.items.filter(item => item.id === id));
      return items ? { kind: 'order', correct: items } : null;
    }
    case 'point': {
      const { correct, media } = question;
      return correct && media ? { kind: 'point', correct, media } : null;
    }
    default:
      return null;
  }
}

/** The same as a report tells it: as it counts now. */
export function mendableOf({ question, tally }: QuestionReport): Mendable | null {
  switch (question?.kind) {
    case 'number': {
      const { correct, tolerance, min, max } = question;
      if (correct === null || min === null || max === null) return null;
      return { kind: 'number', correct: { value: correct, tolerance: tolerance ?? 0 }, min, max };
    }
    case 'order': {
      const correct = tally.flatMap(({ id, text }) => (id ? [{ id, text }] : []));
      return correct.length > 0 ? { kind: 'order', correct } : null;
    }
    case 'point': {
      const { region, media } = question;
      return region && media ? { kind: 'point', correct: region, media } : null;
    }
    default:
      return null;
  }
}
