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
  createdAt: Date.UTC(2026, 5, 1),
  updatedAt: Date.UTC(2026, 5, 1),
  tags: [],
  may: 'own',
});
const LIST = '/api/library?view=all&sort=changed&limit=60';
const page = (...items: QuizSummary[]) => ({ items, total: items.length });
const bare = { all: 0, shared: 0, trash: 0, folders: [], tags: [] };

let server: FakeHost;
let toasts: typeof import('../toast').toasts;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeHost();
  server.replies.set('/api/games', () => []);
  server.replies.set(LIST, () => page(quiz('r', 'Rivers'), quiz('c', 'Cafés of Ðakovo')));
  server.replies.set('/api/library/places', () => bare);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
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
  const shown = render(<Library route={{ page: 'library' }} />);
  await pass();
  return shown;
}
const titles = () => [...document.querySelectorAll('.quiz-open')].map(it => it.textContent);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('a library that did not arrive says so and nothing of what is in it, and is fetched again on request', async () => {
  server.replies.set(LIST, () => 0);
  await open();
  expect(screen.getByRole('alert').textContent).toContain('Podium cannot be reached.');
  expect(screen.queryByText('Write your first quiz')).toBeNull();
  server.replies.set(LIST, () => page(quiz('r', 'Rivers')));
  fireEvent.click(button('Try again'));
  await pass();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(titles()).toEqual(['Rivers']);
});

test('what was there stays in sight while it cannot be fetched again', async () => {
  const shown = await open();
  server.replies.set(LIST, () => 503);
  shown.rerender(<p>elsewhere</p>);
  const { Library } = await import('./Library');
  shown.rerender(<Library route={{ page: 'library' }} />);
  await pass();
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(titles()).toEqual(['Rivers', 'Cafés of Ðakovo']);
});

test('an empty library leads to the first quiz and offers no search', async () => {
  server.replies.set(LIST, () => page());
  await open();
  expect(screen.getByRole('heading', { name: 'Write your first quiz' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('what is typed is asked of the server once it is typed; what nothing matches is said in words', async () => {
  await open();
  server.replies.set(`${LIST}&search=cafes`, () => page(quiz('c', 'Cafés of Ðakovo')));
  server.replies.set(`${LIST}&search=lakes`, () => page());
  const type = async (value: string) => {
    fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
    await pass(100);
  };
  for (const value of ['ca', 'cafe', 'cafes']) await type(value);
  await pass(300);
  await pass();
  expect(titles()).toEqual(['Cafés of Ðakovo']);
  await type('lakes');
  await pass(300);
  await pass();
  expect(titles()).toEqual([]);
  expect(screen.getByText('No quiz matches “lakes”.')).toBeTruthy();
  expect(server.calls.filter(({ path }) => path.includes('search='))).toHaveLength(2);
});

test('of five thousand quizzes those in sight are drawn, and the next are fetched when they are needed', async () => {
  const some = (from: number) =>
    Array.from({ length: 60 }, (_, at) => quiz(`q${from + at}`, `Quiz ${from + at}`));
  server.replies.set(LIST, () => ({ items: some(0), next: 'n1', total: 5000 }));
  await open();
  expect(titles().length).toBeLessThan(60);
  expect(document.querySelector('.quiz-card')!.getAttribute('aria-setsize')).toBe('5000');
  expect(server.calls.filter(({ path }) => path.includes('after='))).toHaveLength(0);
  const { reach } = await import('./quizzes');
  server.replies.set('/api/library?view=all&sort=changed&limit=200&after=n1', () => ({ items: some(59) }));
  await Promise.all([reach(61), reach(61)]);
  const { quizzes } = await import('./quizzes');
  expect(quizzes.value!.items).toHaveLength(119);
  expect(server.calls.filter(({ path }) => path.includes('after='))).toHaveLength(1);
});

test('several are chosen, and thrown away together, with a way back', async () => {
  await open();
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
  expect(screen.getByRole('toolbar').textContent).toContain('2 selected');
  server.replies.set('/api/library/trash', () => ({}));
  server.replies.set('/api/library/restore', () => ({}));
  server.replies.set(LIST, () => page());
  fireEvent.click(screen.getByRole('toolbar').querySelectorAll('button')[2]!);
  await pass();
  expect(server.asked('POST', '/api/library/trash').map(({ body }) => body)).toEqual([
    '{"quizzes":["r","c"]}',
  ]);
  toasts.value.at(-1)!.action!.run();
  await pass();
  expect(server.asked('POST', '/api/library/restore')).toHaveLength(1);
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
