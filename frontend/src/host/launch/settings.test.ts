import { expect, test } from 'vitest';
import { DEFAULTS, lookMistakes, lookOf, remember, revive, teamNames, USUAL } from './settings';

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

const PAPER = { theme: 'paper', accent: '#8a1538' } as const;

test('each quiz has the look it was launched with last', () => {
  const kept = remember(remember(null, 'a', PAPER), 'b', { theme: 'arcade' });
  expect(lookOf(kept, 'a')).toEqual(PAPER);
  expect(lookOf(kept, 'b')).toEqual({ theme: 'arcade' });
  expect(lookOf(kept, 'c')).toEqual(USUAL);
  expect(lookOf(remember(kept, 'a', USUAL), 'a')).toEqual(USUAL);
});
test('looks are remembered for a hundred quizzes, and what is odd is the usual one', () => {
  let kept: string | null = null;
  for (let i = 0; i <= 100; i++) kept = remember(kept, `quiz ${i}`, PAPER);
  expect(lookOf(kept, 'quiz 0')).toEqual(USUAL);
  expect(lookOf(kept, 'quiz 1')).toEqual(PAPER);
  for (const odd of ['not JSON', '7', '[7]', '[["a",null]]', '[["a",{"theme":"mud"}]]'])
    expect(lookOf(odd, 'a')).toEqual(USUAL);
});
test('a form says what the server would refuse: a colour that cannot be read, and an address browsers do not show', () => {
  expect(lookMistakes({ theme: 'hall', accent: '#ffc933', logo: 'https://example.org/a.svg' })).toEqual([]);
  expect(lookMistakes({ theme: 'paper', accent: '#ffc933' })).toEqual(['accent']);
  expect(lookMistakes({ theme: 'hall', logo: 'http://example.org/a.svg' })).toEqual(['logo']);
});
