import { expect, test } from 'vitest';
import { answerStatus, type Facts } from './answerStatus';

const state: Facts['state'] = {
  phase: 'question',
  question: {
    index: 0,
    total: 1,
    kind: 'poll',
    text: '?',
    points: 0,
    timeLimitMs: 1000,
    choices: [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ],
  },
};
const a = { choices: ['a'] };
const b = { choices: ['b'] };
const status = (facts: Partial<Facts>) =>
  answerStatus({
    state,
    pending: undefined,
    given: undefined,
    receipt: undefined,
    connected: true,
    opened: true,
    over: false,
    ...facts,
  });

test('a question that is open may be answered, one that is not yet or no more may not', () => {
  expect(status({})).toEqual({ name: 'open' });
  expect(status({ opened: false })).toEqual({ name: 'soon' });
  expect(status({ over: true })).toEqual({ name: 'closed' });
  expect(status({ state: { ...state, paused: true } })).toEqual({ name: 'paused' });
});

test('a tapped answer is on its way, and never called saved before the server said so', () => {
  expect(status({ pending: a, given: a })).toEqual({ name: 'sending', answer: a });
  expect(status({ pending: a, given: a, receipt: { status: 'saved' } })).toEqual({
    name: 'saved',
    answer: a,
  });
});

test('without a connection, or while the clock stands, the answer is kept, also after the time is up', () => {
  expect(status({ pending: a, connected: false })).toEqual({ name: 'kept', answer: a });
  expect(status({ pending: a, connected: false, over: true })).toEqual({ name: 'kept', answer: a });
  expect(status({ pending: a, state: { ...state, paused: true } })).toEqual({ name: 'kept', answer: a });
});

test('the answer the server has is the one that is shown', () => {
  expect(status({ state: { ...state, mine: { answer: b, status: 'saved' } }, given: a })).toEqual({
    name: 'saved',
    answer: b,
  });
  expect(status({ given: a, receipt: { status: 'duplicate', answer: b } })).toEqual({
    name: 'saved',
    answer: b,
    instead: true,
  });
  expect(status({ given: a, receipt: { status: 'duplicate' } })).toEqual({ name: 'saved', answer: a });
});

test('an answer that cannot count is reported, and one that did not fit may be given again', () => {
  expect(status({ given: a, receipt: { status: 'late' }, over: true })).toEqual({ name: 'late', answer: a });
  expect(status({ given: a, receipt: { status: 'undelivered' } })).toEqual({ name: 'lost', answer: a });
  expect(status({ given: a, receipt: { status: 'invalid' } })).toEqual({ name: 'open', again: true });
});
