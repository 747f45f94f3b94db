// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '../session';
import { SignIn } from './SignIn';

let calls: { method: string; body?: string }[];
let reply: () => Response;
let recognised: () => Response;

const json = (status: number, body: object = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

beforeEach(() => {
  calls = [];
  reply = () => json(204);
  recognised = () => json(200, { id: '1', email: 'a', name: 'Ada', role: 'host' });
  session.value = { state: 'out' };
  vi.stubGlobal('fetch', async (_: string, { method = 'GET', body }: RequestInit) => {
    calls.push({ method, ...(body !== undefined && { body: String(body) }) });
    return method === 'GET' ? recognised() : reply();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function submit() {
  fireEvent.submit(document.querySelector('form')!);
  await act(() => new Promise(done => setTimeout(done, 10)));
}
const alert = () => screen.getByRole('alert').textContent;

test('a browser that keeps no cookies is told so, not that the password is wrong', async () => {
  render(<SignIn demo={false} />);
  recognised = () => json(401);
  await submit();
  expect(alert()).toBe('signIn.noCookie');
});

test.each([
  [401, {}, 'signIn.wrong'],
  [403, { code: 'only-here' }, 'signIn.demoElsewhere'],
  [403, { code: 'wrong-address' }, 'signIn.wrongAddress'],
  [403, { code: 'wrong-address', detail: 'https://quiz.example' }, 'signIn.otherAddress'],
  [403, {}, 'That did not work. Please try again.'],
  [429, {}, 'signIn.tooMany'],
])('a refusal with %s %j is told as %s', async (status, body, words) => {
  render(<SignIn demo={false} />);
  reply = () => json(status, body);
  await submit();
  expect(alert()).toBe(words);
});

test('the demo account signs in with one press', async () => {
  render(<SignIn demo={true} />);
  fireEvent.click(screen.getByText('signIn.demoFill'));
  await act(() => new Promise(done => setTimeout(done, 10)));
  expect(calls[0]).toMatchObject({ method: 'POST', body: expect.stringContaining('host@podium.local') });
  expect(session.value.state).toBe('in');
});
