import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validState } from './validState';

const GOLDEN = new URL('../../../src/test/resources/golden/', import.meta.url);
const states = readdirSync(GOLDEN).filter(name => /^(play|screen|host)\.out\.state\./.test(name));

test.each(states)('%s comes in as it is', name => {
  const { state } = JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));
  expect(validState(state, name.startsWith('play'))).toBe(state);
});

test.each([
  [null],
  ['lobby'],
  [{}],
  [{ phase: 'intermission' }],
  [{ phase: 'toString' }],
  [{ phase: 7 }],
  [{ phase: 'question', question: null }],
  [{ phase: 'ready', question: { kind: 'choice' } }],
  [{ phase: 'reveal', question: { index: 0 } }],
  [{ phase: 'standings', top: {}, mine: {} }],
])('what cannot be shown becomes a phase that nobody knows: %j', state =>
  expect(validState(state, true)).toEqual({ phase: 'unknown' }),
);
