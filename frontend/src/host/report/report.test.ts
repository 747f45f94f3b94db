import { expect, test } from 'vitest';
import type { QuizQuestion } from '../library/quiz';
import { type Counted, meanOf, type QuestionReport, tallyLines, usualSeparator } from './report';

test.each([
  ['en', 'comma'],
  ['zh', 'comma'],
  ['ar', 'comma'],
  ['de', 'semicolon'],
  ['fr', 'semicolon'],
  ['es', 'semicolon'],
])('a CSV for an Excel in %s is separated by a %s', (language, separator) => {
  expect(usualSeparator(language)).toBe(separator);
});

const base = { text: '', timeLimitMs: 0, points: 0 };
const report = (question: QuizQuestion, tally: Counted[]): QuestionReport => ({
  index: 0,
  kind: question.kind,
  text: question.text,
  voided: false,
  asked: true,
  answers: tally.reduce((sum, { count }) => sum + count, 0),
  tally,
  question,
});

test('a scale is told from its lowest to its highest place, each end by its word, with the mean of all', () => {
  const scale = report({ ...base, kind: 'scale', min: 1, max: 5, step: 1, labels: ['never', 'always'] }, [
    { text: '4', count: 3 },
    { text: '5', count: 2 },
    { text: '1', count: 1 },
  ]);
  expect(tallyLines(scale).map(({ text, count }) => [text, count])).toEqual([
    ['1 · never', 1],
    ['4', 3],
    ['5 · always', 2],
  ]);
  expect(meanOf(scale)).toBeCloseTo(23 / 6);
  // Of many different answers only the most frequent are told.
  expect(meanOf({ ...scale, answers: 7 })).toBeNull();
});

test('a picture as an answer is told with its line, and points by whether they lay in their place', () => {
  const media = { kind: 'image' as const, url: '/media/a.png' };
  const poll = report({ ...base, kind: 'poll', choices: [{ text: 'none' }, { text: '', media }] }, [
    { text: 'none', count: 0 },
    { text: 'A pear', count: 2 },
  ]);
  expect(tallyLines(poll).map(({ place, picture }) => [place, picture])).toEqual([
    [0, undefined],
    [1, '/media/a.png'],
  ]);
  const point = report({ ...base, kind: 'point', region: null }, [
    { text: 'inside', count: 1, correct: true },
    { text: 'outside', count: 2, correct: false },
  ]);
  expect(tallyLines(point).map(({ word }) => word)).toEqual(['inside', 'outside']);
});
