/**
 * One connection, kept alive: a machine that does what the table of states says (`states.ts`) over one line at a time.
 * Whatever goes wrong ends in `judge`, where the close code and the back-off decide.
 */
import { AFRESH, type Attempts, plan } from './backoff';
import type { Clock } from './clock';
import { createHeartbeat } from './heartbeat';
import { type Line, LOST, type Message, openLine } from './line';
import { judge } from './policy';
import { type Action, type Event, TABLE } from './states';
import type { Cancel, ConnectionState, Env } from './types';

const OPENING_MS = 10_000;
/** Until the server has announced its own. */
const HEARTBEAT_MS = 15_000;
/** A `bye` is followed by its close at once; where the close is lost, it counts as come. */
const CLOSE_AFTER_BYE_MS = 1_000;
/** Round trips measured at the start, so that countdowns are right from the first question. */
const FIRST_SAMPLES = 3;
const NO_STATUS = 1005;

export interface ConnectionOptions {
  url: string;
  env: Env;
  clock: Clock;
  /** The first frame on each socket, made when it is sent; null where the server speaks first. */
  hello(): object | null;
  onMessage(message: Message): void;
  onState(state: ConnectionState): void;
}
export interface Connection {
  readonly state: ConnectionState;
  /** Serialises and sends, or says that it could not: nothing is queued here. */
  send(message: object): boolean;
  /** Connects now, afresh, unless there is a connection: then that one is checked. */
  revive(): void;
  /** Leaves the present socket, if any, and connects anew. */
  restart(): void;
  /** Something waits for an acknowledgement: notice soon if the line is dead. */
  hurry(urgent: boolean): void;
  /** For good: hints are not heard any more. */
  close(): void;
}

export function createConnection({
  url,
  env,
  clock,
  hello,
  onMessage,
  onState,
}: ConnectionOptions): Connection {
  let state: ConnectionState = { name: 'idle' };
  let line: Line | null = null;
  let attempts: Attempts = AFRESH;
  let begunAt = 0; // the server took the time of its first frame after this
  let openedAt = Number.POSITIVE_INFINITY;
  let heartbeatMs = HEARTBEAT_MS;
  let bye: { code?: number; reconnectInMs?: number } = {};
  let loss = { code: LOST, silent: false };
  let cancel: Cancel = () => {};

  const ping = () => send({ type: 'ping', t: env.now() });
  const heartbeat = createHeartbeat(env, ping, () => lost(LOST, true));

  const actions: Record<Action, () => void> = {
    afresh() {
      attempts = AFRESH;
      actions.connect();
    },
    connect() {
      drop();
      begunAt = env.now();
      openedAt = Number.POSITIVE_INFINITY;
      bye = {};
      line = openLine(env, url, { opened: () => on('opened'), heard, lost });
      giveTime();
      become({ name: 'connecting' });
    },
    forgive() {
      attempts = AFRESH;
    },
    await() {
      attempts = AFRESH;
      giveTime();
    },
    greet() {
      cancel();
      openedAt = env.now();
      heartbeatMs = HEARTBEAT_MS;
      become({ name: 'open', welcomed: false });
      const first = hello();
      if (first && send(first)) begunAt = env.now();
      if (!env.hidden()) heartbeat.start(heartbeatMs);
    },
    judge() {
      drop();
      const unnamed = loss.code === LOST || loss.code === NO_STATUS;
      const code = unnamed ? (bye.code ?? loss.code) : loss.code;
      const verdict = judge(code);
      if (!verdict.retry) return become({ name: 'stopped', code, reason: verdict.reason });
      const livedMs = Math.max(0, env.now() - openedAt);
      const failure = verdict.failure && !loss.silent;
      const next = plan(attempts, { livedMs, failure, reconnectInMs: bye.reconnectInMs }, env.random());
      attempts = next.attempts;
      if (next.delayMs === null) become({ name: 'given-up' });
      else if (env.hidden()) actions.sleep();
      else if (loss.silent) actions.connect();
      else {
        wait(next.delayMs, () => on('due'));
        become({ name: 'waiting', retryAt: env.now() + next.delayMs });
      }
    },
    check() {
      if (env.hidden()) return;
      heartbeat.start(heartbeatMs);
      heartbeat.check();
    },
    rest() {
      cancel();
      heartbeat.stop();
    },
    sleep() {
      cancel();
      become({ name: 'waiting', retryAt: null });
    },
  };

  function on(event: Event): void {
    const action = TABLE[state.name][event];
    if (action) actions[action]();
  }

  function become(next: ConnectionState): void {
    state = next;
    onState(next);
  }

  function giveTime(): void {
    if (!env.hidden()) wait(OPENING_MS, () => lost(LOST));
  }

  function wait(ms: number, run: () => void): void {
    cancel();
    cancel = env.after(ms, run);
  }

  function drop(): void {
    actions.rest();
    line?.drop();
    line = null;
  }

  function lost(code: number, silent = false): void {
    loss = { code, silent };
    on('lost');
  }

  function heard(message: Message | null): void {
    heartbeat.heard();
    if (!message) return;
    const { type, t, serverTime } = message;
    if (typeof serverTime === 'number') {
      if (type === 'welcome') clock.sample(begunAt, env.now(), serverTime);
      else if (type === 'pong' && typeof t === 'number') clock.sample(t, env.now(), serverTime);
      else clock.notBefore(serverTime);
    }
    if (type === 'welcome') welcomed(message.heartbeatMs);
    else if (type === 'pong' && clock.samples < FIRST_SAMPLES) ping();
    else if (type === 'bye') {
      bye = message as typeof bye;
      wait(CLOSE_AFTER_BYE_MS, () => lost(LOST));
    }
    onMessage(message);
  }

  function welcomed(announcedMs: unknown): void {
    if (typeof announcedMs === 'number' && announcedMs > 0) heartbeatMs = announcedMs;
    if (!env.hidden()) heartbeat.start(heartbeatMs);
    become({ name: 'open', welcomed: true });
    ping();
  }

  function send(message: object): boolean {
    return state.name === 'open' && line !== null && line.send(message);
  }

  const deafen = env.listen(hint => {
    if (hint === 'hidden' || !env.hidden()) on(hint);
  });

  return {
    get state() {
      return state;
    },
    send,
    revive: () => on('revive'),
    restart: () => actions.afresh(),
    hurry: urgent => heartbeat.hurry(urgent),
    close() {
      deafen();
      drop();
      become({ name: 'idle' });
    },
  };
}
