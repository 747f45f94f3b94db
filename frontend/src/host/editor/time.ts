/** How long a question wants, by what there is to read and to do. Pure. */
import type { QuizQuestion } from '../library/quiz';

export const TIMES_S = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300];

/** To think, and to do what the kind asks for, in seconds. */
const DOING_S: Record<string, number> = {
  choice: 7,
  'true-false': 5,
  poll: 7,
  text: 14,
  number: 14,
  order: 10,
  point: 10,
  'word-cloud': 16,
  scale: 8,
};
/** Aloud in a room and in one's second language: as slowly as the countdown takes a question to be read. */
const WORD_S = 0.3;
/** What is written without spaces is read sign by sign. */
const SIGN_S = 0.18;
/** Each item has to be moved, too. */
const ITEM_S = 2;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function readingS(text: string): number {
  const signs = text.match(SIGNS)?.length ?? 0;
  const words = text.replace(SIGNS, ' ').split(/\s+/).filter(Boolean).length;
  return words * WORD_S + signs * SIGN_S;
}

/** One of the usual times, milliseconds: the first that is long enough. */
export function suggestedMs(question: QuizQuestion): number {
  const answers =
    'choices' in question
      ? question.choices.map(({ text }) => text)
      : 'items' in question
        ? question.items
        : [];
  const seconds =
    (DOING_S[question.kind] ?? 10) +
    readingS([question.text, ...answers].join(' ')) +
    ('items' in question ? question.items.length * ITEM_S : 0);
  return (TIMES_S.find(time => time > 0 && time >= seconds) ?? TIMES_S.at(-1)!) * 1000;
}
