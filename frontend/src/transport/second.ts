/**
 * What stands in for a socket where the network refuses sockets: a stream of server-sent events is what is heard, requests of
 * their own are what is said. It looks like a socket, so that all that makes a connection come back is the same. It sets no
 * timer: the server's comments every 10 s are the clock, also while the page is hidden.
 */
import type { Cancel, Env, Socket } from './page';

const [CONNECTING, OPEN, CLOSED] = [0, 1, 3];
const FRAME = '/api/play/frame';
const BAD_REQUEST = 400;
/** What a browser calls an end without a reason. Not shared: whoever joins would load it as a script of its own. */
const LOST = 1006;
/** Two comments are missing by then: whatever a request says, nothing comes through the stream. */
const STALE_MS = 25_000;
/** What stands between keeps the stream for itself where not even its first bytes come. */
const FIRST_BYTES_MS = 10_000;
/** Longer than a server lets a request wait: it went astray, and goes again. */
const REPLY_MS = 12_000;

/** Requests, as far as they are needed here. */
export interface Http {
  /** Tells the parts of an answer as they come, then its status: 0 where it broke off. Nothing after it is cancelled. */
  post(path: string, body: object, hear: { part(text: string): void; end(status: number): void }): Cancel;
}
interface Frame {
  type: string;
  [field: string]: unknown;
}

/** @param http the way to the server whose sockets have the addresses given to the result */
export function createSecond(env: Pick<Env, 'now'>, http: Http): (url: string) => Socket {
  return url => new Stream(env, http, url);
}

class Stream implements Socket {
  readyState = CONNECTING;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onerror: Socket['onerror'] = null;
  onclose: Socket['onclose'] = null;
  #ticket: unknown;
  #n: unknown;
  #heartbeatMs = 15_000;
  #refused = false;
  #begunAt = 0;
  #heardAt = 0;
  #askedAt = 0;
  /** What is not answered yet. */
  readonly #sent = new Set<{ at: number; frame: Frame; cancel: Cancel }>();
  #cancel: Cancel = () => {};

  constructor(
    readonly env: Pick<Env, 'now'>,
    readonly http: Http,
    readonly url: string,
  ) {
    this.#knock(() => {
      this.readyState = OPEN;
      this.onopen?.();
      const screen = url.split('/ws/screen/')[1];
      if (screen) this.#stream('/api/screen/stream', { token: decodeURIComponent(screen) });
    });
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Frame;
    if (frame.type === 'join' || frame.type === 'resume') {
      this.#ticket = frame.ticket;
      this.#n = frame.n;
      this.#stream('/api/play/stream', frame);
    } else if (this.#ticket) this.#frame(frame);
    else
      this.#knock(() => {
        if (this.#fresh) this.onmessage?.({ data: '' });
      });
  }

  close(): void {
    this.readyState = CLOSED;
    this.#cancel();
  }

  /** A request without a frame is answered by its refusal: that the server is there, and knows this way. */
  #knock(answered: () => void): void {
    this.http.post(
      FRAME,
      {},
      {
        part() {},
        end: status => {
          if (this.readyState === CLOSED) return;
          if (status === BAD_REQUEST) answered();
          else this.#lost(LOST);
        },
      },
    );
  }

  /** A request that fails goes again once: a server died, and the one beside it takes the same frame. */
  #frame(frame: Frame, again = true): void {
    const sent = { at: this.env.now(), frame, cancel() {} };
    this.#sent.add(sent);
    let body = '';
    sent.cancel = this.http.post(
      FRAME,
      { ticket: this.#ticket, n: this.#n, frame },
      {
        part: text => {
          body += text;
        },
        end: status => {
          this.#sent.delete(sent);
          if (this.readyState !== OPEN) return;
          if (status === 200) {
            for (const reply of frames(body)) this.#reply(reply);
            this.#tick();
          } else if (again) this.#frame(frame, false);
          else this.#lost(LOST);
        },
      },
    );
  }

  #reply(frame: Frame): void {
    if (this.readyState !== OPEN) return;
    if (frame.type === 'bye') this.#lost(Number(frame.code));
    // Only a stream that brings something is alive, whatever a request says.
    else if (frame.type !== 'pong' || this.#fresh) this.onmessage?.({ data: JSON.stringify(frame) });
  }

  #stream(path: string, first: object): void {
    this.#cancel();
    this.#refused = false;
    this.#begunAt = this.#askedAt = this.env.now();
    this.#heardAt = 0;
    let rest = '';
    this.#cancel = this.http.post(path, first, {
      part: text => {
        const events = (rest + text).split('\n\n');
        rest = events.pop()!;
        for (const event of events) this.#hear(event);
        this.#tick();
      },
      end: () => {
        // After a refusal the player chooses another name, which another stream will ask for.
        if (this.readyState === OPEN && !this.#refused) this.#lost(LOST);
      },
    });
  }

  #hear(event: string): void {
    if (this.readyState !== OPEN) return;
    this.#heardAt = this.env.now();
    const data = event.split('data: ')[1] ?? '';
    if (event.startsWith('event: close')) {
      this.#lost(Number(data));
      return;
    }
    const [frame] = data ? frames(`{"frames":[${data}]}`) : [];
    if (frame?.type === 'welcome') {
      this.#ticket = frame.ticket;
      if (typeof frame.heartbeatMs === 'number') this.#heartbeatMs = frame.heartbeatMs;
    } else if (frame?.type === 'error' && !this.#ticket) this.#refused = true;
    this.onmessage?.({ data });
  }

  /** Whenever something comes: is it time for a sign of life, and does nothing wait for too long? */
  #tick(): void {
    if (this.readyState !== OPEN) return;
    const now = this.env.now();
    for (const sent of [...this.#sent]) {
      if (now - sent.at <= REPLY_MS) continue;
      this.#sent.delete(sent);
      sent.cancel();
      if (sent.frame.type === 'answer') this.#frame(sent.frame);
    }
    if (!this.#ticket || now - this.#askedAt < this.#heartbeatMs / 2) return;
    this.#askedAt = now;
    this.#frame({ type: 'ping', t: now });
  }

  get #fresh(): boolean {
    const now = this.env.now();
    return this.#heardAt ? now - this.#heardAt < STALE_MS : now - this.#begunAt < FIRST_BYTES_MS;
  }

  #lost(code: number): void {
    if (this.readyState === CLOSED) return;
    this.close();
    this.onclose?.({ code });
  }
}

function frames(text: string): Frame[] {
  try {
    return JSON.parse(text).frames ?? [];
  } catch {
    return [];
  }
}
