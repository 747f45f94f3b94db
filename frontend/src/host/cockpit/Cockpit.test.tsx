// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { FakeHost } from '../fake/host';
import { pass } from '../fake/pass';
import { toasts } from '../toast';
import Cockpit from './Cockpit';

knowEnglish(english);

const folder = `${import.meta.dirname}/../../../../src/test/resources/golden`;
const golden = (name: string) =>
  JSON.parse(readFileSync(`${folder}/host.out.state.${name}.json`, 'utf8')).state;
const GAME = {
  id: 'g1',
  title: 'Rivers',
  pin: '123456',
  joinUrl: 'http://podium/?pin=123456',
  screenUrl: 'http://podium/screen#t',
  settings: {},
};

let server: FakeHost;

beforeEach(() => {
  vi.useFakeTimers();
  toasts.value = [];
  server = new FakeHost();
  server.replies.set('/api/games/g1', () => GAME);
  render(<Cockpit game="g1" />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.documentElement.dir = '';
});

const big = () => document.querySelector<HTMLButtonElement>('.big-button')!;
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });
async function enter(name: string) {
  await pass();
  server.welcome(golden(name));
  await pass(1_000);
}
const opened = () => ({ ...golden('question.choice'), closesAt: Date.now() + 60_000 });

test('a request for the game that fails is repeated, and the join panel is there after all', async () => {
  cleanup();
  let tries = 0;
  server.replies.set('/api/games/g1', () => (++tries < 3 ? 0 : GAME));
  render(<Cockpit game="g1" />);
  await enter('reveal.choice');
  expect(screen.queryByText('123 456')).toBeNull();
  await pass(10_000);
  expect(tries).toBe(3);
  expect(screen.getAllByText('123 456').length).toBeGreaterThan(0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Open the screen' }).disabled).toBe(false);
});

test('while the line is down the page says so, also while an attempt hangs, and never stops trying', async () => {
  await enter('lobby');
  expect(document.querySelector('.strip')).toBeNull();
  server.cut();
  await pass(100);
  for (let look = 0; look < 30; look++) {
    expect(document.querySelector('.strip')?.textContent).toMatch(/offline|Reconnecting/);
    await pass(10_000);
  }
  const before = server.opened;
  await pass(120_000);
  expect(server.opened - before).toBeGreaterThanOrEqual(2);
  fireEvent.click(screen.getByText('Try again'));
  await pass(100);
  server.welcome(golden('reveal.choice'));
  await pass(1_000);
  expect(document.querySelector('.strip')).toBeNull();
});

test('a press meant for what the button said before is not taken', async () => {
  await enter('lobby');
  server.state(opened());
  await pass(1_000);
  expect(big().textContent).toContain('Close answers');
  fireEvent.click(big());
  expect(server.commands.map(it => it.do)).toEqual(['close']);
  server.done();
  server.state(golden('reveal.choice'));
  await pass(80);
  expect(big().textContent).toContain('Leaderboard');
  fireEvent.click(big());
  key('n');
  expect(server.commands).toHaveLength(1);
  await pass(1_000);
  fireEvent.click(big());
  expect(server.commands.map(it => it.do)).toEqual(['close', 'advance']);
});

test('neither a key nor a button skips a question for everybody: both ask', async () => {
  await enter('lobby');
  server.state(opened());
  await pass(1_000);
  key('s');
  expect(server.commands).toEqual([]);
  const dialog = document.querySelector<HTMLDialogElement>('dialog[open]')!;
  fireEvent.click(within(dialog).getByText('Keep it'));
  fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
  expect(server.commands).toEqual([]);
  fireEvent.click(within(dialog).getByText('Skip it'));
  expect(server.commands.map(it => it.do)).toEqual(['skip']);
});

test('a door that one key closed says so, and can be opened again by what says it', async () => {
  await enter('lobby');
  key('l');
  expect(server.commands.map(it => it.do)).toEqual(['lock']);
  expect(toasts.value.map(toast => toast.text)).not.toContain('Nobody new gets in now.');
  server.done();
  expect(toasts.value.at(-1)?.text).toBe('Nobody new gets in now.');
  toasts.value.at(-1)?.action?.run();
  expect(server.commands.map(it => it.do)).toEqual(['lock', 'unlock']);
});

test('a door is not said to be closed before it is: nothing while the line is down, the reason where it is refused', async () => {
  await enter('lobby');
  const said = () => toasts.value.map(toast => toast.text);
  server.cut();
  await pass(100);
  key('l');
  expect(said()).toEqual([]);
  await pass(20_000);
  // Chance decides between which attempts this is: now there is one.
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  server.welcome(golden('lobby'));
  await pass(1_000);
  expect(said()).toEqual([]);
  server.say({ type: 'ack', id: server.commands.at(-1)!.id, status: 'refused', reason: 'finished', seq: 0 });
  expect(said()).toEqual(['The game is over.']);
});

test.each([
  ['stuck', 'The game cannot go on by itself.'],
  ['slow-down', 'Too much at once.'],
])('what is wrong with the game is said in words: %s', async (code, words) => {
  await enter('lobby');
  server.say({ type: 'error', code });
  expect(toasts.value.at(-1)?.text).toContain(words);
});

test('what the quiz says is in its language, what the page says is not', async () => {
  await enter('question.language');
  for (const text of ['.now-question', '.key-text', '.now-explanation bdi', '.big-next, .bar-title'])
    expect(document.querySelector(text)?.getAttribute('lang'), text).toBe('pt-BR');
  expect(document.querySelector('.now-phase')?.closest('[lang]')).toBeNull();
});

test.each([
  ['ltr', 'ArrowRight', 'ArrowLeft'],
  ['rtl', 'ArrowLeft', 'ArrowRight'],
])('where one reads %s, %s leads on and %s does not', async (dir, on, back) => {
  cleanup();
  document.documentElement.dir = dir;
  render(<Cockpit game="g1" />);
  await enter('lobby');
  key(back);
  expect(server.commands).toEqual([]);
  key(on);
  expect(server.commands.map(it => it.do)).toEqual(['advance']);
});

test('a phase this page does not know is a calm page, until the next that it knows', async () => {
  await enter('lobby');
  server.state({ phase: 'intermission', title: 'Tea', top: [] });
  await pass(100);
  expect(screen.getByRole('heading').textContent).toBe('This page needs a fresh start');
  server.state(golden('reveal.choice'));
  await pass(1_000);
  expect(big().textContent).toContain('Leaderboard');
});

test('who is removed leaves the focus to the name beside', async () => {
  await enter('lobby');
  const names = () => [...document.querySelectorAll<HTMLElement>('.name')];
  fireEvent.click(names()[0]!);
  fireEvent.click(screen.getByText('Remove'));
  await pass(100);
  expect(server.commands.map(it => it.do)).toEqual(['kick']);
  expect(document.activeElement).toBe(names()[1]);
});

test('right answers that were typed come first', async () => {
  await enter('lobby');
  server.state({
    ...golden('reveal.choice'),
    question: { ...golden('reveal.choice').question, kind: 'text', correct: ['Bastille', "L'été"] },
    tally: [
      { text: 'louvre', count: 20 },
      { text: ' bastille', count: 15 },
      { text: 'L’été', count: 1 },
    ],
  });
  await pass(1_000);
  const lines = [...document.querySelectorAll('.key-line')];
  expect(lines.map(line => line.querySelector('.key-text')!.textContent)).toEqual([
    ' bastille',
    'L’été',
    'louvre',
  ]);
  expect(lines.map(line => line.classList.contains('key-right'))).toEqual([true, true, false]);
});

test('one tap on an answer says that it is right too, and one more takes all of that back', async () => {
  await enter('reveal.choice');
  fireEvent.click(screen.getByRole('button', { name: 'Count “Volga” as right' }));
  expect(server.commands.at(-1)).toMatchObject({
    do: 'regrade',
    question: 0,
    correct: ['nile0001', 'volg0003'],
  });
  server.done();
  server.state(golden('reveal.regraded'));
  await pass(1_000);
  expect(screen.getByText('Corrected')).toBeTruthy();
  fireEvent.click(screen.getByText('Undo the correction'));
  expect(server.commands.at(-1)).toMatchObject({ do: 'ungrade', question: 0 });
});

/** Opens the dialog for another key. */
async function anotherKey(): Promise<HTMLDialogElement> {
  fireEvent.click(screen.getByRole('button', { name: 'Change the right answer' }));
  await vi.dynamicImportSettled();
  await pass(100);
  return document.querySelector<HTMLDialogElement>('dialog.mend')!;
}
const use = (dialog: HTMLElement) => fireEvent.click(within(dialog).getByText('Count it so'));

test('another number is right, within its range; the same one is not sent', async () => {
  await enter('reveal.number');
  let dialog = await anotherKey();
  const [right, tolerance] = within(dialog).getAllByRole<HTMLInputElement>('textbox');
  expect([right!.value, tolerance!.value]).toEqual(['8848.5', '50']);
  for (const wrong of ['12001', 'high']) {
    fireEvent.input(right!, { target: { value: wrong } });
    use(dialog);
    expect(right!.getAttribute('aria-invalid')).toBe('true');
  }
  expect(server.commands).toEqual([]);
  fireEvent.input(right!, { target: { value: '8,611' } });
  fireEvent.input(tolerance!, { target: { value: '0' } });
  use(dialog);
  expect(server.commands.at(-1)).toMatchObject({
    do: 'regrade',
    question: 4,
    correct: { value: 8611, tolerance: 0 },
  });
  await pass(100);
  expect(document.querySelector('dialog.mend')).toBeNull();
  server.done();
  dialog = await anotherKey();
  use(dialog);
  expect(server.commands).toHaveLength(1);
});

test('another order is right: a row keeps the focus while it is moved', async () => {
  await enter('reveal.order');
  const dialog = await anotherKey();
  const down = within(dialog).getByRole('button', { name: 'Move down: Oslo' });
  down.focus();
  fireEvent.click(down);
  expect((document.activeElement as HTMLElement).getAttribute('aria-label')).toBe('Move down: Oslo');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown', altKey: true });
  expect(within(dialog).getByRole('status').textContent).toBe('Moved to place 3 of 3.');
  use(dialog);
  expect(server.commands.at(-1)).toMatchObject({
    do: 'regrade',
    question: 5,
    correct: ['cair0002', 'lima0003', 'oslo0001'],
  });
});

test('another place is right, set without a mouse as well', async () => {
  await enter('reveal.point');
  const dialog = await anotherKey();
  fireEvent.input(within(dialog).getByLabelText('From the left'), { target: { value: '50' } });
  use(dialog);
  expect(server.commands.at(-1)).toMatchObject({
    do: 'regrade',
    question: 2,
    correct: { shape: 'circle', x: 0.5, y: 0.625, r: 0.1 },
  });
});

test('a skip, a step too far and an end can be taken back', async () => {
  await enter('reveal.voided');
  fireEvent.click(screen.getByText('Count it after all'));
  server.done();
  server.state(golden('standings'));
  await pass(1_000);
  fireEvent.click(screen.getByText('Back to the answer'));
  server.done();
  server.state(golden('finished'));
  await pass(1_000);
  fireEvent.click(screen.getByText('Go on playing after all'));
  expect(server.commands.map(it => it.do)).toEqual(['restore', 'back', 'restore']);
});

test('nothing is judged again before its reveal, nor where nobody can be right', async () => {
  await enter('question.choice');
  expect(screen.queryByText('Right too')).toBeNull();
  server.state(golden('reveal.poll'));
  await pass(1_000);
  expect(screen.queryByText('Right too')).toBeNull();
  expect(screen.queryByText('Count it for nobody')).toBeNull();
});

test('a remote steers without an account: no screen, no crew, and no question about who is signed in', async () => {
  cleanup();
  render(<Cockpit game="g1" remote={'q7Xw2_aB'.padEnd(30, 'x')} />);
  await enter('reveal.choice');
  expect(screen.queryByRole('button', { name: 'Open the screen' })).toBeNull();
  expect(document.querySelector('.crew')).toBeNull();
  fireEvent.click(big());
  expect(server.commands.map(it => it.do)).toEqual(['advance']);
  server.state(golden('finished'));
  await pass(1_000);
  expect(big()).toBeNull();
});

test('whoever steers beside is told of, by name or as a remote', async () => {
  await enter('lobby');
  server.state(golden('reveal.did'));
  server.state(golden('question.did'));
  expect(toasts.value.map(it => it.text)).toEqual(['Grace: question skipped', 'A remote: paused']);
});

test('the next question can be looked at whole, with its notes', async () => {
  await enter('question.notes');
  expect(document.querySelector('.now-notes')?.textContent).toBe('Your notes: Ask who has been there.');
  const next = document.querySelector<HTMLDetailsElement>('.next')!;
  expect(next.textContent).toBe('Next: question 2');
  next.open = true;
  fireEvent(next, new Event('toggle'));
  await pass();
  expect(next.textContent).toContain('Whose flag has a circle?');
  expect(next.querySelectorAll('.key-right')).toHaveLength(2);
});

test('a check-list in the lobby is ticked as the screen opens and a phone gets through', async () => {
  await enter('lobby');
  expect(document.querySelectorAll('.check-well')).toHaveLength(0);
  server.say({ type: 'phones', screens: 1, phones: [{ id: 'a', connected: true, answered: false }] });
  await pass();
  expect([...document.querySelectorAll('.check-well')].map(it => it.textContent)).toEqual([
    'The screen is open (well)',
    '1 phone is connected (well)',
  ]);
});

test('how many steer is told where it is more than oneself', async () => {
  await enter('lobby');
  const now = () => document.querySelector('.crew-now')?.textContent;
  const steer = (hosts: number) => server.say({ type: 'progress', answered: 0, players: 3, hosts });
  steer(1);
  await pass();
  expect(now()).toBeUndefined();
  steer(3);
  await pass();
  expect(now()).toBe('3 now');
  // A count of answers says nothing of hosts before they are known.
  server.say({ type: 'progress', answered: 1, players: 3 });
  await pass();
  expect(now()).toBe('3 now');
});

test('pictures are fetched before the first question, and one that does not come is counted', async () => {
  cleanup();
  const come: (() => void)[] = [];
  vi.stubGlobal(
    'Image',
    class {
      onload = () => {};
      onerror = () => {};
      set src(url: string) {
        come.push(() => (url === '/gone' ? this.onerror() : this.onload()));
      }
    },
  );
  const media = ['/nile', '/gone'].map(url => ({ url, kind: 'image' }));
  server.replies.set('/api/games/g1', () => ({ ...GAME, media }));
  render(<Cockpit game="g1" />);
  await enter('lobby');
  const line = () => [...document.querySelectorAll('.check-line')].at(-1)!.textContent;
  expect(line()).toContain('0 of 2 loaded');
  come[0]!();
  await pass();
  expect(line()).toContain('1 of 2 loaded');
  come[1]!();
  await pass();
  expect(line()).toContain('1 picture, sound or film cannot be loaded');
});
