import type { Cancel, Env, Socket } from './page';

const OPEN = 1;
/** What a browser calls an end without a reason. */
export const LOST = 1006;
/** A close follows an error at once; where none does, the error alone is the end. */
const CLOSE_AFTER_ERROR_MS = 250;

export interface Message {
  type: string;
  [field: string]: unknown;
}
export interface SocketEvents {
  opened(): void;
  /** Something arrived; null when it is no message. */
  heard(message: Message | null): void;
  /** The end, however it came: exactly once, and not after `drop`. */
  lost(code: number): void;
}
/** One socket, from being asked for to its one end. */
export interface Line {
  /** False when it could not be sent: never on a socket that is not open. */
  send(message: object): boolean;
  /** Closes it; nothing of it is heard from now on, however late. */
  drop(): void;
}

export function openSocket(env: Env, url: string, events: SocketEvents): Line {
  let over = false;
  let cancel: Cancel = () => {};
  const end = () => {
    over = true;
    cancel();
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
    try {
      socket.close();
    } catch {
      // It is given up either way.
    }
  };
  const lost = (code: number) => {
    end();
    events.lost(code);
  };

  let socket: Socket | null = null;
  try {
    socket = env.open(url);
    socket.onopen = () => events.opened();
    socket.onmessage = event => events.heard(parse(event.data));
    socket.onclose = event => lost(event.code);
    socket.onerror = () => {
      cancel();
      cancel = env.after(CLOSE_AFTER_ERROR_MS, () => lost(LOST));
    };
  } catch {
    // A refused address is an attempt that failed, told as late as any other.
    cancel = env.after(0, () => lost(LOST));
  }

  return {
    send(message) {
      if (over || socket?.readyState !== OPEN) return false;
      try {
        socket.send(JSON.stringify(message));
        return true;
      } catch {
        return false;
      }
    },
    drop: end,
  };
}

function parse(data: unknown): Message | null {
  try {
    const message = JSON.parse(String(data));
    return typeof message?.type === 'string' ? message : null;
  } catch {
    return null;
  }
}
