import { expect, test } from 'vitest';
import { usualSeparator } from './report';

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
