import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../transport/clock';
import { World } from '../transport/fake/world';
import { onReached } from './reached';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a moment is told when it comes, taken back when the clock was fast, and told again', () => {
  const world = new World();
  const clock = createClock(world.page());
  const told: boolean[] = [];
  const pass = (ms: number) => {
    world.now += ms;
    vi.advanceTimersByTime(ms);
  };
  // The clock is 6 s fast at first.
  clock.notBefore(16_000);
  const stop = onReached(clock, 20_000, reached => told.push(reached));
  pass(5_000);
  expect(told).toEqual([true]);
  clock.sample(world.now - 40, world.now, 14_980);
  expect(told).toEqual([true, false]);
  pass(4_000);
  expect(told).toEqual([true, false]);
  pass(2_000);
  expect(told).toEqual([true, false, true]);
  stop();
  clock.sample(world.now - 40, world.now, 1_000);
  expect(told).toHaveLength(3);
});
