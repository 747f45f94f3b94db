import type { Socket } from '../page';
import type { World } from './world';

const [CONNECTING, OPEN, CLOSED] = [0, 1, 3];

/** What a socket needs of the server at its other end. */
export interface SocketServer {
  readonly world: World;
  readonly network: 'up' | 'refused' | 'silent';
  readonly latencyMs: number;
  readonly twice: boolean;
  hear(socket: FakeSocket, message: { type: string; [field: string]: unknown }): void;
  gone(socket: FakeSocket): void;
}

/** The client's end of one socket, and what the server does with it. */
export class FakeSocket implements Socket {
  readyState = CONNECTING;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onerror: Socket['onerror'] = null;
  onclose: Socket['onclose'] = null;
  /** Half-open: nothing passes any more, and nobody is told. */
  dead = false;
  seated = false;
  readonly openedAt: number;
  #lastAt = 0;

  constructor(
    readonly server: SocketServer,
    readonly url: string,
    readonly alive: () => boolean,
  ) {
    this.openedAt = server.world.now;
  }

  /** Called by the client. */
  send(text: string): void {
    if (this.readyState !== OPEN) {
      this.server.world.wrongs.push(`${this.server.world.now}: sent on a socket in state ${this.readyState}`);
      throw new Error('InvalidStateError');
    }
    if (typeof text !== 'string' || text.startsWith('[object'))
      this.server.world.wrongs.push(`sent raw: ${text}`);
    this.#travel(() => this.server.hear(this, JSON.parse(text)));
  }
  /** Called by the client. */
  close(): void {
    this.readyState = CLOSED;
    this.server.gone(this);
  }

  say(message: object): void {
    const text = JSON.stringify(message);
    const deliver = () => this.readyState === OPEN && this.alive() && this.onmessage?.({ data: text });
    this.#travel(deliver);
    if (this.server.twice) this.#travel(deliver);
  }
  /** The server ends it; the client hears a close, after an error where that is how it ends. */
  end(code: number): void {
    this.#travel(() => {
      if (this.readyState === CLOSED) return;
      this.close();
      if (!this.alive()) return;
      if (code === 1006) this.onerror?.();
      this.onclose?.({ code });
    });
  }
  accept(): void {
    this.#travel(() => {
      if (this.readyState !== CONNECTING) return;
      this.readyState = OPEN;
      if (this.alive()) this.onopen?.();
    });
  }

  /** In order, after the latency, unless the line is dead by then. */
  #travel(arrive: () => void): void {
    const { world, server } = this;
    const at = Math.max(this.#lastAt, world.now + server.latencyMs);
    this.#lastAt = at;
    world.after(at - world.now, () => {
      if (server.network === 'silent') this.dead = true;
      if (!this.dead) arrive();
    });
  }
  get world(): World {
    return this.server.world;
  }
}
