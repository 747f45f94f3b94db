import { expect, test } from 'vitest';
import { troubleOf } from './trouble';

test('nothing is said while all is well, on the first connection, or when a view says it all', () => {
  expect(troubleOf({ name: 'open', welcomed: true }, true, 0)).toBeNull();
  expect(troubleOf({ name: 'connecting' }, false, 0)).toBeNull();
  expect(troubleOf({ name: 'stopped', code: 4502, reason: 'removed' }, true, 0)).toBeNull();
});

test('a connection that was there and is not says what happens next', () => {
  expect(troubleOf({ name: 'connecting' }, true, 0)).toEqual({ name: 'connecting' });
  expect(troubleOf({ name: 'open', welcomed: false }, true, 0)).toEqual({ name: 'connecting' });
  expect(troubleOf({ name: 'waiting', retryAt: 4200 }, true, 1000)).toEqual({ name: 'retry', seconds: 4 });
  expect(troubleOf({ name: 'waiting', retryAt: null }, true, 1000)).toEqual({ name: 'offline' });
  expect(troubleOf({ name: 'given-up' }, true, 0)).toEqual({ name: 'given-up' });
});
