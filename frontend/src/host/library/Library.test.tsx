// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeHost } from '../fake/host';
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
  const page = await open();
  server.replies.set('/api/quizzes', () => 503);
  page.rerender(<p>elsewhere</p>);
  const { Library } = await import('./Library');
  page.rerender(<Library />);
  await pass();
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
