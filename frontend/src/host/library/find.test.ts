import { expect, test } from 'vitest';
import { matching } from './find';

const quizzes = [
  { title: 'Around the world', first: { text: 'Which river is the longest?' } },
  { title: 'Fête de la musique', description: 'For the summer party' },
];
const titles = (typed: string) => matching(quizzes, typed).map(quiz => quiz.title);

test('nothing typed finds everything', () => {
  expect(matching(quizzes, '  ')).toEqual(quizzes);
});
test('every word has to be somewhere: title, description or first question', () => {
  expect(titles('WORLD river')).toEqual(['Around the world']);
  expect(titles('world summer')).toEqual([]);
});
test('accents need not be typed', () => {
  expect(titles('fete')).toEqual(['Fête de la musique']);
});
