/** Questions as a game would ask them, made of what is written in the editor, finished or not. Pure. */
import type { Choice, Preview, Question } from '../../../protocol';
import type { QuizQuestion } from '../../library/quiz';

const id = (at: number) => `c${at}`;
/** Where nothing usable is typed yet. */
const RANGE = { min: 0, max: 100, step: 1 };
const TYPED_MAX = 120;
const WORD_MAX = 30;

export function previewOf(question: QuizQuestion, index: number, total: number): Preview {
  const { kind, format, text, media, points, timeLimitMs } = question;
  return {
    index,
    total,
    kind,
    ...(format && { format }),
    text,
    ...(media?.url && { media }),
    points,
    timeLimitMs,
    ...(kind === 'choice' && { multiple: rightOnes(question.choices).length > 1 }),
  };
}

/** Without its key, as phones and screens have it until the reveal. */
export function asked(question: QuizQuestion, index: number, total: number): Question {
  const preview = previewOf(question, index, total);
  switch (question.kind) {
    case 'choice':
    case 'poll':
      return { ...preview, choices: question.choices.map(choiceAt) } as Question;
    case 'true-false':
      return {
        ...preview,
        choices: [true, false].map((value, at) => ({ id: id(at), text: String(value), value })),
      } as Question;
    case 'text':
      return { ...preview, maxLength: TYPED_MAX } as Question;
    case 'word-cloud':
      return { ...preview, maxLength: question.maxLength ?? WORD_MAX } as Question;
    case 'number':
    case 'scale': {
      const { min, max, step } = question;
      const labels = 'labels' in question && question.labels?.some(Boolean) ? question.labels : undefined;
      const unit = 'unit' in question ? question.unit : undefined;
      return {
        ...preview,
        min: min ?? RANGE.min,
        max: max ?? RANGE.max,
        step: step || RANGE.step,
        ...(unit && { unit }),
        ...(labels && { labels }),
      } as Question;
    }
    case 'order':
      return {
        ...preview,
        items: mixed(question.items.map((text, at) => ({ id: id(at), text }))),
      } as Question;
    default:
      return preview as Question;
  }
}

/** With its key and explanation. */
export function keyed(question: QuizQuestion, index: number, total: number): Question {
  const correct = correctOf(question);
  return {
    ...asked(question, index, total),
    ...(correct !== undefined && { correct }),
    ...(question.explanation && { explanation: question.explanation }),
  } as Question;
}

function correctOf(question: QuizQuestion): Question['correct'] | undefined {
  switch (question.kind) {
    case 'choice':
      return rightOnes(question.choices);
    case 'true-false':
      return [id(question.correct ? 0 : 1)];
    case 'text':
      return question.accept.filter(Boolean);
    case 'number':
      return question.correct === null
        ? undefined
        : { value: question.correct, tolerance: question.tolerance ?? 0 };
    case 'order':
      return question.items.map((_, at) => id(at));
    case 'point':
      return question.region ?? undefined;
    default:
      return undefined;
  }
}

const choiceAt = ({ text, media }: { text: string; media?: Choice['media'] }, at: number): Choice => ({
  id: id(at),
  text,
  ...(media && { media }),
});
const rightOnes = (choices: readonly { correct?: boolean }[]) =>
  choices.flatMap(({ correct }, at) => (correct ? [id(at)] : []));

/** Never in the right order, and each time the same: every other one first. */
function mixed<T>(items: T[]): T[] {
  return [...items.filter((_, at) => at % 2 === 1), ...items.filter((_, at) => at % 2 === 0)];
}
