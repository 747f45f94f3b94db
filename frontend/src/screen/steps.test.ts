import { expect, test } from 'vitest';
import { podium } from './steps';

const told = (...ranks: number[]) => podium(ranks.map(rank => ({ rank })));
const order = (...ranks: number[]) => told(...ranks).steps.map(({ rank, who }) => [rank, who.length]);

test('third is told first, then second, then first', () => {
  expect(order(1, 2, 3, 4)).toEqual([
    [3, 1],
    [2, 1],
    [1, 1],
  ]);
});

test('who ties shares a step, and the next one stays empty', () => {
  expect(order(1, 2, 2, 4)).toEqual([
    [2, 2],
    [1, 1],
  ]);
  expect(order(1, 1, 1)).toEqual([[1, 3]]);
});

test('the rest are those after the third', () => {
  expect(told(1, 2, 3, 4, 5).rest).toEqual([{ rank: 4 }, { rank: 5 }]);
});

test('a game nobody played has an empty podium', () => {
  expect(told()).toEqual({ steps: [], rest: [] });
});
