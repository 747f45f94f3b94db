import type { Clock } from './clock';
import type { Env } from './page';
import type { Message } from './socket';

/** Round trips measured at the start, so that countdowns are right from the first question. */
const FIRST = 3;
/** A server may hold a `welcome` back until it has the state; then it tells nothing about the way. */
const PROMPT_MS = 1_000;

/** What the messages of a connection tell the clock. */
export interface Readings {
  /** The first word is on its way, ours or the server's: its answer carries the time. */
  begin(): void;
  hear(message: Message): void;
  /** Whether another `ping` now would make the time better. */
  readonly few: boolean;
}

export function createReadings(env: Pick<Env, 'now'>, clock: Clock): Readings {
  let begunAt = 0;
  return {
    begin() {
      begunAt = env.now();
    },
    hear({ type, t, serverTime }) {
      if (typeof serverTime !== 'number') return;
      const promptly = env.now() - begunAt <= PROMPT_MS;
      if (type === 'welcome' && promptly) clock.sample(begunAt, env.now(), serverTime);
      else if (type === 'pong' && typeof t === 'number') clock.sample(t, env.now(), serverTime);
      else clock.notBefore(serverTime);
    },
    get few() {
      return clock.samples < FIRST;
    },
  };
}
