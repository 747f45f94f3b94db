import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { MyResult, PlayState } from '../protocol';
import type { Receipt } from '../transport/types';
import { outcomeOf } from './outcome';

const answered = { answer: { choices: ['a'] }, correct: false, fraction: 0, points: 0, streak: 0 };
const silent = { correct: false, fraction: 0, points: 0, streak: 0 };

function outcome(mine: MyResult, more: { voided?: true; receipt?: Receipt; joinedDuring?: number } = {}) {
  const state = {
    phase: 'reveal',
    question: { index: 4 },
    mine,
    ...(more.voided ? { voided: more.voided } : {}),
  } as Extract<PlayState, { phase: 'reveal' }>;
  return outcomeOf(state, {
    receipts: signal<Record<number, Receipt>>(more.receipt ? { 4: more.receipt } : {}),
    joinedDuring: signal(more.joinedDuring ?? -1),
  });
}

test('right, partly and wrong go by what the server says', () => {
  expect(outcome({ ...answered, correct: true, fraction: 1, points: 950 })).toBe('right');
  expect(outcome({ ...answered, correct: true, fraction: 1, points: 0 })).toBe('right');
  expect(outcome({ ...answered, fraction: 0.5, points: 400 })).toBe('partly');
  expect(outcome(answered)).toBe('wrong');
});

test('an opinion is thanked for, and a voided question counts for nobody', () => {
  expect(outcome({ ...answered, correct: null })).toBe('thanks');
  expect(outcome({ ...silent, correct: null })).toBe('seen');
  expect(outcome({ ...answered, correct: true, fraction: 1 }, { voided: true })).toBe('voided');
});

test('no answer is told from a late one, a lost one, and from having come too late to be asked', () => {
  expect(outcome(silent)).toBe('none');
  expect(outcome(silent, { receipt: { status: 'late' } })).toBe('late');
  expect(outcome(silent, { receipt: { status: 'undelivered' } })).toBe('lost');
  expect(outcome(silent, { joinedDuring: 4 })).toBe('joined');
  expect(outcome(silent, { joinedDuring: 3 })).toBe('none');
});
