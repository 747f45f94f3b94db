import { expect, test } from 'vitest';
import { teamPlaces } from './teams';

test('a team keeps its mark, whoever leads', () => {
  const marks = teamPlaces(['Owls', 'Foxes', 'Bears']);
  expect(marks).toEqual(teamPlaces(['Bears', 'Owls', 'Foxes']));
  expect([...marks.values()].sort()).toEqual([0, 1, 2]);
});
