import { expect, test } from 'vitest';
import { passed, places } from './board';

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

test('nobody is said to have fallen whom nobody passed', () => {
  const tied = [
    { rank: 1, nickname: 'a', score: 900, delta: 900, moved: 0 },
    { rank: 2, nickname: 'b', score: 700, delta: 700, moved: -1 },
    { rank: 3, nickname: 'c', score: 0, delta: 0, moved: -2 },
  ];
  expect(passed(tied)).toEqual([0, 0, 0]);
});

test('who was passed has fallen by as many as passed', () => {
  const rows = [
    { rank: 1, nickname: 'a', score: 1500, delta: 1000, moved: 2 },
    { rank: 2, nickname: 'b', score: 900, delta: 0, moved: -1 },
    { rank: 3, nickname: 'c', score: 800, delta: 100, moved: -1 },
  ];
  expect(passed(rows)).toEqual([2, -1, -1]);
});
