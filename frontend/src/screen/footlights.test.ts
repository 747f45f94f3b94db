import { expect, test } from 'vitest';
import { LAMPS, lamps } from './footlights';

test('a small class has a lamp for each', () => {
  expect(lamps(2, 7)).toEqual({ all: 7, lit: 2 });
});

test('in a crowd the first answer lights one, and only the last lights the last', () => {
  expect(lamps(0, 500)).toEqual({ all: LAMPS, lit: 0 });
  expect(lamps(1, 500)).toEqual({ all: LAMPS, lit: 1 });
  expect(lamps(499, 500)).toEqual({ all: LAMPS, lit: LAMPS - 1 });
  expect(lamps(500, 500)).toEqual({ all: LAMPS, lit: LAMPS });
});

test('more answers than players present are all', () => {
  expect(lamps(3, 2)).toEqual({ all: 3, lit: 3 });
  expect(lamps(0, 0)).toEqual({ all: 0, lit: 0 });
});
