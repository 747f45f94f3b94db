/**
 * What no schedule may bring about, watched from outside while it runs: a second, much simpler account of when a client
 * may try again. What it sees broken it adds to `world.wrongs`; sockets and frames are watched by the fake server itself.
 */
import { ESTABLISHED_MS } from '../backoff';
import type { ConnectionState, Hint } from '../types';
import type { FakeServer } from './server';
import type { World } from './world';

const STEPS_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];
const MOST_FAILURES = 5;

export class Rules {
  #link: ConnectionState = { name: 'idle' };
  #openedAt = Number.POSITIVE_INFINITY;
  #failures = 0;
  #retries = 0;

  constructor(
    readonly world: World,
    readonly server: FakeServer,
  ) {}

  /** Before the page hears it. */
  hint(hint: Hint | 'revive'): void {
    const forgives = hint === 'visible' || hint === 'online' || hint === 'tap' || hint === 'revive';
    if (forgives && this.#link.name === 'connecting') this.#afresh();
  }

  /** A page begins: it knows nothing of failures. */
  begin(): void {
    this.#link = { name: 'idle' };
    this.#afresh();
  }

  /** The page has a new idea of its connection. */
  link(next: ConnectionState): void {
    const before = this.#link;
    this.#link = next;
    if (next.name === 'open' && before.name === 'connecting') this.#openedAt = this.world.now;
    else if (next.name === 'connecting') this.#connecting(before);
    else if (next.name === 'waiting' || next.name === 'given-up') this.#lost(before, next);
  }

  /** After any time has gone by. */
  check(): void {
    if (this.server.live.length > 1) this.#wrong('more than one live socket');
    if (this.world.hidden && this.world.timers > 0) this.#wrong(`${this.world.timers} timers while hidden`);
  }

  #connecting(before: ConnectionState): void {
    if (before.name === 'open') this.#settle();
    const planned = before.name === 'waiting' && before.retryAt === this.world.now;
    // From one attempt to the next at once: a refused socket's stand-in, which is part of the same attempt.
    if (before.name === 'open') this.#retries++;
    else if (before.name !== 'connecting' && !planned) this.#afresh();
    this.#openedAt = Number.POSITIVE_INFINITY;
  }

  #lost(before: ConnectionState, next: ConnectionState & { name: 'waiting' | 'given-up' }): void {
    if (before.name === 'waiting') return; // it was hidden meanwhile
    const established = this.#settle();
    if (next.name === 'given-up') {
      if (this.#failures + 1 !== MOST_FAILURES) this.#wrong(`given up after ${this.#failures + 1} failures`);
      return;
    }
    if (next.retryAt === null) return; // the next attempt is afresh
    const delay = next.retryAt - this.world.now;
    const invited = !Number.isInteger(delay); // invitations of these schedules are never whole
    if (!invited && !established) this.#failures++;
    if (this.#failures >= MOST_FAILURES) this.#wrong('a sixth attempt');
    const step = STEPS_MS[Math.min(this.#retries, STEPS_MS.length - 1)]!;
    const planned = delay >= step * 0.75 && delay <= step * 1.25;
    if (invited ? !this.server.invitedMs.has(delay) : !planned) {
      this.#wrong(`a delay of ${delay} ms as retry ${this.#retries + 1}`);
    }
    this.#retries++;
  }

  /** Whether the socket that is lost had lived long enough to forget what was before it. */
  #settle(): boolean {
    const established = this.world.now - this.#openedAt >= ESTABLISHED_MS;
    if (established) this.#afresh();
    return established;
  }
  #afresh(): void {
    this.#failures = 0;
    this.#retries = 0;
  }
  #wrong(what: string): void {
    this.world.wrongs.push(`${this.world.now}: ${what}`);
  }
}
