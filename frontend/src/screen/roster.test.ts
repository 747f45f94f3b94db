import { expect, test } from 'vitest';
import { changed, fromLobby, NAMES } from './roster';

const seat = (id: string) => ({ id, nickname: id });
const ids = (seats: { id: string }[]) => seats.map(({ id }) => id);

test('a lobby tells the newest first, the wall the oldest', () => {
  expect(ids(fromLobby([seat('new'), seat('old')]))).toEqual(['old', 'new']);
});

test('who comes is added at the end, who leaves goes', () => {
  const seats = [seat('a'), seat('b')];
  expect(ids(changed(seats, { joined: [seat('c')], left: ['a'] }))).toEqual(['b', 'c']);
});

test('a full list, newest first, replaces all there was', () => {
  const seats = [seat('ghost'), seat('a')];
  expect(ids(changed(seats, { joined: [seat('b'), seat('a')], left: [], full: true }))).toEqual(['a', 'b']);
});

test('a change heard twice changes nothing more', () => {
  const change = { joined: [seat('c')], left: ['a'] };
  const once = changed([seat('a'), seat('b')], change);
  expect(changed(once, change)).toEqual(once);
});

test('the names that are kept are bounded', () => {
  const many = Array.from({ length: NAMES + 50 }, (_, i) => seat(String(i)));
  expect(changed(many, { joined: [seat('last')], left: [] })).toHaveLength(NAMES);
  expect(ids(changed(many, { joined: [seat('last')], left: [] })).at(-1)).toBe('last');
});
