import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HostState } from '../protocol';
import { nextStep, possible } from './steer';

const folder = new URL('../../../src/test/resources/golden/', import.meta.url);
const golden = (name: string): HostState =>
  JSON.parse(readFileSync(new URL(`host.out.state.${name}.json`, folder), 'utf8')).state;
const button = (name: string, timeUp = false) => {
  const step = nextStep(golden(name), timeUp);
  return step.name === 'show' ? `show ${step.n}` : step.name;
};

test('from lobby to podium, the button says what comes', () => {
  expect(button('lobby')).toBe('show 1');
  expect(button('ready.choice')).toBe('opening');
  expect(button('question.choice')).toBe('close');
  expect(button('question.choice', true)).toBe('closing');
  expect(button('reveal.choice')).toBe('leaderboard');
  expect(button('standings')).toBe('show 2');
  expect(button('finished')).toBe('report');
});
test('after the last question it says that the game will finish', () => {
  const { next: _, ...last } = golden('standings');
  expect(nextStep(last as HostState, false)).toEqual({ name: 'finish', do: 'advance' });
});
test('a slide leads straight on to the next question', () => {
  expect(button('question.slide')).toBe('show 9');
});
test('after what nobody scores in, there is no leaderboard', () => {
  for (const kind of ['poll', 'word-cloud', 'scale'])
    expect(nextStep(golden(`reveal.${kind}`), false).do, kind).toBe('onward');
  const reveal = golden('reveal.choice') as Extract<HostState, { phase: 'reveal' }>;
  const free = { ...reveal, question: { ...reveal.question, points: 0 } } as HostState;
  expect(nextStep(free, false)).toMatchObject({ name: 'show', do: 'onward' });
});
test('while paused it goes on, whatever else could be done', () => {
  expect(button('question.paused')).toBe('continue');
  expect(button('ready.paused')).toBe('continue');
});
test('time is only given and taken while a question runs', () => {
  expect(possible(golden('question.choice'), false)).toMatchObject({ pause: true, extend: true, skip: true });
  expect(possible(golden('question.choice'), true)).toMatchObject({
    pause: false,
    extend: false,
    skip: true,
  });
  expect(possible(golden('question.slide'), false)).toMatchObject({
    pause: false,
    extend: false,
    skip: false,
  });
  expect(possible(golden('ready.choice'), false)).toMatchObject({ pause: true, extend: false, skip: true });
  expect(possible(golden('reveal.choice'), false)).toMatchObject({ pause: false, skip: false, end: true });
  expect(possible(golden('finished'), false)).toMatchObject({ end: false, lock: false });
});
test('there is a step for every state a server sends', () => {
  const names = readdirSync(folder).flatMap(file => /^host\.out\.state\.(.*)\.json$/.exec(file)?.[1] ?? []);
  for (const name of names) expect(nextStep(golden(name), false).name, name).toBeTruthy();
});
test('a question without a limit is given no more time', () => {
  const open = golden('question.choice') as Extract<HostState, { phase: 'question' }>;
  const untimed = { ...open, question: { ...open.question, timeLimitMs: 0 } } as HostState;
  expect(possible(untimed, false)).toMatchObject({ pause: true, extend: false, skip: true });
});

test('between two rounds there is a break, which can be made shorter and longer', () => {
  const last = { ...golden('standings'), rounds: [{ questions: 1 }, { questions: 8 }] } as HostState;
  expect(nextStep(last, false)).toEqual({ name: 'break', do: 'advance' });
  expect(button('break')).toBe('show 6');
  expect(possible(golden('break'), false)).toMatchObject({ extend: true, skip: false, pause: false });
});
test('a game that goes on by itself can be paused wherever it would', () => {
  for (const name of ['reveal.choice', 'standings', 'break']) {
    const itself = { ...golden(name), automatic: true } as HostState;
    expect(possible(itself, false).pause, name).toBe(true);
  }
  expect(possible({ ...golden('break.timeless'), automatic: true } as HostState, false).pause).toBe(false);
});
