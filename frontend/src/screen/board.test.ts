import { expect, test } from 'vitest';
import { places } from './board';

const row = (rank: number, moved: number, score = 1000 - rank, delta = 100) => ({
  rank,
  nickname: `${rank} ${moved}`,
  score,
  delta,
  moved,
});
const from = (...rows: ReturnType<typeof row>[]) => places(rows).map(place => place.from);

test('everybody starts where the question found them', () => {
  expect(from(row(1, 2), row(2, -1), row(3, -1))).toEqual([2, 0, 1]);
});

test('who was not on the board comes from under it', () => {
  expect(from(row(1, 8), row(2, -1), row(3, -1))).toEqual([3, 0, 1]);
});

test('no two rows start at one place, also when they shared a rank', () => {
  const starts = from(row(1, 0), row(2, -1), row(2, -1), row(4, 0));
  expect(new Set(starts).size).toBe(4);
});

test('a score starts without the points of the question', () => {
  expect(places([row(1, 0, 950, 900)])[0]!.before).toBe(50);
  expect(places([{ rank: 1, nickname: 'Ada', score: 950 }])[0]).toMatchObject({ before: 950, from: 0 });
});
