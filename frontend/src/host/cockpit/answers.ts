/** The answers of a question as lines of a list, with how often each was given. Pure. */

import type { CountedChoice, CountedRange, CountedText, Question, Tally } from '../../protocol';
import { fold } from '../../ui/fold';

export interface Line {
  /** Of a choice. */
  id?: string;
  /** Its place among the choices, for colour and shape; absent where an answer has none. */
  place?: number;
  text: string;
  /** The address of its picture. */
  picture?: string;
  /** A word of the interface stands for it. */
  value?: boolean;
  right?: boolean;
  count?: number;
}

/** `tally` is there at the reveal only; before it, what can be chosen or is expected is listed. */
export function answerLines(question: Question, format: (n: number) => string, tally?: Tally): Line[] {
  switch (question.kind) {
    case 'choice':
    case 'poll':
    case 'true-false':
      return question.choices.map((choice, place) => ({
        id: choice.id,
        place,
        text: choice.text || (choice.media?.alt ?? ''),
        ...(choice.media && { picture: choice.media.phone?.url ?? choice.media.url }),
        ...('value' in choice && { value: choice.value }),
        ...(question.correct && { right: (question.correct as string[]).includes(choice.id) }),
        ...counted(tally as CountedChoice[] | undefined, choice.id),
      }));
    case 'order': {
      const places = question.items.map(item => item.id);
      return (question.correct ?? places).map(id => ({
        place: places.indexOf(id),
        text: question.items.find(item => item.id === id)?.text ?? '',
        ...counted(tally as CountedChoice[] | undefined, id),
      }));
    }
    case 'text':
    case 'word-cloud':
      if (tally) {
        const lines = (tally as CountedText[]).map(({ text, count }) => ({
          text,
          count,
          ...isRight(question, text),
        }));
        return lines.sort((a, b) => Number(b.right ?? false) - Number(a.right ?? false));
      }
      return (question.correct ?? []).map(text => ({ text, right: true }));
    case 'number':
    case 'scale': {
      const unit = question.unit ? ` ${question.unit}` : '';
      if (tally) {
        return (tally as CountedRange[]).map(({ from, to, count }) => ({
          text: `${rangeText(question, from, to, format)}${unit}`,
          count,
          ...(question.correct && { right: from <= question.correct.value && question.correct.value <= to }),
        }));
      }
      if (!question.correct) return [];
      const { value, tolerance } = question.correct;
      return [
        { text: `${format(value)}${tolerance > 0 ? ` ± ${format(tolerance)}` : ''}${unit}`, right: true },
      ];
    }
    default:
      return [];
  }
}

/** A place of a scale stands in the middle of its range. */
function rangeText(question: Question, from: number, to: number, format: (n: number) => string): string {
  if (from === to) return format(from);
  const place = question.kind === 'scale' && Math.abs(to - from - question.step) < question.step / 1000;
  return place ? format((from + to) / 2) : `${format(from)} – ${format(to)}`;
}

const counted = (tally: CountedChoice[] | undefined, id: string) =>
  tally ? { count: tally.find(it => it.id === id)?.count ?? 0 } : {};

const isRight = (question: Question, text: string) =>
  Array.isArray(question.correct)
    ? { right: (question.correct as string[]).some(word => fold(word) === fold(text)) }
    : {};
