import { expect, test } from 'vitest';
import { begun, changed, redone, undone } from './history';

test('what was done is undone step by step, and done again', () => {
  let history = begun('');
  history = changed(history, 'a', null, 0);
  history = changed(history, 'ab', null, 0);
  expect(undone(history).present).toBe('a');
  expect(undone(undone(history)).present).toBe('');
  expect(redone(undone(history)).present).toBe('ab');
});

test('at either end there is nothing more to undo or to do again', () => {
  const history = changed(begun('a'), 'b', null, 0);
  expect(redone(history)).toBe(history);
  expect(undone(undone(history)).present).toBe('a');
});

test('typing in one field is one step until it rests; another field is another step', () => {
  let history = begun('');
  history = changed(history, 'a', 'title', 0);
  history = changed(history, 'ab', 'title', 900);
  expect(undone(history).present).toBe('');
  history = changed(history, 'abc', 'title', 5_000);
  expect(undone(history).present).toBe('ab');
  history = changed(history, 'abc!', 'text', 5_001);
  expect(undone(history).present).toBe('abc');
});

test('what was undone is gone once something else is done', () => {
  const history = changed(undone(changed(begun('a'), 'b', null, 0)), 'c', null, 0);
  expect(redone(history).present).toBe('c');
  expect(undone(history).present).toBe('a');
});

test('the history is bounded: the oldest steps go first', () => {
  let history = begun(0);
  for (let n = 1; n <= 500; n++) history = changed(history, n, null, 0);
  expect(history.past.length).toBeLessThanOrEqual(200);
  for (let n = 0; n < 500; n++) history = undone(history);
  expect(history.present).toBe(300);
});
