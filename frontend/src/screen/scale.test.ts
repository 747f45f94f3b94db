import { expect, test } from 'vitest';
import { average } from './ScaleTally';

test('the average of a scale is that of its answers, each by the middle of its range', () => {
  expect(
    average([
      { from: 0.5, to: 1.5, count: 1 },
      { from: 3.5, to: 4.5, count: 2 },
    ]),
  ).toBe(3);
});
test('of no answers there is none', () => expect(average([{ from: 0.5, to: 1.5, count: 0 }])).toBeNull());
