import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../api';
import { insist } from './insist';

let replies: Result<string>[];
let heard: Result<string>[];
let asked: number;
let online: () => void;

const away: Result<string> = { ok: false, problem: { type: '', title: '', status: 0 } };
const good: Result<string> = { ok: true, value: 'there', etag: null };
const begin = () =>
  insist(
    async () => {
      asked++;
      return replies.shift() ?? away;
    },
    reply => heard.push(reply),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', (_: string, run: () => void) => {
    online = run;
  });
  vi.stubGlobal('removeEventListener', () => {
    online = () => {};
  });
  replies = [];
  heard = [];
  asked = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it asks again after a failure until there is an answer, which is told once', async () => {
  replies = [away, { ok: false, problem: { type: '', title: '', status: 503 } }, good];
  begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([good]);
  expect(asked).toBe(3);
});

test('it never asks more often than a connection is tried', async () => {
  begin();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBeGreaterThan(15);
  expect(asked).toBeLessThan(35);
});

test('the network coming back is heard at once', async () => {
  replies = [away, away, away, away, good];
  begin();
  await vi.advanceTimersByTimeAsync(12_000);
  expect(heard).toEqual([]);
  online();
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual([good]);
});

test('what asking again does not change is an answer', async () => {
  const gone: Result<string> = { ok: false, problem: { type: '', title: '', status: 404 } };
  replies = [gone];
  begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([gone]);
  expect(asked).toBe(1);
});

test('whoever has left hears nothing more, and nothing more is asked', async () => {
  const stop = begin();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([]);
  expect(asked).toBe(1);
});
