import { expect, test } from 'vitest';
import type { Seat } from '../protocol';
import { EMPTY, type Measure, type Step, shown, type Wall, write } from './wall';

const seat = (id: string): Seat => ({ id, nickname: id });
const seats = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => seat(`name ${from + i}`));
/** Three names a row in the large type, five in the small one. */
const measure = (perRow: number): Measure => ({ inline: perRow * 11, gap: 1, width: () => 10 });
const STEPS: Step[] = [
  { ...measure(3), rows: 2 },
  { ...measure(5), rows: 4 },
];
const ids = (wall: Wall) => wall.rows.map(row => row.seats.map(({ id }) => id));
const rowOf = (wall: Wall, id: string) => wall.rows.find(row => row.seats.some(one => one.id === id))?.key;

test('names fill a row, then the next one', () => {
  expect(ids(write(EMPTY, seats(0, 4), STEPS))).toEqual([['name 0', 'name 1', 'name 2'], ['name 3']]);
});

test('a new name moves nobody who is there', () => {
  const before = write(EMPTY, seats(0, 4), STEPS);
  const after = write(before, seats(0, 6), STEPS);
  for (const { id } of seats(0, 4)) expect(rowOf(after, id)).toBe(rowOf(before, id));
});

test('a name that left leaves its row to the others of it, and nobody changes the row', () => {
  const before = write(EMPTY, seats(0, 6), STEPS);
  const after = write(before, [...seats(0, 1), ...seats(2, 6)], STEPS);
  expect(ids(after)).toEqual([
    ['name 0', 'name 2'],
    ['name 3', 'name 4', 'name 5'],
  ]);
});

test('more names than fit make the type smaller, and it does not grow again', () => {
  const small = write(EMPTY, seats(0, 7), STEPS);
  expect(small.step).toBe(1);
  expect(write(small, seats(0, 2), STEPS).step).toBe(1);
});

test('in the smallest type the oldest rows make room for the newest and for how many more there are, and stay away', () => {
  const full = write(EMPTY, seats(0, 20), STEPS);
  const more = write(full, seats(0, 21), STEPS);
  expect(more.rows.map(row => row.key)).toEqual([3, 4, 5]);
  expect(ids(more).at(-1)).toEqual(['name 20']);
  expect(shown(more)).toBe(11);
  expect(ids(write(more, seats(0, 22), STEPS)).flat()).not.toContain('name 0');
});

test('500 names at once are the newest that fit', () => {
  const wall = write(EMPTY, seats(0, 500), STEPS);
  expect(ids(wall).flat()).toEqual(seats(485, 500).map(({ id }) => id));
});

test('when everybody on the wall has left, others take it', () => {
  const wall = write(EMPTY, seats(0, 3), STEPS);
  expect(ids(write(wall, seats(3, 5), STEPS))).toEqual([['name 3', 'name 4']]);
  expect(ids(write(wall, [], STEPS))).toEqual([]);
});
