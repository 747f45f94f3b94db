import { expect, test } from 'vitest';
import type { QuizQuestion } from '../library/quiz';
import { blank } from './model';
import { suggestedMs } from './time';

const choice = (text: string, ...answers: string[]) =>
  ({ ...blank('choice'), text, choices: answers.map(it => ({ text: it })) }) as QuizQuestion;

test('the longer a question and its answers, the more time is suggested', () => {
  expect(suggestedMs(choice('2 + 2?', '3', '4'))).toBe(10_000);
  expect(suggestedMs(choice('Which of these rivers flows through four capitals?', 'Danube', 'Rhine'))).toBe(
    10_000,
  );
  expect(suggestedMs(choice('word '.repeat(40), 'a', 'b'))).toBe(20_000);
  expect(suggestedMs(choice('word '.repeat(40), 'word '.repeat(30), 'word '.repeat(30)))).toBe(45_000);
  expect(suggestedMs(choice('word '.repeat(5_000), 'a', 'b'))).toBe(300_000);
});

test('typing and sorting take longer than tapping', () => {
  const text = { ...blank('text'), text: 'Which river flows through Paris?' } as QuizQuestion;
  const order = { ...blank('order'), items: ['a', 'b', 'c', 'd', 'e', 'f'] } as QuizQuestion;
  expect(suggestedMs({ ...blank('true-false'), text: 'Is it?' } as QuizQuestion)).toBe(10_000);
  expect(suggestedMs(text)).toBe(20_000);
  expect(suggestedMs(order)).toBe(30_000);
});

test('what has no spaces is read too', () => {
  expect(suggestedMs(choice('下列哪条河流经四个国家的首都？'.repeat(4), '多瑙河', '莱茵河'))).toBe(20_000);
});
