// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { FakeHost, refusal } from '../fake/host';
import { pass } from '../fake/pass';
import ImportPage from './ImportPage';

const IMPORT = '/api/quizzes/import?preview=true';
let server: FakeHost;

beforeEach(() => {
  vi.useFakeTimers();
  knowEnglish(english);
  server = new FakeHost();
  server.replies.set('/api/quizzes', () => []);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function choose(name: string) {
  const input = document.querySelector('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File(['{}'], name)] } });
  await pass();
}
const seen = (rows: object[]) => ({ quiz: { title: 'New' }, format: 'podium', rows });
const question = {
  kind: 'choice',
  text: 'Lime?',
  choices: [{ text: 'green', correct: true }, { text: 'blue' }],
};

test('what cannot be taken whole is named row by row, the right answers are marked, and nothing is stored', async () => {
  server.replies.set(IMPORT, () =>
    seen([
      { row: 1, status: 'imported', question },
      { row: 2, status: 'draft', field: 'choices[0].text', code: 'required', question },
      { row: 3, status: 'changed', field: 'timeLimitMs', code: 'out-of-range', question },
      { row: 4, status: 'refused', field: '', code: 'too-many' },
    ]),
  );
  render(<ImportPage />);
  await choose('new.json');
  expect([...document.querySelectorAll('.import-note')].map(it => it.textContent)).toEqual([
    'Answer 1: This is still missing.',
    'There is no such time limit in Podium; the nearest, or 20 seconds, is taken.',
    'These are too many.',
  ]);
  expect(document.querySelector('.import-right')!.textContent).toBe('green');
  expect(screen.getByRole('button', { name: 'Make a quiz of 3 questions' })).toBeTruthy();
  expect(server.asked('POST', IMPORT)).toHaveLength(1);
});

test('a file of which nothing can be kept offers nothing to take', async () => {
  server.replies.set(IMPORT, () => seen([{ row: 1, status: 'refused', field: '', code: 'invalid' }]));
  render(<ImportPage />);
  await choose('new.json');
  expect(screen.queryByRole('button', { name: /Make a quiz/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Something else' }));
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

test.each([
  ['file', 'invalid', 'It is damaged, or broken off.'],
  ['file', 'too-many', 'It has too many rows or parts.'],
  ['rows[7].text', 'required', 'Question 7: Question: This is still missing.'],
  ['questions[0].choices[1].text', 'too-long', 'Question 1: Answer 2: This is too long.'],
])('what is wrong is said in the reader’s words: %s %s', async (field, code, words) => {
  const errors = [{ field, code, message: 'English of the server.' }];
  server.replies.set(IMPORT, () => refusal(422, { errors }));
  render(<ImportPage />);
  await choose('new.json');
  expect(document.querySelector('.import-why')!.textContent).toBe(words);
});

test('that the room is full is no matter of the file', async () => {
  server.replies.set(IMPORT, () => refusal(413, { code: 'quota' }));
  render(<ImportPage />);
  await choose('new.zip');
  expect(screen.getByRole('alert').textContent).toMatch(/^Your room for uploads is full/);
});

test.each([
  [413, '“a"b.json” is too large.'],
  [422, 'a"b.json'],
  [0, 'Podium cannot be reached.'],
])('a file that is refused with %s is told why, and can be tried again', async (status, words) => {
  server.replies.set(IMPORT, () => (status === 0 ? 0 : refusal(status)));
  render(<ImportPage />);
  await choose('a"b.json');
  await choose('a"b.json');
  expect(server.asked('POST', IMPORT)).toHaveLength(2);
  expect(screen.getByRole('alert').textContent).toContain(words);
});
