import { signal } from '@preact/signals';
import type { Result } from '../api';
import * as api from '../api';
import { chooseLanguage, isLanguage } from '../i18n';

export interface Who {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** The one chosen for all devices, if one was. */
  language?: string;
}
export type Role = 'admin' | 'host';
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
  return arrive(reply);
}

/** Whoever has just come in is recognised, and read to in the language chosen for all devices. */
async function arrive(reply: Result<void>): Promise<Result<void>> {
  await recognise();
  const now = session.peek();
  if (now.state === 'in' && isLanguage(now.who.language)) await chooseLanguage(now.who.language);
  return now.state === 'out' ? NOT_KEPT : reply;
}

/** The server took the password, and the browser did not keep its cookie. */
const NOT_KEPT: Result<never> = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 401, code: 'no-cookie' },
};

export async function signOut(): Promise<void> {
  const reply = await api.remove<{ next: string } | undefined>('/api/session');
  // Who came from elsewhere is signed out there, too.
  if (reply.ok && reply.value) location.assign(reply.value.next);
  else session.value = { state: 'out' };
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

export interface Invitation {
  email: string;
  role: Role;
}
/** Whom a link invites. */
export const lookAtInvitation = (token: string) => api.post<Invitation>('/api/invitation', { token });
/** Makes the account and comes in. */
export async function accept(token: string, name: string, password: string): Promise<Result<void>> {
  const reply = await api.post('/api/invitation/accept', { token, name, password });
  return reply.ok ? arrive(reply) : reply;
}

/** Passes a reply on, and shows the sign-in where the session has ended meanwhile. */
export function watched<T>(reply: Result<T>): Result<T> {
  if (!reply.ok && reply.problem.status === 401) session.value = { state: 'out' };
  return reply;
}
