// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeHost, refusal } from '../fake/host';
import { pass } from '../fake/pass';
import type { QuizSummary } from './quiz';

const quiz = (id: string, title: string): QuizSummary => ({
  id,
  title,
  questions: 3,
  kinds: ['choice'],
  updatedAt: Date.UTC(2026, 5, 1),
});

let server: FakeHost;
let toasts: typeof import('../toast').toasts;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeHost();
  server.replies.set('/api/games', () => []);
  server.replies.set('/api/quizzes', () => [quiz('r', 'Rivers'), quiz('c', 'Cafés of Ðakovo')]);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** As after a reload: nothing is known yet. */
async function open() {
  vi.resetModules();
  const { knowEnglish } = await import('../../i18n');
  knowEnglish((await import('../../i18n/en/host.json')).default);
  ({ toasts } = await import('../toast'));
  const { Library } = await import('./Library');
  const page = render(<Library />);
  await pass();
  return page;
}
const titles = () => [...document.querySelectorAll('.quiz-open')].map(it => it.textContent);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
async function choose(name: string) {
  const input = document.querySelector('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File(['{}'], name)] } });
  await pass();
}

test('a library that did not arrive says so and nothing of what is in it, and is fetched again on request', async () => {
  server.replies.set('/api/quizzes', () => 0);
  await open();
  expect(screen.getByRole('alert').textContent).toContain('Podium cannot be reached.');
  expect(screen.queryByText('Write your first quiz')).toBeNull();
  server.replies.set('/api/quizzes', () => [quiz('r', 'Rivers')]);
  fireEvent.click(button('Try again'));
  await pass();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(titles()).toEqual(['Rivers']);
});

test('what was there stays in sight while it cannot be fetched again', async () => {
  await open();
  server.replies.set('/api/quizzes', () => 503);
  server.replies.set('/api/quizzes/import', () => ({ quiz: quiz('n', 'New'), format: 'podium', rows: [] }));
  await choose('new.json');
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(titles()).toEqual(['Rivers', 'Cafés of Ðakovo']);
});

test('an empty library leads to the first quiz and offers no search', async () => {
  server.replies.set('/api/quizzes', () => []);
  await open();
  expect(screen.getByRole('heading', { name: 'Write your first quiz' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('what nothing matches is said in words', async () => {
  await open();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'cafes' } });
  expect(titles()).toEqual(['Cafés of Ðakovo']);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'lakes' } });
  expect(titles()).toEqual([]);
  expect(screen.getByText('No quiz matches “lakes”.')).toBeTruthy();
});

test('a quiz that is deleted is gone at once, and back by its undo; the server hears nothing of it', async () => {
  await open();
  fireEvent.click(screen.getAllByText('Delete')[0]!);
  await pass(1_000);
  expect(titles()).toEqual(['Cafés of Ðakovo']);
  expect(document.activeElement?.closest('.quiz-card')?.textContent).toContain('Cafés');
  toasts.value.at(-1)!.action!.run();
  await pass(60_000);
  expect(titles()).toEqual(['Rivers', 'Cafés of Ðakovo']);
  expect(server.asked('DELETE', '/api/quizzes/r')).toEqual([]);
});

test('a deletion the server refuses brings the quiz back, and says that it did not work', async () => {
  await open();
  server.replies.set('/api/quizzes/r', () => 500);
  fireEvent.click(screen.getAllByText('Delete')[0]!);
  await pass(10_000);
  expect(server.asked('DELETE', '/api/quizzes/r')).toHaveLength(1);
  expect(titles()).toEqual(['Rivers', 'Cafés of Ðakovo']);
  expect(toasts.value.at(-1)!.text).toBe('That did not work. Please try again.');
});

test('while a file is on its way the button is busy and takes no second one', async () => {
  await open();
  const opened = vi.spyOn(document.querySelector<HTMLInputElement>('input[type=file]')!, 'click');
  const answer = server.hold('/api/quizzes/import');
  await choose('rivers.json');
  expect(button('Import').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button('Import'));
  expect(opened).not.toHaveBeenCalled();
  answer({ quiz: quiz('n', 'New'), format: 'podium', rows: [{ row: 1, status: 'imported' }] });
  await pass();
  expect(button('Import').getAttribute('aria-disabled')).toBeNull();
  expect(screen.getByText(/“New” is imported with 1 question\./)).toBeTruthy();
});

test('what was not taken whole is named row by row until it is closed; the focus is then where the file was chosen', async () => {
  server.replies.set('/api/quizzes/import', () => ({
    quiz: quiz('n', 'New'),
    format: 'podium',
    rows: [
      { row: 1, status: 'imported' },
      { row: 2, status: 'draft', field: 'choices[0].text', code: 'required' },
      { row: 3, status: 'refused', code: 'too-many' },
    ],
  }));
  const page = await open();
  await choose('new.json');
  const rows = () => [...document.querySelectorAll('.notice-rows li')].map(it => it.textContent);
  const said = [
    'Question 2: Answer 1: This is still missing. Kept as a draft.',
    'Question 3: These are too many. Not taken.',
  ];
  expect(rows()).toEqual(said);
  await pass(60_000);
  page.rerender(<p>elsewhere</p>);
  const { Library } = await import('./Library');
  page.rerender(<Library />);
  await pass();
  expect(rows()).toEqual(said);
  fireEvent.click(button('Close'));
  await pass();
  expect(document.querySelector('.notice')).toBeNull();
  expect(document.activeElement).toBe(button('Import'));
});

test.each([
  [413, '“a"b.json” is too large.'],
  [422, 'a"b.json'],
  [0, 'Podium cannot be reached.'],
])('a file that is refused with %s is told why, and can be tried again', async (status, words) => {
  await open();
  server.replies.set('/api/quizzes/import', () => (status === 0 ? 0 : refusal(status)));
  await choose('a"b.json');
  await choose('a"b.json');
  expect(server.asked('POST', '/api/quizzes/import')).toHaveLength(2);
  expect(document.querySelector('.notice-bad')!.textContent).toContain(words);
  expect(titles()).toHaveLength(2);
});
