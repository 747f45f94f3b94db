import { expect, test } from 'vitest';
import { landing, room, taken } from './order';
import { middle, moved } from './steps';

test('a step keeps to the grid and to the range, without the crumbs of binary fractions', () => {
  const tenths = { min: 0, max: 1, step: 0.1 };
  expect(moved(tenths, 0.2, 1)).toBe(0.3);
  expect(moved(tenths, 1, 1)).toBe(1);
  expect(moved(tenths, 0, -1)).toBe(0);
  expect(moved({ min: 0.05, max: 1, step: 0.1 }, 0.05, 2)).toBe(0.25);
  expect(moved({ min: -5, max: 5, step: 2 }, -5, 1)).toBe(-3);
});

test('from between two places, a step leads to the next of them', () => {
  const tens = { min: 0, max: 100, step: 10 };
  expect(moved(tens, 34, 1)).toBe(40);
  expect(moved(tens, 34, -1)).toBe(30);
  expect(moved(tens, 34, 0)).toBe(30);
});

test('a slider starts in the middle, on the grid', () => {
  expect(middle({ min: 0, max: 12000, step: 0.5 })).toBe(6000);
  expect(middle({ min: 1900, max: 2025, step: 10 })).toBe(1960);
});

test('a row moved takes its place, and the others keep their order', () => {
  expect(taken(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(taken(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(taken(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
});

test('a dragged row passes a neighbour once it covers half of it', () => {
  const heights = [50, 50, 100];
  expect(landing(heights, 0, 20, 10)).toBe(0);
  expect(landing(heights, 0, 31, 10)).toBe(1);
  expect(landing(heights, 0, 100, 10)).toBe(1);
  expect(landing(heights, 0, 120, 10)).toBe(2);
  expect(landing(heights, 0, 9999, 10)).toBe(2);
  expect(landing(heights, 2, -70, 10)).toBe(0 + 1);
});

test('the rows between make room, towards where the dragged one came from', () => {
  expect([0, 1, 2, 3].map(at => room(at, 0, 2))).toEqual([0, -1, -1, 0]);
  expect([0, 1, 2, 3].map(at => room(at, 3, 1))).toEqual([0, 1, 1, 0]);
});
