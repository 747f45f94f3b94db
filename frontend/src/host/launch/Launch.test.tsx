// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { uploads } from '../editor/media/uploads';
import { FakeHost, refusal } from '../fake/host';
import { pass } from '../fake/pass';
import { query } from '../library/wish';
import Launch from './Launch';

knowEnglish(english);

const QUIZ = {
  id: 'q',
  title: 'Rivers',
  questions: [{ kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 }],
};
let server: FakeHost;

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  location.hash = '#/quizzes/q/launch';
  server = new FakeHost();
  server.replies.set('/api/quizzes/q', () => QUIZ);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open() {
  render(<Launch quiz="q" />);
  await pass();
}
const submitButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Open the lobby' });
async function submit() {
  fireEvent.submit(document.querySelector('form')!);
  await pass();
}
const alerts = () => screen.queryAllByRole('alert').map(it => it.textContent);

test('a quiz that did not arrive is fetched again on request, and can be launched then', async () => {
  server.replies.set('/api/quizzes/q', () => 0);
  await open();
  expect(alerts()).toEqual(['Podium cannot be reached. Check the connection and try again.']);
  expect(submitButton().disabled).toBe(true);
  server.replies.set('/api/quizzes/q', () => QUIZ);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await pass();
  expect(alerts()).toEqual([]);
  expect(screen.getByRole('heading').textContent).toBe('Rivers');
  expect(submitButton().disabled).toBe(false);
});

test('a quiz that is gone says so and is not asked for again', async () => {
  server.replies.set('/api/quizzes/q', () => 404);
  await open();
  expect(alerts()).toEqual(['This quiz is not here any more.']);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  expect(submitButton().disabled).toBe(true);
});

test('a lobby is opened once, however often it is asked for meanwhile, and is where the host is then', async () => {
  await open();
  const answer = server.hold('/api/games');
  await submit();
  await submit();
  expect(submitButton().getAttribute('aria-disabled')).toBe('true');
  expect(server.asked('POST', '/api/games')).toHaveLength(1);
  answer({ id: 'g1', pin: '123456', joinUrl: '', screenUrl: '' });
  await pass();
  expect(location.hash).toBe('#/games/g1');
});

test('a lobby is not opened before what is uploaded for its look has come', async () => {
  await open();
  const file = new File([], 'logo.png');
  uploads.value = new Map([['look logo', { file, part: 0.5, again: () => {} }]]);
  await pass();
  expect(screen.getByText('Uploading “logo.png”…')).toBeTruthy();
  await submit();
  expect(submitButton().getAttribute('aria-disabled')).toBe('true');
  expect(server.asked('POST', '/api/games')).toEqual([]);
  uploads.value = new Map();
  server.replies.set('/api/games', () => ({ id: 'g4' }));
  await pass();
  await submit();
  expect(location.hash).toBe('#/games/g4');
});

test('teams that are refused are said so beside them, are still written there, and can be put right', async () => {
  await open();
  server.replies.set('/api/games', () =>
    refusal(422, { errors: [{ field: 'settings.teams[1]', code: 'duplicate' }] }),
  );
  const teams = screen.getByLabelText<HTMLTextAreaElement>('Teams');
  fireEvent.input(teams, { target: { value: 'Red\nred' } });
  await submit();
  expect(teams.getAttribute('aria-invalid')).toBe('true');
  const [error] = alerts();
  expect(error).toBe('This is here twice.');
  expect(teams.getAttribute('aria-describedby')).toContain(screen.getByRole('alert').id);
  expect(teams.value).toBe('Red\nred');
  expect(location.hash).toBe('#/quizzes/q/launch');

  server.replies.set('/api/games', () => ({ id: 'g2' }));
  fireEvent.input(teams, { target: { value: 'Red\nBlue' } });
  await submit();
  const { body } = server.asked('POST', '/api/games').at(-1)!;
  expect(JSON.parse(String(body)).settings.teams).toEqual(['Red', 'Blue']);
  expect(location.hash).toBe('#/games/g2');
});

test('questions that are not finished are named once each, with a way to each', async () => {
  await open();
  server.replies.set('/api/games', () =>
    refusal(422, {
      errors: [
        { field: 'questions[1].text', code: 'required' },
        { field: 'questions[1].choices', code: 'no-correct' },
        { field: 'questions[4]', code: 'invalid' },
      ],
    }),
  );
  await submit();
  const ways = [...document.querySelectorAll<HTMLAnchorElement>('.notice-rows a')];
  expect(ways.map(way => [way.getAttribute('href'), way.textContent])).toEqual([
    ['#/quizzes/q/2', 'Question 2: Question: This is still missing.'],
    ['#/quizzes/q/5', 'Question 5: This does not look right.'],
  ]);
});

