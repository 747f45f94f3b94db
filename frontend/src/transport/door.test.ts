import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { admit } from './door';

const GOLDEN = new URL('../../../src/test/resources/golden/', import.meta.url);
const states = readdirSync(GOLDEN).filter(name => /^(play|screen|host)\.out\.state\./.test(name));

test.each(states)('%s comes in as it is', name => {
  const { state } = JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'));
  expect(admit(state, name.startsWith('play'))).toBe(state);
});

const question = { index: 0, total: 1, kind: 'choice', text: 'Which?' };
test.each([
  [null],
  ['lobby'],
  [{}],
  [{ phase: 'intermission' }],
  [{ phase: 'toString' }],
  [{ phase: 7 }],
  [{ phase: 'lobby' }],
  [{ phase: 'question', question: null }],
  [{ phase: 'question', question }],
  [{ phase: 'question', question: { ...question, choices: [null] } }],
  [{ phase: 'reveal', question: { ...question, choices: [] } }],
  [{ phase: 'standings', top: {}, mine: {} }],
])('what cannot be shown becomes a phase that nobody knows: %j', state =>
  expect(admit(state, true)).toEqual({ phase: 'unknown' }),
);
