import { expect, test } from 'vitest';
import { histogram } from './bins';

const bins = [
  { from: 8000, to: 8500, count: 1 },
  { from: 8500, to: 9000, count: 2 },
];

test('the highest bin is as high as there is room, the others in proportion', () => {
  expect(histogram(bins)!.bins.map(bin => bin.height)).toEqual([0.5, 1]);
});

test('the axis is as long as the answers and the right value need', () => {
  const drawn = histogram(bins, { value: 100, tolerance: 10 })!;
  expect([drawn.from, drawn.to]).toEqual([90, 9000]);
  for (const { start, size } of [...drawn.bins, drawn.right!]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start + size).toBeLessThanOrEqual(1);
  }
});

test('one value for all is drawn too', () => {
  const drawn = histogram([{ from: 7, to: 7, count: 3 }], { value: 7, tolerance: 0 })!;
  expect(drawn.bins[0]!.start).toBeCloseTo(0.5);
  expect(drawn.right!.at).toBeCloseTo(0.5);
});

test('without an answer and without a key there is nothing to draw', () => {
  expect(histogram([])).toBeNull();
});
