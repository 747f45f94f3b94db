import { expect, test } from 'vitest';
import {
  choicesOf,
  DEFAULTS,
  lookMistakes,
  PRESET_NAMES,
  presetOf,
  remember,
  revive,
  settingsOf,
  teamNames,
  typedSettings,
  USUAL,
} from './settings';

const PLAIN = { settings: DEFAULTS, look: USUAL, teams: '', teamSize: '', identify: '' };

test('the first visit has the usual settings', () => {
  expect(revive(undefined)).toEqual(DEFAULTS);
});
test('what was kept is taken again, and what is odd or unknown is not', () => {
  const kept = {
    lateJoin: false,
    streaks: 'yes',
    scoring: 'luck',
    countdownMs: 5000,
    ranks: 'loud',
    names: 'odd',
    filter: 'mild',
    colour: 'red',
  };
  expect(revive(kept)).toEqual({ ...DEFAULTS, lateJoin: false, countdownMs: 5000 });
  for (const odd of ['not JSON', 7, null, { countdownMs: true }]) expect(revive(odd)).toEqual(DEFAULTS);
});
test('what is asked for and how large teams are is said only where it is wanted', () => {
  expect(typedSettings(PLAIN)).toEqual({});
  expect(typedSettings({ ...PLAIN, teamSize: '4', identify: ' ' })).toEqual({});
  expect(typedSettings(CHOSEN)).toEqual({
    teams: ['Red', 'Blue'],
    teamSize: 4,
    identify: { label: 'Student number' },
  });
});

test('teams are written one a line', () => {
  expect(teamNames(' Red \n\nBlue\n')).toEqual(['Red', 'Blue']);
});

test('each room has settings of its own, and is known by them', () => {
  expect(PRESET_NAMES.map(name => presetOf(settingsOf(name)))).toEqual(PRESET_NAMES);
  expect(presetOf({ ...settingsOf('class'), approval: true })).toBeUndefined();
});
test('who never chose plays as at a party', () => {
  expect(presetOf(DEFAULTS)).toBe('party');
});

const CHOSEN = {
  settings: { ...settingsOf('class'), approval: true },
  look: { theme: 'paper', accent: '#8a1538' },
  teams: 'Red\nBlue',
  teamSize: '4',
  identify: 'Student number',
} as const;

test('each quiz is launched as it was last', () => {
  const kept = remember(remember(null, 'a', CHOSEN), 'b', PLAIN);
  expect(choicesOf(kept, 'a')).toEqual(CHOSEN);
  expect(choicesOf(kept, 'b')).toEqual(PLAIN);
  expect(choicesOf(kept, 'c')).toEqual(PLAIN);
  expect(choicesOf(remember(kept, 'a', PLAIN), 'a')).toEqual(PLAIN);
});
test('a hundred quizzes are remembered, and what is odd is as by default', () => {
  let kept: string | null = null;
  for (let i = 0; i <= 100; i++) kept = remember(kept, `quiz ${i}`, CHOSEN);
  expect(choicesOf(kept, 'quiz 0')).toEqual(PLAIN);
  expect(choicesOf(kept, 'quiz 1')).toEqual(CHOSEN);
  for (const odd of ['not JSON', '7', '[7]', '[["a",null]]', '[["a",{"look":{"theme":"mud"},"teams":7}]]'])
    expect(choicesOf(odd, 'a')).toEqual(PLAIN);
});
test('a form says what the server would refuse: a colour that cannot be read, and an address browsers do not show', () => {
  expect(lookMistakes({ theme: 'hall', accent: '#ffc933', logo: 'https://example.org/a.svg' })).toEqual([]);
  expect(lookMistakes({ theme: 'paper', accent: '#ffc933' })).toEqual(['accent']);
  expect(lookMistakes({ theme: 'hall', logo: 'http://example.org/a.svg' })).toEqual(['logo']);
});