test('a quiz without questions cannot be launched, whoever finds it out', async () => {
  server.replies.set('/api/quizzes/q', () => ({ ...QUIZ, questions: [] }));
  await open();
  expect(alerts()).toEqual(['This quiz has no questions yet. Add one, then launch it.']);
  expect(submitButton().disabled).toBe(true);
  cleanup();
  server.replies.set('/api/quizzes/q', () => QUIZ);
  server.replies.set('/api/games', () => refusal(422, { errors: [{ field: 'quizId', code: 'too-few' }] }));
  await open();
  await submit();
  expect(alerts()).toEqual(['This quiz has no questions yet. Add one, then launch it.']);
});

test('a launch whose answer does not come leaves the button free, the choices as they were, and says so', async () => {
  await open();
  server.replies.set('/api/games', () => 0);
  fireEvent.click(screen.getByLabelText(/Late joining/));
  await submit();
  expect(alerts()).toEqual(['Podium cannot be reached. Check the connection and try again.']);
  expect(submitButton().getAttribute('aria-disabled')).toBeNull();
  server.replies.set('/api/games', () => ({ id: 'g3' }));
  await submit();
  const { body } = server.asked('POST', '/api/games').at(-1)!;
  expect(JSON.parse(String(body)).settings.lateJoin).toBe(false);
  expect(location.hash).toBe('#/games/g3');
});

test('the quizzes that can follow are those of all pages, and of them what is searched for', async () => {
  await open();
  const list = (search: string) => `/api/library?${query({ view: 'all', search, sort: 'changed' }, 60)}`;
  const one = (title: string, questions: number) => ({ id: title.toLowerCase(), title, questions });
  server.replies.set(list(''), () => ({ items: [one('Empty', 0), one('Lakes', 3)], next: 'n1', total: 3 }));
  server.replies.set(
    `/api/library?${query({ view: 'all', search: '', sort: 'changed' }, 200, 'n1')}`,
    () => ({
      items: [one('Seas', 2)],
    }),
  );
  server.replies.set(list('pond'), () => ({ items: [] }));
  fireEvent.click(screen.getByRole('button', { name: 'Add a quiz' }));
  await pass(100);
  await pass();
  const offered = () => [...document.querySelectorAll('.add-quiz-one bdi')].map(it => it.textContent);
  expect(offered()).toEqual(['Lakes', 'Seas']);
  fireEvent.input(screen.getByRole('searchbox', { name: 'Find a quiz' }), { target: { value: 'pond' } });
  await pass(300);
  await pass();
  expect(offered()).toEqual([]);
  expect(screen.getByText(/^No quiz/)).toBeTruthy();
});

test('several quizzes are played one after the other: added, moved, taken off, and said so where one is not finished', async () => {
  await open();
  const items = ['Lakes', 'Seas', 'Ponds'].map(title => ({ id: title.toLowerCase(), title, questions: 3 }));
  server.replies.set(`/api/library?${query({ view: 'all', search: '', sort: 'changed' }, 60)}`, () => ({
    items,
  }));
  for (const { title } of items) {
    fireEvent.click(screen.getByRole('button', { name: 'Add a quiz' }));
    await pass(100);
    fireEvent.click(document.querySelectorAll('.add-quiz-one')[items.findIndex(it => it.title === title)]!);
    await pass();
  }
  const rounds = () => [...document.querySelectorAll('.rounds-list bdi')].map(it => it.textContent);
  expect(rounds()).toEqual(['Rivers', 'Lakes', 'Seas', 'Ponds']);
  fireEvent.click(screen.getByRole('button', { name: 'Move “Ponds” up' }));
  await pass();
  fireEvent.click(screen.getByRole('button', { name: 'Take “Lakes” off' }));
  await pass();
  expect(rounds()).toEqual(['Rivers', 'Ponds', 'Seas']);
  server.replies.set('/api/games', () =>
    refusal(422, { errors: [{ field: 'quizIds[2].questions[1].text', code: 'required' }] }),
  );
  await submit();
  expect(alerts()).toHaveLength(1);
  expect(alerts()[0]).toContain('“Seas” is not finished yet:');
  expect(document.querySelector('.notice-rows a')?.getAttribute('href')).toBe('#/quizzes/seas/2');
  server.replies.set('/api/games', () => ({ id: 'g5' }));
  await submit();
  const { body } = server.asked('POST', '/api/games').at(-1)!;
  expect(JSON.parse(String(body))).toMatchObject({ quizIds: ['q', 'ponds', 'seas'] });
  expect(JSON.parse(String(body)).quizId).toBeUndefined();
});
