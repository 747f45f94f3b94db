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

/** How long an attempt may take; where sockets were refused before, something else is tried sooner. */
const OPENING_MS = 10_000;
const PROBE_MS = 3_000;

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
  /** Whether a socket was ever open, or its stand-in welcomed: where not, the network may let nothing through. */
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
  /** Sockets in a row that never opened; after two of them their stand-in is tried as well, after each further one. */
  let refused = 0;
  let second: Env['open'] | undefined;
  let standsIn = false;
  let cancel: Cancel = () => {};

  const actions: Record<Action, () => void> = {
    afresh() {
      attempts = AFRESH;
      if (env.hidden()) actions.sleep();
      else actions.connect();
    },
    connect() {
      drop();
      const way = standsIn ? { ...env, open: second! } : env;
      live = openLiveSocket(way, options.url, options.clock, refused ? PROBE_MS : OPENING_MS, {
        opened: () => on('opened'),
        welcomed() {
          opened = true;
          become({ name: 'open', welcomed: true });
        },
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
      if (!standsIn) {
        opened = true;
        refused = 0;
      }
      become({ name: 'open', welcomed: false });
      live?.greet(options.hello());
    },
    judge() {
      drop();
      if (fellBack()) return actions.connect();
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

  /** Whether the socket that was refused has a stand-in, which is tried at once. */
  function fellBack(): boolean {
    const fell = !standsIn && !ending!.livedMs && ++refused > 1;
    if (refused && !second)
      env.second(open => {
        second = open;
        if (refused > 1 && state.name !== 'connecting') on('online');
      });
    standsIn = fell && second !== undefined && !env.hidden();
    return standsIn;
  }

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
