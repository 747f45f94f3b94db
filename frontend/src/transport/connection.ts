/**
 * One connection, kept alive: a machine that does what the table of states says (`states.ts`) over one socket at a time.
 * Whatever goes wrong ends in `judge`, which does what `ending.ts` decides.
 */
import { AFRESH } from './backoff';
import type { Clock } from './clock';
import { after, type Ending } from './ending';
import { type LiveSocket, openLiveSocket } from './liveSocket';
import type { Message } from './socket';
import { type Action, type Event, TABLE } from './states';
import type { Cancel, ConnectionState, Env } from './types';

export interface ConnectionOptions {
  url: string;
  env: Env;
  clock: Clock;
  /** Never gives up: for pages that nobody stands before. */
  persistent: boolean;
  /** The first frame on each socket, made when it is sent; null where the server speaks first. */
  hello(): object | null;
  onMessage(message: Message): void;
  onState(state: ConnectionState): void;
}
export interface Connection {
  readonly state: ConnectionState;
  /** Whether a socket was ever open: where none was, the network may let none through. */
  readonly opened: boolean;
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

export function createConnection(options: ConnectionOptions): Connection {
  const { env } = options;
  let state: ConnectionState = { name: 'idle' };
  let live: LiveSocket | null = null;
  let ending: Ending | null = null;
  let attempts = AFRESH;
  let urgent = false;
  let opened = false;
  let cancel: Cancel = () => {};

  const actions: Record<Action, () => void> = {
    afresh() {
      attempts = AFRESH;
      if (env.hidden()) actions.sleep();
      else actions.connect();
    },
    connect() {
      drop();
      live = openLiveSocket(env, options.url, options.clock, {
        opened: () => on('opened'),
        welcomed: () => become({ name: 'open', welcomed: true }),
        heard: options.onMessage,
        over(how) {
          ending = how;
          on('lost');
        },
      });
      live.hurry(urgent);
      become({ name: 'connecting' });
    },
    forgive() {
      attempts = AFRESH;
    },
    await() {
      attempts = AFRESH;
      live?.giveTime();
    },
    greet() {
      opened = true;
      become({ name: 'open', welcomed: false });
      live?.greet(options.hello());
    },
    judge() {
      drop();
      const next = after(ending!, attempts, env.random(), options.persistent);
      if (next.name === 'stop') return become({ name: 'stopped', code: next.code, reason: next.reason });
      attempts = next.attempts;
      if (next.name === 'give-up') become({ name: 'given-up' });
      else if (env.hidden()) actions.sleep();
      else if (next.name === 'at-once') actions.connect();
      else {
        cancel = env.after(next.delayMs, () => on('due'));
        become({ name: 'waiting', retryAt: env.now() + next.delayMs });
      }
    },
    check() {
      live?.check();
    },
    rest() {
      live?.rest();
    },
    sleep() {
      drop();
      become({ name: 'waiting', retryAt: null });
    },
  };

  function on(event: Event): void {
    const action = TABLE[state.name][event];
    if (action) actions[action]();
  }

  function become(next: ConnectionState): void {
    state = next;
    options.onState(next);
  }

  function drop(): void {
    cancel();
    live?.drop();
    live = null;
  }

  const deafen = env.listen(on);

  return {
    get state() {
      return state;
    },
    get opened() {
      return opened;
    },
    send: message => live?.send(message) ?? false,
    revive: () => on('revive'),
    restart: () => actions.afresh(),
    hurry(now) {
      urgent = now;
      live?.hurry(now);
    },
    close() {
      deafen();
      drop();
      become({ name: 'idle' });
    },
  };
}
