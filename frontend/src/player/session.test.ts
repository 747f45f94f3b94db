import { expect, test } from 'vitest';
import type { PlayState } from '../protocol';
import type { ConnectionState, Play, PlayEvents } from '../transport/types';
import { createSession } from './session';

/** A session whose link is moved by the test; `reached`: whether the server answers without a socket. */
function begun(reached: boolean) {
  let events!: PlayEvents;
  const play = { opened: false, join: () => {} } as unknown as Play & { opened: boolean };
  const session = createSession(
    heard => {
      events = heard;
      return play;
    },
    async () => reached,
  );
  const attempts = async (...states: ConnectionState[]) => {
    for (const state of states) events.onConnection(state);
    await Promise.resolve();
  };
  return { session, play, attempts };
}
const CONNECTING: ConnectionState = { name: 'connecting' };
const LOST: ConnectionState = { name: 'waiting', retryAt: 1 };

test('a server that answers while no socket ever opens is behind a network that blocks them', async () => {
  const { session, play, attempts } = begun(true);
  await attempts(CONNECTING, LOST);
  expect(session.attempt.value).toEqual({ name: 'unreachable' });
  await attempts(CONNECTING, LOST);
  expect(session.attempt.value).toEqual({ name: 'blocked' });
  play.opened = true;
  await attempts(CONNECTING, { name: 'open', welcomed: false });
  expect(session.blocked.value).toBe(false);
});

test('an answer of the bell is told when it counts, and never reproached', () => {
  let events!: PlayEvents;
  const play = { answer: () => true } as unknown as Play;
  const session = createSession(
    heard => {
      events = heard;
      return play;
    },
    async () => true,
  );
  for (const question of [0, 1, 2]) session.answer(question, { text: 'Lima' }, 1, true);
  events.onReceipt(0, { status: 'saved', bell: true });
  events.onReceipt(1, { status: 'late', bell: true });
  events.onReceipt(2, { status: 'undelivered', bell: true });
  expect(session.receipts.value).toEqual({ 0: { status: 'saved', bell: true } });
  expect(Object.keys(session.given.value)).toEqual(['0']);
});

test('what came too late for an end may be given anew once the end is taken back', () => {
  let events!: PlayEvents;
  const play = { answer: () => true, pending: () => undefined } as unknown as Play;
  const session = createSession(
    heard => {
      events = heard;
      return play;
    },
    async () => true,
  );
  session.answer(0, { text: 'Lima' }, 1);
  events.onState({ phase: 'finished', mine: { score: 0 } } as PlayState);
  events.onReceipt(0, { status: 'late' });
  events.onState({ phase: 'question', question: { index: 0 } } as PlayState);
  expect([session.receipts.value, session.given.value]).toEqual([{}, {}]);
});

test('no network at all, a hidden page, or a line that was lost is something else', async () => {
  const offline = begun(false);
  await offline.attempts(LOST, LOST, LOST);
  const hidden = begun(true);
  await hidden.attempts({ name: 'waiting', retryAt: null }, { name: 'waiting', retryAt: null });
  const lost = begun(true);
  lost.play.opened = true;
  await lost.attempts(LOST, LOST, LOST);
  for (const { session } of [offline, hidden, lost]) expect(session.blocked.value).toBe(false);
});
