import { expect, test } from 'vitest';
import type { QuizQuestion } from '../library/quiz';
import { finds } from './find';
import { blank } from './model';

const question = {
  ...blank('choice'),
  text: 'Which café is oldest?',
  explanation: 'Since 1686',
  choices: [{ text: 'Le Procope', correct: true }, { text: '世界各地' }],
} as QuizQuestion;

test('every word is found in question, answer or explanation, whatever its case and accents', () => {
  for (const typed of ['CAFE', 'procope café', '1686', '世界', '  '])
    expect(finds(typed)(question), typed).toBe(true);
  for (const typed of ['cafes', 'procope tea', 'choice']) expect(finds(typed)(question), typed).toBe(false);
});
