import { expect, test } from 'vitest';
import { cleanLine, cleanLines } from './clean';

test.each([
  ['Paris\u200b', 'Paris'],
  ['Pa\u00adris\u2060\ufeff', 'Paris'],
  ['\u200e Paris \u200f', 'Paris'],
  ['New   York\n', 'New York'],
  ['a\u0000b\ud800', 'ab'],
  ['👩‍🚀', '👩‍🚀'],
  ['می‌خواهم', 'می‌خواهم'],
])('an accepted answer %j is saved as %j', (typed, saved) => {
  expect(cleanLine(typed)).toBe(saved);
});

test.each([
  ['Nile\n\n', 'Nile'],
  ['\n \nfor i in 1,2:\n  print(i)\n', 'for i in 1,2:\n  print(i)'],
  ['  indented', '  indented'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['\u200b', ''],
])('lines of %j are saved as %j', (typed, saved) => {
  expect(cleanLines(typed)).toBe(saved);
});
