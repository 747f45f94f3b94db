// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import english from '../../i18n/en/host.json';
import { session } from '../session';
import { SignIn } from './SignIn';

knowEnglish(english);

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
  expect(alert()).toContain('this browser keeps no cookies');
});

test.each([
  [401, {}, 'E-mail address and password do not match.'],
  [403, { code: 'only-here' }, 'The demo account signs in only on the machine that runs Podium.'],
  [403, { code: 'disabled' }, 'This account is disabled. An admin can enable it.'],
  [
    403,
    { code: 'wrong-address' },
    'Signing in does not work at this address. Use the one Podium was set up with.',
  ],
  [
    403,
    { code: 'wrong-address', detail: 'Not here. Open https://quiz.example.' },
    'Signing in works at another address: https://quiz.example',
  ],
  [403, {}, 'That did not work. Please try again.'],
  [429, {}, 'Too many tries. Wait a minute, then try again.'],
])('a refusal with %s %j is told as %s', async (status, body, words) => {
  render(<SignIn demo={false} />);
  reply = () => json(status, body);
  await submit();
  expect(alert()).toBe(words);
});

test('the demo account signs in with one press', async () => {
  render(<SignIn demo={true} />);
  fireEvent.click(screen.getByText('Use the demo account'));
  await act(() => new Promise(done => setTimeout(done, 10)));
  expect(calls[0]).toMatchObject({ method: 'POST', body: expect.stringContaining('host@podium.local') });
  expect(session.value.state).toBe('in');
});

test('where there is a provider, one press leads to it', () => {
  render(<SignIn demo={false} provider="the school" />);
  expect(screen.getByText('Sign in with the school').getAttribute('href')).toBe('/api/session/provider');
});
