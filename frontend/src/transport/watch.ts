/** A link that watches a game: the host's, which also gives commands, and the screen's, which does not. */
import type { Bye, Failure, Pong, State, Watching } from '../protocol';
import { createClock } from './clock';
import { createConnection } from './connection';
import { createPosition } from './position';
import type { Env, Watch, WatchEvents } from './types';
import { validState } from './validState';

/** Nobody presses so many buttons while the line is down and means them all. */
const MOST_COMMANDS = 16;

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
  const waiting = new Map<string, object>();

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
      for (const command of waiting.values()) connection.send(command);
    } else if (own.type === 'state') {
      if (position.advance(own.seq)) events.onState(validState(own.state), own.seq);
    } else if (own.type === 'error') {
      if (own.id) waiting.delete(own.id);
      events.onMessage(message as M);
    } else if (own.type !== 'pong' && own.type !== 'bye') {
      const ack = message as { type: string; id?: unknown };
      if (ack.type === 'ack' && typeof ack.id === 'string' && !waiting.delete(ack.id)) return;
      events.onMessage(message as M);
    }
    connection.hurry(waiting.size > 0);
  }

  connection.revive();
  return {
    clock,
    command(command) {
      const id = env.uuid();
      const message = { type: 'command', id, ...command };
      waiting.set(id, message);
      if (waiting.size > MOST_COMMANDS) waiting.delete(waiting.keys().next().value!);
      const { state } = connection;
      if (state.name === 'open' && state.welcomed) connection.send(message);
      connection.hurry(true);
      return id;
    },
    revive: () => connection.revive(),
    close: () => connection.close(),
  };
}
