// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { FakeLibrary } from '../fake/library';
import { pass } from '../fake/pass';
import Editor from './Editor';

knowEnglish(english);

const QUIZ = {
  title: 'Rivers',
  questions: [{ kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 }],
};
let library: FakeLibrary;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  location.hash = '#/quizzes/q';
  library = new FakeLibrary();
  library.put('q', structuredClone(QUIZ));
  vi.stubGlobal('fetch', library.fetch);
});
afterEach(async () => {
  cleanup();
  await pass(5_000);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(question?: number) {
  render(<Editor quiz="q" {...(question && { question })} />);
  await pass();
}
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of the quiz' });
const type = (text: string) => fireEvent.input(title(), { target: { value: text } });
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.body, { key, ctrlKey: true, ...more });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a quiz that takes its time is no blank page', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  await open();
  expect(screen.getByRole('status').textContent).toBe('One moment…');
});

test('a quiz that did not arrive is fetched again on request, as often as it takes', async () => {
  library.away = true;
  await open();
  expect(screen.getByRole('heading').textContent).toContain('Podium cannot be reached.');
  fireEvent.click(button('Try again'));
  await pass();
  expect(screen.getByRole('heading').textContent).toContain('Podium cannot be reached.');
  library.away = false;
  fireEvent.click(button('Try again'));
  await pass();
  expect(title().value).toBe('Rivers');
  type('Lakes');
  await pass(5_000);
  expect(library.title('q')).toBe('Lakes');
});

test('a quiz that is gone says so and is not asked for again', async () => {
  library.quizzes.clear();
  await open();
  expect(screen.getByRole('heading').textContent).toBe('This quiz is not here any more.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(button('To your quizzes'));
  expect(location.hash).toBe('#/');
});

test('a save that does not arrive is told, keeps what was written, and is done when it is asked for', async () => {
  await open();
  library.away = true;
  type('Lakes');
  await pass(2_000);
  expect(screen.getByRole('alert').textContent).toContain('Your changes are kept on this computer');
  expect(title().value).toBe('Lakes');
  library.away = false;
  fireEvent.click(button('Try again'));
  await pass();
  expect(library.title('q')).toBe('Lakes');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('Saved ✓')).toBeTruthy();
});

test('a save that is refused with a field says so beside the field, not only above', async () => {
  await open();
  library.refusal = { status: 422, errors: [{ field: 'title', code: 'too-long' }] };
  type('Lakes');
  await pass(2_000);
  expect(title().getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(title().getAttribute('aria-describedby')!)?.textContent).toBe(
    'This is too long.',
  );
  library.refusal = null;
  type('Ponds');
  expect(title().getAttribute('aria-invalid')).toBeNull();
  await pass(2_000);
  expect(library.title('q')).toBe('Ponds');
});

test('a quiz that is not finished is not launched: it says so and the first field to put right has the focus', async () => {
  library.mistakes.set('q', [{ field: 'questions[0].text', code: 'required' }]);
  await open();
  fireEvent.click(button('Launch'));
  await pass(1_000);
  expect(location.hash).toBe('#/quizzes/q');
  expect(screen.getByText('One thing has to be put right before this can be played.')).toBeTruthy();
  expect(document.activeElement).toBe(document.querySelector('.stage-text'));
  library.mistakes.clear();
  fireEvent.click(button('Launch'));
  await pass(1_000);
  expect(location.hash).toBe('#/quizzes/q/launch');
});

test('who has written on before the launch was allowed stays', async () => {
  await open();
  fireEvent.click(button('Launch'));
  type('Lakes');
  await pass(5_000);
  expect(location.hash).toBe('#/quizzes/q');
  expect(library.title('q')).toBe('Lakes');
});

test('two that saved the same quiz: nothing is lost before the host has said which it shall be', async () => {
  await open();
  library.put('q', { ...structuredClone(QUIZ), title: 'Seas' });
  type('Lakes');
  await pass(30_000);
  expect(screen.getByRole('alert').textContent).toContain('saved somewhere else');
  expect(library.title('q')).toBe('Seas');
  expect(title().value).toBe('Lakes');
  fireEvent.click(button('Take the other version'));
  await pass();
  expect(title().value).toBe('Seas');
});

test('a key that is held saves once, and undo takes back what was typed in one go', async () => {
  await open();
  type('L');
  type('Lakes');
  press('s');
  for (let n = 0; n < 10; n++) press('s', { repeat: true });
  await pass(5_000);
  expect(library.writes).toBe(1);
  press('z');
  await pass();
  expect(title().value).toBe('Rivers');
  press('z', { shiftKey: true });
  await pass();
  expect(title().value).toBe('Lakes');
});

test('who leaves at once after typing has typed it for good', async () => {
  await open();
  type('Lakes');
  cleanup();
  // Sooner than it is saved by itself.
  await pass(100);
  expect(library.title('q')).toBe('Lakes');
});

test('a quiz without questions has something to say', async () => {
  library.put('q', { title: 'Rivers', questions: [] });
  await open();
  expect(screen.getByText('There are no questions yet. Add the first one.')).toBeTruthy();
});
