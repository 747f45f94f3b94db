/**
 * A server of the contract, for tests of the client: one game, on any number of sockets. How to use it:
 *
 *   const server = new FakeServer(world);
 *   server.network = 'refused';       // attempts fail at once          'up' is the default
 *   server.network = 'silent';        // packets vanish, both ways: half-open sockets, attempts that hang
 *   server.brokenRequests = 1;        // how many of the next requests break off
 *   server.upgrades = false;        // sockets are refused; streams and requests work (see http.ts)
 *   server.question(0);               // opens question 0 for everybody; ready(0), reveal(), finish(), restore(0) likewise
 *   server.cut(1006);                 // closes every socket with this code
 *   server.drain(400);                // `bye` and its close, to come back in 400 ms
 *   server.kill();                    // kill -9: sockets break, answers not yet committed are forgotten
 *   server.ackMs = 3_000;             // commits at once, acknowledges later; commitMs delays the commit itself
 *   server.twice = true;              // every frame to the client is delivered twice
 *   server.stored.get('0')            // the committed answer to question 0
 *
 * It knows one seat. To teach it more, add a case to `#hear`; to see what the client said, look at `server.heard`; to
 * play an odd server, take a socket from `server.sockets` and let it `say(…)` or `end(code)` anything.
 */
import type { Answer, PlayState } from '../../protocol';
import { createSecond } from '../second';
import { fakeHttp, type HttpServer } from './http';
import { FakeSocket, type SocketServer } from './socket';
import type { World } from './world';

interface Stored {
  id: string;
  answer: Answer;
}

export class FakeServer implements SocketServer, HttpServer {
  network: 'up' | 'refused' | 'silent' = 'up';
  upgrades = true;
  brokenRequests = 0;
  latencyMs = 20;
  commitMs = 0;
  ackMs = 5;
  twice = false;
  heartbeatMs = 15_000;
  /** The database's clock, ahead of the page's. */
  epoch = 1_795_410_000_000;
  seq = 0;
  state: PlayState = { phase: 'lobby', title: 'Around the world', players: 1 };
  /** Every `join` is refused with this, while it is set. */
  refuseJoin: string | null = null;
  /** Every first frame is answered by this close, while it is set. */
  refuseWith: number | null = null;
  readonly sockets: FakeSocket[] = [];
  readonly heard: { at: number; message: { type: string; [field: string]: unknown } }[] = [];
  /** Committed answers, by question. */
  readonly stored = new Map<string, Stored>();
  key: string | null = null;
  /** How long each `bye` so far told to wait, in milliseconds. */
  readonly invitedMs = new Set<number>();
  readonly #held = new Set<FakeSocket>();
  readonly #requests = new Set<FakeSocket>();
  #n = -1;
  #life = 0;

  constructor(readonly world: World) {
    world.connect = (url, alive) => this.#connect(url, alive, this.upgrades);
    world.second = (ready, alive) => {
      const now = () => world.now;
      world.after(this.latencyMs, () => {
        if (this.network === 'up' && alive()) ready(createSecond({ now }, fakeHttp(this, alive)));
      });
    };
  }

