import { signal } from '@preact/signals';
import type { Result } from '../api';
import * as api from '../api';

export interface Who {
  id: string;
  email: string;
  name: string;
  role: string;
}
/** `asking` until the server has said who is there; `away` when it cannot be reached. */
export type Session = { state: 'asking' | 'out' | 'away' } | { state: 'in'; who: Who };

export const session = signal<Session>({ state: 'asking' });

/** Asks the server who is signed in. */
export async function recognise(): Promise<void> {
  const reply = await api.get<Who>('/api/session');
  if (reply.ok) session.value = { state: 'in', who: reply.value };
  else session.value = { state: reply.problem.status === 401 ? 'out' : 'away' };
}

export async function signIn(email: string, password: string): Promise<Result<void>> {
  const reply = await api.post('/api/session', { email, password });
  if (!reply.ok) return reply;
  await recognise();
  return session.peek().state === 'out' ? NOT_KEPT : reply;
}

/** The server took the password, and the browser did not keep its cookie. */
const NOT_KEPT: Result<never> = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 401, code: 'no-cookie' },
};

export async function signOut(): Promise<void> {
  await api.remove('/api/session');
  session.value = { state: 'out' };
}

export interface FirstHost {
  token: string;
  email: string;
  name: string;
  password: string;
}
export async function setUp(first: FirstHost): Promise<Result<void>> {
  const reply = await api.post('/api/setup', first);
  if (reply.ok) await recognise();
  return reply;
}

/** Passes a reply on, and shows the sign-in where the session has ended meanwhile. */
export function watched<T>(reply: Result<T>): Result<T> {
  if (!reply.ok && reply.problem.status === 401) session.value = { state: 'out' };
  return reply;
}
