import { expect, test } from 'vitest';
import type { Quiz, QuizQuestion } from '../../library/quiz';
import { differences } from './difference';

const choice = (text: string, right: string, wrong = 'Alps'): QuizQuestion => ({
  kind: 'choice',
  text,
  timeLimitMs: 20_000,
  points: 1_000,
  choices: [{ text: right, correct: true }, { text: wrong }],
});
const quiz = (...questions: QuizQuestion[]): Quiz => ({ title: 'Rivers', questions });
const [a, b, c, d] = ['A', 'B', 'C', 'D'].map(it => choice(it, `right ${it}`)) as [
  QuizQuestion,
  QuizQuestion,
  QuizQuestion,
  QuizQuestion,
];
const brief = (then: Quiz, now: Quiz) =>
  differences(then, now).map(it =>
    [it.what, 'n' in it && it.n, 'was' in it && it.was, 'parts' in it && it.parts.join()]
      .filter(Boolean)
      .join(' '),
  );

test('a quiz does not differ from itself, in whatever order its fields stand', () => {
  const reordered = Object.fromEntries(Object.entries(a).reverse()) as unknown as QuizQuestion;
  expect(differences(quiz(a, b), quiz(reordered, b))).toEqual([]);
});

test('what came, went, changed and moved is told once each', () => {
  expect(brief(quiz(a, b, c), quiz(a, b, c, d))).toEqual(['new 4']);
  expect(brief(quiz(a, b, c), quiz(a, c))).toEqual(['gone 2']);
  expect(brief(quiz(a, b, c), quiz(c, a, b))).toEqual(['moved 1 3']);
  expect(brief(quiz(a, b), quiz({ ...a, timeLimitMs: 5_000, points: 0 }, b))).toEqual([
    'changed 1 1 time,points',
  ]);
});

test('a question is known again by its text, its answers, or its place', () => {
  expect(brief(quiz(a, b), quiz(b, choice('A', 'another')))).toEqual(['moved 1 2', 'changed 2 1 answers']);
  expect(brief(quiz(a, b), quiz({ ...a, text: 'A?' }, b))).toEqual(['changed 1 1 text']);
  expect(brief(quiz(a, b, c), quiz(a, choice('new', 'too'), c))).toEqual(['changed 2 2 text,answers']);
});

test('of five hundred questions that were turned round all are found again', () => {
  const many = Array.from({ length: 500 }, (_, n) => choice(`Question ${n}`, `${n}`));
  const found = differences(quiz(...many), quiz(...[...many].reverse()));
  expect(found).toHaveLength(499);
  expect(found.every(({ what }) => what === 'moved')).toBe(true);
});

test('title, description and language are compared, absent as empty', () => {
  const then = { ...quiz(a), description: 'Wet' };
  expect(differences(then, { ...quiz(a), title: 'Lakes' })).toEqual([
    { what: 'title', before: 'Rivers', after: 'Lakes' },
    { what: 'description', before: 'Wet', after: '' },
  ]);
});
