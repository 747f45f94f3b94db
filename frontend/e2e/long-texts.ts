/** Texts as long as they may be, with words as long as there are. */
import type { PlayState, ScreenState } from '../src/protocol';

export const SENTENCES = {
  en: 'Which of these, with the Donaudampfschifffahrtsgesellschaft among them, is the longest of all? ',
  ar: 'أي من هذه الأنهار، مع كل ما يصب فيها من روافد كبيرة وصغيرة، هو الأطول على الإطلاق؟ ',
};
export const NAME = 'W'.repeat(24);
export const TITLE = `Every page ${'of a very long title '.repeat(6)}`;

/** A question of 500 characters, one word without spaces among them. */
const QUESTION =
  `${'Donaudampfschifffahrt'.repeat(6)} ${'which of these is the longest river of them all? '.repeat(9)}`.slice(
    0,
    500,
  );
export const ANSWERS = Array.from({ length: 8 }, (_, n) => ({
  text: `${n} ${'Mississippi'.repeat(4)} ${'flows to the sea '.repeat(6)}`.slice(0, 120),
  correct: n % 2 === 0,
}));
export const LONG = { kind: 'choice', text: QUESTION, timeLimitMs: 300_000, points: 1000, choices: ANSWERS };

/** Long texts in place of those of a golden state. */
export function filled<S extends PlayState | ScreenState>(state: S, sentence: string): S {
  const long = (length: number) => sentence.repeat(12).slice(0, length);
  const eight = (one: object[] | undefined) =>
    one &&
    Array.from({ length: 8 }, (_, i) => ({
      ...one[0],
      id: `c${i}`,
      text: textless(one) ? '' : `${i + 1} ${long(118)}`,
    }));
  const textless = ([first]: { text?: string }[]) => first?.text === '';
  const copy = structuredClone(state) as unknown as Record<string, unknown> & {
    question?: Record<string, unknown>;
    top?: { nickname: string; score: number }[];
  };
  const { question } = copy;
  if (question) {
    const formulas = question.format ? `$$${'x^2 + \\frac{1}{y} + '.repeat(12)}z$$` : '';
    question.text = formulas + long(500 - formulas.length);
    if (question.labels) question.labels = [long(40), long(40)];
    if (question.explanation) question.explanation = long(500);
    if (question.kind !== 'true-false' && question.choices)
      question.choices = eight(question.choices as object[]);
    if (question.items) question.items = eight(question.items as object[]);
    if (Array.isArray(question.correct) && question.kind !== 'text')
      question.correct = question.kind === 'order' ? [...'01234567'].map(i => `c${i}`) : ['c0', 'c1'];
    if (question.kind === 'text' && question.correct) question.correct = [long(120)];
  }
  if ('title' in copy) copy.title = long(120);
  if (copy.top)
    copy.top = copy.top.map((row, i) => ({ ...row, nickname: `${NAME.slice(2)}${i}`, score: 99_999 }));
  return copy as unknown as S;
}
