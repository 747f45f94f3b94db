/** What the transport needs of the page it is in: injected, so that tests run on their own time. */

/** Something happened that may have changed the connection; all of them are hints, none is a command. */
export type Hint = 'visible' | 'hidden' | 'online' | 'offline' | 'tap';

/** The part of a WebSocket that is used. */
export interface Socket {
  readonly readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: (() => void) | null;
  onclose: ((event: { code: number; reason?: string }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** Text kept between visits; never throws. */
export interface Store {
  /** False when the browser blocks storage: what is kept is then gone after a reload. */
  readonly lasting: boolean;
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
}

export interface Env {
  /** Monotonic milliseconds. */
  now(): number;
  /** 0 ≤ x < 1 */
  random(): number;
  uuid(): string;
  after(ms: number, run: () => void): Cancel;
  open(url: string): Socket;
  /** Fetches what opens stand-ins for sockets, for networks that refuse them; may never be ready. */
  second(ready: (open: Env['open']) => void): void;
  hidden(): boolean;
  /** Hears hints until the returned function is called. */
  listen(hear: (hint: Hint) => void): Cancel;
  store: Store;
}
export type Cancel = () => void;
