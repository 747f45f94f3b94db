/** One socket with all that belongs to it while it lives: its pulse, its readings of the time, its farewell. */
import type { Clock } from './clock';
import type { Ending } from './ending';
import { createHeartbeat } from './heartbeat';
import type { Cancel, Env } from './page';
import { createReadings } from './readings';
import { LOST, type Message, openSocket } from './socket';

/** Until the server has announced its own. */
const HEARTBEAT_MS = 15_000;
/** A `bye` is followed by its close at once; where the close is lost, it counts as come. */
const CLOSE_AFTER_BYE_MS = 1_000;

export interface LiveSocketEvents {
  opened(): void;
  welcomed(): void;
  heard(message: Message): void;
  /** The end, however it came: exactly once, and not after `drop`. */
  over(ending: Ending): void;
}
export interface LiveSocket {
  /** Says the first word, where there is one to say, and listens from now on. */
  greet(first: object | null): void;
  /** False when it could not be sent. */
  send(message: object): boolean;
  /** Allows an attempt its whole time, from now. */
  giveTime(): void;
  /** Asks now whether the other side is there. */
  check(): void;
  /** No timers until `giveTime` or `check`. */
  rest(): void;
  hurry(urgent: boolean): void;
  drop(): void;
}

/** While the page is hidden nothing is timed. */
export function openLiveSocket(
  env: Env,
  url: string,
  clock: Clock,
  openingMs: number,
  events: LiveSocketEvents,
): LiveSocket {
  let openedAt = Number.POSITIVE_INFINITY;
  let heartbeatMs = HEARTBEAT_MS;
  let bye: Ending['bye'] = {};
  let cancel: Cancel = () => {};

  const ping = () => send({ type: 'ping', t: env.now() });
  const heartbeat = createHeartbeat(env, ping, () => over(LOST, true));
  const readings = createReadings(env, clock);
  readings.begin();
  const line = openSocket(env, url, { opened: events.opened, heard, lost: over });
  giveTime();

  function heard(message: Message | null): void {
    heartbeat.heard();
    if (!message) return;
    readings.hear(message);
    if (message.type === 'welcome') welcomed(message.heartbeatMs);
    else if (message.type === 'pong' && readings.few) ping();
    else if (message.type === 'bye') {
      bye = message as Ending['bye'];
      expect(CLOSE_AFTER_BYE_MS);
    }
    events.heard(message);
  }

  function welcomed(announcedMs: unknown): void {
    if (typeof announcedMs === 'number' && announcedMs > 0) heartbeatMs = announcedMs;
    listen();
    events.welcomed();
    ping();
  }

  function over(code: number, silent = false): void {
    drop();
    events.over({ code, silent, bye, livedMs: Math.max(0, env.now() - openedAt) });
  }

  /** Something is to happen within `ms`, or the socket is lost. */
  function expect(ms: number): void {
    cancel();
    if (!env.hidden()) cancel = env.after(ms, () => over(LOST));
  }
  function giveTime(): void {
    expect(openingMs);
  }
  function listen(): void {
    if (!env.hidden()) heartbeat.start(heartbeatMs);
  }
  function send(message: object): boolean {
    return line.send(message);
  }
  function rest(): void {
    cancel();
    heartbeat.stop();
  }
  function drop(): void {
    rest();
    line.drop();
  }

  return {
    greet(first) {
      cancel();
      openedAt = env.now();
      if (first && send(first)) readings.begin();
      listen();
    },
    send,
    giveTime,
    check() {
      listen();
      heartbeat.check();
    },
    rest,
    hurry: heartbeat.hurry,
    drop,
  };
}
