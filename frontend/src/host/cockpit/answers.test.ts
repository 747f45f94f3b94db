import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HostState, Question, Tally } from '../../protocol';
import { answerLines } from './answers';

const folder = new URL('../../../../src/test/resources/golden/', import.meta.url);
function golden(name: string) {
  const text = readFileSync(new URL(`host.out.state.${name}.json`, folder), 'utf8');
  return JSON.parse(text).state as HostState & { question: Question; tally?: Tally };
}
const lines = (name: string) => {
  const { question, tally } = golden(name);
  return answerLines(question, String, tally);
};

test('before the reveal a host sees which answers are right, and no counts', () => {
  expect(lines('question.choice')).toEqual([
    { id: 'nile0001', place: 0, text: 'Nile', right: true },
    { id: 'rhin0002', place: 1, text: 'Rhine', right: false },
    { id: 'volg0003', place: 2, text: 'Volga', right: false },
  ]);
  expect(lines('question.text')[0]).toEqual({ text: 'Lima', right: true });
  expect(lines('question.number')).toEqual([{ text: '8848.5 ± 50 m', right: true }]);
});
test('an order is listed as it should be, each item with the place it was shown at', () => {
  expect(lines('question.order').map(({ text, place }) => [text, place])).toEqual([
    ['Oslo', 1],
    ['Cairo', 0],
    ['Lima', 2],
  ]);
});
test('a poll has no right answer', () => {
  expect(lines('question.poll').every(line => line.right === undefined)).toBe(true);
});
test('at the reveal every answer has its count', () => {
  expect(lines('reveal.choice').map(({ count }) => count)).toEqual([2, 1, 0]);
  expect(lines('reveal.text')).toEqual([
    { text: 'lima', count: 2, right: true },
    { text: 'cusco', count: 1, right: false },
  ]);
  expect(lines('reveal.number').map(({ text, right }) => [text, right])).toEqual([
    ['8000 – 8500 m', false],
    ['8500 – 9000 m', true],
  ]);
});
test('a place of a scale is called by its number, a longer range by its ends', () => {
  const question = {
    index: 0,
    total: 1,
    kind: 'scale',
    text: 'How sure?',
    points: 0,
    timeLimitMs: 0,
  } as const;
  const texts = (step: number, tally: Tally) =>
    answerLines({ ...question, min: 1, max: 5, step }, String, tally).map(({ text }) => text);
  expect(texts(1, [{ from: 0.5, to: 1.5, count: 2 }])).toEqual(['1']);
  expect(texts(0.1, [{ from: 1, to: 1.5, count: 2 }])).toEqual(['1 – 1.5']);
});
test('an answer that is a picture has its address, and what it shows for a text', () => {
  const media = { url: '/a.png', kind: 'image', alt: 'The Rhine' } as const;
  const question = { index: 0, total: 1, kind: 'poll', text: 'Where?', points: 0, timeLimitMs: 0 } as const;
  const choices = [
    { id: 'a', text: '', media },
    { id: 'b', text: 'Nile' },
  ];
  expect(answerLines({ ...question, choices }, String)).toEqual([
    { id: 'a', place: 0, text: 'The Rhine', picture: '/a.png' },
    { id: 'b', place: 1, text: 'Nile' },
  ]);
});
