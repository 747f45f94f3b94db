import { expect, test } from 'vitest';
import { readNumber } from './number';

test.each([
  ['12', 12],
  ['-3.5', -3.5],
  ['−3,5', -3.5],
  ['8 848', 8848],
  ['.5', 0.5],
  ['٤٢', 42],
  ['', null],
  ['-', null],
  ['1e9', null],
  ['Infinity', null],
  ['1,2,3', null],
  ['twelve', null],
])('“%s” is read as %s', (typed, value) => {
  expect(readNumber(typed)).toBe(value);
});
