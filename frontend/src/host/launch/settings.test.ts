import { expect, test } from 'vitest';
import { DEFAULTS, revive, teamNames } from './settings';

test('the first visit has the usual settings', () => {
  expect(revive(null)).toEqual(DEFAULTS);
});
test('what was kept is taken again, and what is odd or unknown is not', () => {
  const kept = JSON.stringify({
    lateJoin: false,
    streaks: 'yes',
    scoring: 'luck',
    countdownMs: 5000,
    colour: 'red',
  });
  expect(revive(kept)).toEqual({ ...DEFAULTS, lateJoin: false, countdownMs: 5000 });
  expect(revive('not JSON')).toEqual(DEFAULTS);
});
test('teams are written one a line', () => {
  expect(teamNames(' Red \n\nBlue\n')).toEqual(['Red', 'Blue']);
});
