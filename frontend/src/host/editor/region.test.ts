import { expect, test } from 'vitest';
import { drawn, holds, movedBy, readRegion, reshaped, type Spot } from './region';

const wide = { url: '/wide.png', width: 200, height: 100 };
const all: Spot[] = [
  [0, 0],
  [0.3, 0.4],
  [0.99, 0.01],
  [1, 1],
];

test('a circle is one on the screen: the hand that draws it is on its edge', () => {
  expect(drawn('circle', [0.5, 0.5], [0.7, 0.5], wide)).toEqual({ shape: 'circle', x: 0.5, y: 0.5, r: 0.2 });
  expect(drawn('circle', [0.5, 0.5], [0.5, 0.9], wide)).toMatchObject({ r: 0.2 });
  expect(drawn('circle', [0.5, 0.5], [0.5, 0.9], { url: '/unknown.png' })).toMatchObject({ r: 0.4 });
});

test('a rectangle lies between where the hand began and where it is, in whatever direction', () => {
  const there = drawn('rectangle', [0.2, 0.3], [0.6, 0.9], wide);
  expect(there).toEqual({ shape: 'rectangle', x: 0.2, y: 0.3, width: 0.4, height: 0.6 });
  expect(drawn('rectangle', [0.6, 0.9], [0.2, 0.3], wide)).toEqual(there);
});

test('whatever is drawn and moved lies on the picture and is large enough to be met', () => {
  for (const shape of ['circle', 'rectangle'] as const)
    for (const from of all)
      for (const to of all)
        for (const by of [
          [-1, -1],
          [1, 1],
          [0.05, -0.9],
        ] as Spot[]) {
          const region = movedBy(drawn(shape, from, to, wide), by);
          for (const part of [region.x, region.y]) expect(part >= 0 && part <= 1).toBe(true);
          if (region.shape === 'circle') expect(region.r).toBeGreaterThanOrEqual(0.02);
          else {
            expect(Math.min(region.width, region.height)).toBeGreaterThan(0.019);
            expect(Math.max(region.x + region.width, region.y + region.height)).toBeLessThanOrEqual(1.0001);
          }
        }
});

test('in its other shape it is where it was', () => {
  const round = drawn('circle', [0.5, 0.5], [0.6, 0.5], wide);
  const square = reshaped(round, 'rectangle', wide);
  expect(square).toEqual({ shape: 'rectangle', x: 0.4, y: 0.3, width: 0.2, height: 0.4 });
  expect(reshaped(square, 'circle', wide)).toEqual(round);
  expect(holds(round, [0.5, 0.69], wide)).toBe(true);
  expect(holds(round, [0.5, 0.71], wide)).toBe(false);
});

test.each([
  [null],
  ['circle'],
  [{ shape: 'circle', x: 0, y: 0 }],
  [{ shape: 'rectangle', x: 0, y: 0, r: 1 }],
  [{ shape: 'star', x: 0, y: 0, r: 1 }],
])('%j is no region', found => expect(readRegion(found)).toBeNull());
