/**
 * The server as a host's page meets it, for tests of components:
 *
 *   const server = new FakeHost();               // stubs WebSocket and fetch
 *   server.replies.set('/api/games/g1', () => game);          // a value, or a status to refuse with; 0: no answer comes
 *   server.replies.set('/api/games', () => refusal(422, { errors: [{ field, code }] }));
 *   const answer = server.hold('/api/games');    // nothing comes until `answer(reply)`
 *   server.calls                                  // what the page has asked for
 *   server.welcome(state);  server.state(state);  server.say(message);
 *   server.commands                               // what the page has sent, acknowledged by `server.done()`
 */
import { vi } from 'vitest';

type Reply = object | number | Response;

/** As the server says no: `problem+json`. */
export const refusal = (status: number, problem: object = {}) =>
  new Response(JSON.stringify(problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

export class FakeHost {
  readonly replies = new Map<string, () => Reply | Promise<Reply>>();
  readonly calls: { method: string; path: string; body?: BodyInit | null }[] = [];
  readonly sent: { type: string; id?: string; do?: string; [field: string]: unknown }[] = [];
  /** Sockets that were asked for. */
  opened = 0;
  #socket: FakeWebSocket | undefined;
  #seq = 0;

  constructor() {
    const open = (socket: FakeWebSocket) => {
      this.#socket = socket;
      this.opened++;
    };
    const hear = (text: string) => this.sent.push(JSON.parse(text));
    vi.stubGlobal(
      'WebSocket',
      class extends FakeWebSocket {
        constructor() {
          super(hear);
          open(this);
        }
      },
    );
    vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
      this.calls.push({ method, path, ...(body !== undefined && { body }) });
      const reply = (await this.replies.get(path)?.()) ?? 404;
      if (reply === 0) throw new TypeError('away');
      if (reply instanceof Response) return reply;
      const status = typeof reply === 'number' ? reply : 200;
      return new Response(JSON.stringify(typeof reply === 'number' ? {} : reply), {
        status,
        headers: { 'Content-Type': 'application/json' },
      });
    });
  }

  /** The next ones who ask for `path` wait for what is given to the function returned. */
  hold(path: string): (reply: Reply) => void {
    let answer!: (reply: Reply) => void;
    const reply = new Promise<Reply>(done => {
      answer = done;
    });
    this.replies.set(path, () => reply);
    return answer;
  }
  asked(method: string, path: string) {
    return this.calls.filter(call => call.method === method && call.path === path);
  }
  get commands() {
    return this.sent.filter(({ type }) => type === 'command');
  }
  welcome(state: object): void {
    this.#socket!.onopen?.();
    this.say({ type: 'welcome', heartbeatMs: 15_000, serverTime: Date.now(), seq: this.#seq, state });
  }
  state(state: object): void {
    this.say({ type: 'state', seq: ++this.#seq, serverTime: Date.now(), state });
  }
  say(message: object): void {
    this.#socket!.onmessage?.({ data: JSON.stringify(message) });
  }
  /** Acknowledges the last command. */
  done(): void {
    this.say({ type: 'ack', id: this.commands.at(-1)!.id, status: 'done', seq: this.#seq });
  }
  cut(): void {
    this.#socket!.onclose?.({ code: 1006 });
  }
}

class FakeWebSocket {
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(private readonly hear: (text: string) => void) {}
  send(text: string): void {
    this.hear(text);
  }
  close(): void {
    this.readyState = 3;
  }
}
