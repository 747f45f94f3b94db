import { expect, test } from 'vitest';
import { toggled } from './selection';

test('keys go in and out together, and what was picked before stays as it was', () => {
  const some = new Set(['a', 'b']);
  expect(toggled(some, ['b', 'c'], true)).toEqual(new Set(['a', 'b', 'c']));
  expect(toggled(some, ['b', 'c'], false)).toEqual(new Set(['a']));
  expect(some).toEqual(new Set(['a', 'b']));
});
