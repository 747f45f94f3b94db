// @vitest-environment happy-dom

import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pass } from '../host/fake/pass';
import { knowEnglish } from '../i18n';
import english from '../i18n/en/screen.json';
import type { ScreenState } from '../protocol';
import { Steering } from './Steering';

knowEnglish(english);

const folder = `${import.meta.dirname}/../../../src/test/resources/golden`;
const golden = (name: string): ScreenState =>
  JSON.parse(readFileSync(`${folder}/screen.out.state.${name}.json`, 'utf8')).state;

/** Long enough for the button to mean what it says. */
const SETTLED_MS = 700;
const steer = vi.fn();
const clock = { now: () => 0, until: (at: number) => at, listen: () => () => {} };
const game = { clock, steer, revive() {}, close() {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  steer.mockReset();
  document.documentElement.dir = '';
  vi.useRealTimers();
});

async function show(name: string) {
  render(<Steering state={golden(name)} game={game} />);
  await pass();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
}
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });

test.each([' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'])(
  '%j leads on, as a clicker says it',
  async name => {
    await show('lobby');
    key(name);
    expect(steer.mock.calls).toEqual([['advance']]);
  },
);

test.each([
  ['question.choice', 'close'],
  ['question.paused', 'continue'],
  ['question.slide', 'advance'],
  ['reveal.choice', 'advance'],
  ['standings', 'advance'],
])('in %s the next thing is to %s', async (name, what) => {
  await show(name);
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(steer.mock.calls).toEqual([[what]]);
});

test('a clicker leads back from the leaderboard to the answer, and from nowhere else', async () => {
  await show('reveal.choice');
  key('PageUp');
  expect(steer).not.toHaveBeenCalled();
  cleanup();
  await show('standings');
  key('PageUp');
  expect(steer.mock.calls).toEqual([['back']]);
});

test('onward is to the left where people read so', async () => {
  document.documentElement.dir = 'rtl';
  await show('standings');
  key('ArrowLeft');
  key('ArrowRight');
  expect(steer.mock.calls).toEqual([['advance'], ['back']]);
});

test('a second press means the first thing, and a countdown waits for nobody', async () => {
  const { rerender } = render(<Steering state={golden('reveal.choice')} game={game} />);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  rerender(<Steering state={golden('standings')} game={game} />);
  await vi.advanceTimersByTimeAsync(300);
  key('PageDown');
  expect(steer).not.toHaveBeenCalled();
  rerender(<Steering state={golden('ready.choice')} game={game} />);
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  key('PageDown');
  expect(steer).not.toHaveBeenCalled();
});

test('after the end there is nothing to press', async () => {
  await show('finished');
  expect(screen.queryByRole('button')).toBeNull();
});
