import { expect, test } from 'vitest';
import { byName, changed, ROSTER_MAX } from './roster';

const seat = (id: string, nickname = id) => ({ id, nickname });
const start = { players: 2, seats: [seat('b'), seat('a')] };

test('who joins stands first, who leaves is gone', () => {
  expect(changed(start, { players: 2, joined: [seat('c')], left: ['a'] })).toEqual({
    players: 2,
    seats: [seat('c'), seat('b')],
  });
});
test('hearing of the same one twice changes nothing', () => {
  const once = changed(start, { players: 3, joined: [seat('c')], left: [] });
  expect(changed(once, { players: 3, joined: [seat('c')], left: [] })).toEqual(once);
});
test('a full list replaces what was there: nobody stays who is gone', () => {
  expect(changed(start, { players: 1, joined: [seat('c')], left: [], full: true })).toEqual({
    players: 1,
    seats: [seat('c')],
  });
});
test('the list stays bounded while the count goes on', () => {
  const joined = Array.from({ length: ROSTER_MAX + 100 }, (_, i) => seat(`p${i}`));
  const full = changed(start, { players: 302, joined, left: [] });
  expect(full.seats).toHaveLength(ROSTER_MAX);
  expect(full.players).toBe(302);
});
test('names are found in their alphabetical place', () => {
  const names = byName(
    [seat('1', 'Zoë'), seat('2', 'élodie'), seat('3', 'Ada 10'), seat('4', 'Ada 2')],
    'fr',
  );
  expect(names.map(it => it.nickname)).toEqual(['Ada 2', 'Ada 10', 'élodie', 'Zoë']);
});