  /** Sockets the client holds, open or being opened. */
  get live(): FakeSocket[] {
    return [...this.#held].filter(socket => socket.readyState < 2 && socket.alive());
  }
  /** Called by a socket that is closed. */
  gone(socket: FakeSocket): void {
    this.#held.delete(socket);
    this.#requests.delete(socket);
  }
  stream(alive: () => boolean): FakeSocket {
    return this.#connect('stream', alive, true);
  }
  /** What carries one request and its reply. */
  request(alive: () => boolean): FakeSocket {
    const request = new FakeSocket(this, 'request', alive);
    this.#requests.add(request);
    const broken = this.brokenRequests > 0 && this.brokenRequests--;
    if (broken || this.network === 'refused') request.end(1006);
    else request.accept();
    return request;
  }
  /** Whether a connection with a larger n has the seat. */
  outdone(n: number | undefined): boolean {
    return n !== undefined && n < this.#n;
  }
  get last(): FakeSocket {
    return this.sockets[this.sockets.length - 1]!;
  }
  said(type: string): Record<string, unknown>[] {
    return this.heard.map(({ message }) => message).filter(message => message.type === type);
  }

  question(index: number, extra: object = {}): void {
    const opensAt = this.#time();
    this.#move({ phase: 'question', question: ask(index), opensAt, closesAt: opensAt + 20_000, ...extra });
  }
  ready(index: number): void {
    this.#move({ phase: 'ready', question: ask(index), opensAt: this.#time() + 3_000 });
  }
  reveal(): void {
    if (this.state.phase !== 'question') return;
    const mine = { correct: false, fraction: 0, points: 0, streak: 0 };
    this.#move({ phase: 'reveal', question: this.state.question, mine, score: 0, rank: 1, players: 1 });
  }
  /** Takes the end back: an open question waits with what was left. */
  restore(index: number): void {
    this.#move({ phase: 'question', question: ask(index), paused: true, remainingMs: 5_000 });
  }
  finish(): void {
    this.#move({ phase: 'finished', top: [], mine: { score: 0, rank: 1, correct: 0, total: 1 }, players: 1 });
  }

  cut(code = 1006): void {
    for (const socket of this.live) socket.end(code);
  }
  drain(reconnectInMs: number): void {
    this.invitedMs.add(reconnectInMs);
    for (const socket of this.live) {
      socket.say({ type: 'bye', code: 4001, reconnectInMs });
      socket.end(4001);
    }
  }
  kill(): void {
    this.#life++;
    this.cut(1006);
    for (const request of [...this.#requests]) request.end(1006);
  }

  hear(socket: FakeSocket, message: { type: string; [field: string]: unknown }): void {
    this.heard.push({ at: this.world.now, message });
    this.#hear[message.type]?.(socket, message);
  }

  readonly #hear: Record<string, (socket: FakeSocket, message: { [field: string]: unknown }) => void> = {
    join: (socket, { key }) => {
      if (this.refuseJoin) socket.say({ type: 'error', code: this.refuseJoin });
      else {
        this.key ??= key as string;
        this.#seat(socket, -1);
      }
    },
    resume: (socket, { n }) => {
      if ((n as number) < this.#n) socket.end(4503);
      else this.#seat(socket, n as number);
    },
    ping: (socket, { t }) => socket.say({ type: 'pong', t, serverTime: this.#time() }),
    answer: (socket, message) => this.#answer(socket, message as unknown as Stored & { question: number }),
  };

  #seat(socket: FakeSocket, n: number): void {
    if (this.refuseWith) {
      socket.end(this.refuseWith);
      return;
    }
    this.#n = Math.max(this.#n, n);
    for (const other of this.#held) if (other !== socket && other.seated) other.end(4503);
    socket.seated = true;
    socket.say({
      type: 'welcome',
      player: { id: 'p1', nickname: 'Ada' },
      ticket: 'ticket-1',
      heartbeatMs: this.heartbeatMs,
      ...this.#stamped(),
    });
  }

  /** The order of the contract: stored, stored otherwise, not open yet, closed, saved. */
  #answer(socket: FakeSocket, { id, question, answer }: Stored & { question: number }): void {
    const life = this.#life;
    const ack = (status: string, extra: object = {}) =>
      this.world.after(this.ackMs, () => {
        if (life === this.#life) socket.say({ type: 'ack', id, question, status, ...extra });
      });
    this.world.after(this.commitMs, () => {
      if (life !== this.#life) return;
      const before = this.stored.get(`${question}`);
      if (before?.id === id) return ack('duplicate');
      if (before) return ack('duplicate', { answer: before.answer });
      const when = this.#when(question);
      if (when === 'open') this.stored.set(`${question}`, { id, answer });
      return ack(when === 'open' ? 'saved' : when);
    });
  }

  #when(question: number): 'early' | 'open' | 'late' {
    const { state } = this;
    if (state.phase === 'lobby' || state.phase === 'waiting') return 'early';
    if ('top' in state) return 'late';
    if (state.question.index !== question) return state.question.index < question ? 'early' : 'late';
    if (state.phase === 'ready' || state.paused) return 'early';
    return state.phase === 'question' ? 'open' : 'late';
  }

  #connect(url: string, alive: () => boolean, taken: boolean): FakeSocket {
    const socket = new FakeSocket(this, url, alive);
    if (this.live.length > 0) this.world.wrongs.push(`${this.world.now}: a second socket`);
    this.sockets.push(socket);
    this.#held.add(socket);
    if (this.network === 'refused' || !taken) socket.end(1006);
    else socket.accept();
    return socket;
  }

  #move(state: PlayState): void {
    this.state = state;
    this.seq++;
    for (const socket of this.#held) if (socket.seated) socket.say({ type: 'state', ...this.#stamped() });
  }
  #stamped() {
    return { seq: this.seq, serverTime: this.#time(), state: this.state };
  }
  #time(): number {
    return Math.round(this.epoch + this.world.now);
  }
}

function ask(index: number) {
  const choices = [
    { id: 'a', text: 'Nile' },
    { id: 'b', text: 'Rhine' },
  ];
  return {
    index,
    total: 9,
    kind: 'choice' as const,
    text: 'Which river is the longest?',
    points: 1000,
    timeLimitMs: 20_000,
    choices,
    multiple: false,
  };
}
