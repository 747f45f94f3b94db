// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { FakeHost, refusal } from '../fake/host';
import { pass } from '../fake/pass';
import { toasts } from '../toast';
import ReportPage from './ReportPage';
import type { QuestionReport, Report } from './report';

knowEnglish(english);

const PATH = '/api/games/g/report?format=json';
const question = (part: Partial<QuestionReport>): QuestionReport => ({
  index: 0,
  kind: 'choice',
  text: 'Which river?',
  voided: false,
  asked: true,
  answers: 0,
  tally: [],
  question: { kind: 'slide', text: 'Which river?', timeLimitMs: 20_000, points: 0 },
  ...part,
});
const report = (part: Partial<Report['game']> = {}): Report => ({
  game: { id: 'g', title: 'Rivers', pin: '123456', createdAt: 0, finishedAt: 1, players: 0, ...part },
  questions: [question({}), question({ index: 1, kind: 'slide', text: 'The end', asked: false })],
  players: [],
});
let server: FakeHost;

beforeEach(() => {
  vi.useFakeTimers();
  location.hash = '#/games/g/report';
  server = new FakeHost();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open() {
  render(<ReportPage game="g" />);
  await pass();
}
const fact = (name: string) =>
  screen.getByText(name, { selector: 'dt' }).parentElement!.querySelector('dd')!.textContent;

test('a report that takes its time is no blank page, and one that did not arrive is fetched again on request', async () => {
  const answer = server.hold(PATH);
  await open();
  expect(screen.getByRole('status').textContent).toBe('One moment…');
  answer(0);
  await pass();
  expect(screen.getByRole('heading').textContent).toContain('Podium cannot be reached.');
  server.replies.set(PATH, report);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Rivers');
});

test('a game that is gone says so and is not asked for again', async () => {
  server.replies.set(PATH, () => 404);
  await open();
  expect(screen.getByRole('heading').textContent).toBe('There is no such game.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'To your games' }));
  expect(location.hash).toBe('#/games');
});

test('a game nobody played has a report without a number that nothing stands behind', async () => {
  server.replies.set(PATH, report);
  await open();
  expect(screen.getByText('Nobody played.')).toBeTruthy();
  expect(document.querySelector('table')).toBeNull();
  expect(fact('Players')).toBe('0');
  expect(fact('Questions asked')).toBe('1 / 2');
  expect(fact('Right on average')).toBe('–');
  expect(document.querySelector('details')).toBeNull();
});

test('the mean is that of the questions that were asked and scored', async () => {
  server.replies.set(PATH, () => ({
    ...report({ players: 2 }),
    questions: [
      question({ answers: 2, fraction: 1 }),
      question({ index: 1, fraction: 0.5, answers: 1 }),
      question({ index: 2, kind: 'poll', answers: 2 }),
      question({ index: 3, asked: false, fraction: 0 }),
    ],
  }));
  await open();
  expect(fact('Right on average')).toBe('75%');
  expect(fact('Questions asked')).toBe('3 / 4');
});

test('a running game leads back to where it is steered and cannot be deleted', async () => {
  server.replies.set(PATH, () => {
    const { finishedAt: _, ...game } = report().game;
    return { ...report(), game };
  });
  await open();
  expect(screen.getByText('Back to the game').getAttribute('href')).toBe('#/games/g');
  expect(screen.queryByText('Delete this game')).toBeNull();
});

test('a game that is deleted is asked for no more and has a way back', async () => {
  server.replies.set(PATH, report);
  await open();
  fireEvent.click(screen.getByText('Delete this game'));
  expect(location.hash).toBe('#/games');
  const { text, action } = toasts.value.at(-1)!;
  expect(text).toBe('“Rivers” is deleted.');
  action!.run();
  await pass(60_000);
  expect(server.asked('DELETE', '/api/games/g')).toEqual([]);
});

test('an answer is counted as right years later, a question for nobody, and what was corrected is taken back', async () => {
  const tally = [
    { id: 'a', text: 'Nile', count: 2, correct: true },
    { id: 'b', text: 'Volga', count: 1, correct: false },
  ];
  let shown = question({ answers: 3, fraction: 0.6, tally });
  server.replies.set(PATH, () => ({ ...report({ players: 3 }), questions: [shown] }));
  server.replies.set('/api/games/g/regrade', () => ({}));
  server.replies.set('/api/games/g/ungrade', () => refusal(409));
  const sent = (what: string) =>
    server.asked('POST', `/api/games/g/${what}`).map(it => JSON.parse(String(it.body)));
  await open();
  document.querySelector('details')!.open = true;
  await pass();
  fireEvent.click(screen.getByRole('button', { name: 'Count “Volga” as right' }));
  await pass();
  fireEvent.click(screen.getByText('Count it for nobody'));
  shown = { ...shown, voided: true, regraded: true };
  await pass();
  expect(sent('regrade')).toEqual([
    { question: 0, correct: ['a', 'b'] },
    { question: 0, void: true },
  ]);
  expect(screen.getByText('Does not count')).toBeTruthy();
  expect(screen.getByText('Corrected')).toBeTruthy();
  fireEvent.click(screen.getByText('Undo the correction'));
  await pass();
  expect(sent('ungrade')).toEqual([{ question: 0 }]);
  expect(toasts.value.at(-1)!.text).toBeTruthy();
});

test('a report puts another key right with what counts now as the beginning', async () => {
  const common = { text: '', timeLimitMs: 20_000, points: 1000 };
  const items = [
    { id: 'o', text: 'Oslo', count: 1, correct: true },
    { id: 'r', text: 'Rome', count: 1, correct: true },
  ];
  const number = {
    kind: 'number',
    correct: 7,
    tolerance: null,
    min: 1,
    max: 12,
    step: 1,
    ...common,
  } as const;
  const order = { kind: 'order' as const, items: ['Oslo', 'Rome'], ...common };
  server.replies.set(PATH, () => ({
    ...report({ players: 1 }),
    questions: [
      question({ kind: 'number', question: number, tally: [{ text: '7', count: 1, correct: true }] }),
      question({ kind: 'order', index: 1, question: order, tally: items }),
      question({ kind: 'order', index: 2, question: order, tally: items, voided: true }),
    ],
  }));
  server.replies.set('/api/games/g/regrade', () => ({}));
  await open();
  for (const row of document.querySelectorAll('details')) row.open = true;
  await pass();
  const change = async (at: number) => {
    fireEvent.click(screen.getAllByText('Change the right answer')[at]!);
    await vi.dynamicImportSettled();
    await pass(100);
  };
  expect(screen.getAllByText('Change the right answer')).toHaveLength(2);
  await change(0);
  fireEvent.input(screen.getByLabelText('Right answer'), { target: { value: '6' } });
  fireEvent.click(screen.getByText('Count it so'));
  await pass(100);
  document.querySelectorAll('details')[1]!.open = true;
  await pass();
  await change(1);
  fireEvent.click(screen.getByLabelText('Move up: Rome'));
  fireEvent.click(screen.getByText('Count it so'));
  await pass();
  expect(server.asked('POST', '/api/games/g/regrade').map(it => JSON.parse(String(it.body)))).toEqual([
    { question: 0, correct: { value: 6, tolerance: 0 } },
    { question: 1, correct: ['r', 'o'] },
  ]);
});

const ada = {
  id: 'a',
  rank: 1,
  nickname: 'Ada',
  score: 950,
  correct: 3,
  answers: [0, 1, 2].map(index => ({ question: index, answer: 'Nile', fraction: 1, points: 950, ms: 1_834 })),
};
const bob = { ...ada, id: 'b', rank: 2, nickname: 'Bob', correct: 0 };
const played = (): Report => ({
  ...report({ players: 3, quizId: 'q' }),
  questions: [0, 1, 2].map(index =>
    question({ index, text: `River ${index}?`, answers: 2, correct: 0, fraction: 1 / 3, meanMs: 1_834 }),
  ),
  players: [
    ada,
    { ...bob, answers: bob.answers.map(it => ({ ...it, fraction: 1 / 3, points: 300 })) },
    { ...bob, id: 'c', nickname: 'Cleo', answers: [] },
  ],
});

test('where nobody was all right, nothing says that a third were', async () => {
  server.replies.set(PATH, played);
  await open();
  const row = document.querySelector('.report-fraction')!.textContent!;
  expect(row).toContain('0 of 2 all right');
  expect(row).toContain('33% of it right on average');
  expect(row).toContain('hard');
  expect(document.body.textContent).toContain('1.8 s on average');
});

test('whom to look after is said with what it means, and who never answered is someone else', async () => {
  server.replies.set(PATH, played);
  await open();
  const [help, silent] = [...document.querySelectorAll('.people-lists > div')].map(it => it.textContent!);
  expect(help).toContain('less than 50% of all scored questions right');
  expect(help).toContain('Bob');
  expect(help).not.toContain('Ada');
  expect(help).not.toContain('Cleo');
  expect(silent).toContain('Cleo');
});

test('a player’s way is told question by question, and what is stored of the player goes when asked twice', async () => {
  server.replies.set(PATH, played);
  server.replies.set('/api/games/g/players/b', () => 204);
  await open();
  fireEvent.click(screen.getAllByRole('button', { name: 'Bob' }).at(-1)!);
  const steps = [...document.querySelectorAll('.path-step')].map(it => it.textContent);
  expect(steps).toHaveLength(3);
  expect(steps[0]).toContain('partly right');
  fireEvent.click(screen.getByText('Delete what is stored'));
  expect(server.asked('DELETE', '/api/games/g/players/b')).toHaveLength(0);
  fireEvent.click(screen.getByText('Delete for good'));
  await pass();
  expect(server.asked('DELETE', '/api/games/g/players/b')).toHaveLength(1);
  expect(toasts.value.at(-1)!.text).toBe('Nothing is stored of “Bob” any more.');
});

test('another game of the same quiz is held beside this one', async () => {
  server.replies.set(PATH, played);
  server.replies.set('/api/games?quiz=q', () => [
    { id: 'g', finishedAt: 1, createdAt: 0, players: 3 },
    { id: 'h', finishedAt: 2, createdAt: 0, players: 9 },
  ]);
  server.replies.set('/api/games/h/report?format=json&players=false', () => ({
    ...played(),
    questions: [question({ text: 'River 0?', answers: 9, correct: 2, fraction: 0.2 })],
  }));
  await open();
  await pass();
  const select = screen.getByLabelText<HTMLSelectElement>('Compare with another game of this quiz');
  expect(select.options).toHaveLength(2);
  fireEvent.change(select, { target: { value: 'h' } });
  await pass();
  const told = [...document.querySelectorAll('.report-compared')].map(it => it.textContent);
  expect(told).toEqual(['20% in the other gamebetter now']);
});
