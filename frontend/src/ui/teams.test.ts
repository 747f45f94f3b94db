import { expect, test } from 'vitest';
import { teamPlaces } from './teams';

test('a team has the mark the server gave it, whoever leads', () => {
  const marks = teamPlaces([
    { name: 'Owls', place: 0 },
    { name: 'Bears', place: 4 },
  ]);
  expect([...marks]).toEqual([
    ['Bears', 4],
    ['Owls', 0],
  ]);
});

test('where no place is said, a team keeps its mark, whoever leads', () => {
  const teams = ['Owls', 'Foxes', 'Bears'].map(name => ({ name }));
  const marks = teamPlaces(teams);
  expect(marks).toEqual(teamPlaces([...teams].reverse()));
  expect([...marks.values()].sort()).toEqual([0, 1, 2]);
});
