/** A link that watches a game: the host's, which also gives commands, and the screen's, which does not. */
import type { Bye, CommandAck, Failure, Pong, State, Watching } from '../protocol';
import { createClock } from './clock';
import { createConnection } from './connection';
import { createPosition } from './position';
import type { Env, Watch, WatchEvents } from './types';
import { validState } from './validState';

/** As many as the server takes at once; the others follow in their order as these are acknowledged. */
const MOST_UNDER_WAY = 8;
/** Nobody presses so many buttons while the line is down and means them all. */
const MOST_COMMANDS = 64;
/** The server had no room: it is asked again then, or with the next acknowledgement. */
const BUSY_MS = 500;

/** What the transport keeps to itself. */
type Own<S> = Watching<S> | State<S> | Pong | Bye | Failure;

export interface WatchOptions<S, M> {
  url: string;
  env: Env;
  events: WatchEvents<S, M>;
}

/**
 * `S` is the state, `M` the other messages, `C` the commands. It connects at once. Commands carry ids the server
 * remembers, so sending them again after a reconnect is safe.
 */
export function createWatch<S, M extends { type: string }, C extends object>(
  options: WatchOptions<S, M>,
): Watch<C> {
  const { url, env, events } = options;
  const clock = createClock(env);
  const position = createPosition();
  /** In the order in which they were given; `sent` on the present socket. */
  const waiting = new Map<string, { message: object; sent: boolean }>();

  const connection = createConnection({
    url,
    env,
    clock,
    persistent: true,
    hello: () => null,
    onState: events.onConnection,
    onMessage: message => hear(message as unknown as Own<S> | M),
  });

  function hear(message: Own<S> | M): void {
    const own = message as Own<S>;
    if (own.type === 'welcome') {
      position.welcome(own.seq);
      events.onState(validState(own.state), own.seq);
      const { answered, players } = own;
      if (answered !== undefined) events.onMessage({ type: 'progress', answered, players } as unknown as M);
      for (const command of waiting.values()) command.sent = false;
      sendWaiting();
    } else if (own.type === 'state') {
      if (position.advance(own.seq)) events.onState(validState(own.state), own.seq);
    } else if (own.type === 'error') {
      if (own.id && waiting.delete(own.id)) sendWaiting();
      events.onMessage(message as M);
    } else if (own.type !== 'pong' && own.type !== 'bye') {
      if (!acknowledged(message as Partial<CommandAck>)) events.onMessage(message as M);
    }
    connection.hurry(waiting.size > 0);
  }

  /** True when nobody has to hear of it: it was heard before, or the server will be asked again. */
  function acknowledged({ type, id, status, reason }: Partial<CommandAck>): boolean {
    const command = type === 'ack' && id ? waiting.get(id) : undefined;
    if (type !== 'ack' || !id) return false;
    if (command && status === 'refused' && reason === 'busy') {
      command.sent = false;
      env.after(BUSY_MS, sendWaiting);
      return true;
    }
    waiting.delete(id);
    sendWaiting();
    return !command;
  }

  function sendWaiting(): void {
    const { state } = connection;
    if (state.name !== 'open' || !state.welcomed) return;
    let underWay = [...waiting.values()].filter(({ sent }) => sent).length;
    for (const command of waiting.values()) {
      if (command.sent) continue;
      if (++underWay > MOST_UNDER_WAY) return;
      command.sent = connection.send(command.message);
    }
  }

  connection.revive();
  return {
    clock,
    get opened() {
      return connection.opened;
    },
    command(command) {
      if (waiting.size >= MOST_COMMANDS) return null;
      const id = env.uuid();
      waiting.set(id, { message: { type: 'command', id, ...command }, sent: false });
      sendWaiting();
      connection.hurry(true);
      return id;
    },
    revive: () => connection.revive(),
    close: () => connection.close(),
  };
}
