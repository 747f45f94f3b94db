/**
 * The second line of the fake server: streams and requests instead of sockets. `server.upgrades = false` refuses sockets, so
 * that pages come this way. A stream is a socket of the server whose frames are told as events; so is each request, for one reply.
 */
import type { Http } from '../second';
import type { FakeSocket } from './socket';
import type { World } from './world';

const COMMENT_MS = 10_000;
const COMMENT = { type: 'comment' };

/** What it needs of the server. */
export interface HttpServer {
  readonly world: World;
  stream(alive: () => boolean): FakeSocket;
  request(alive: () => boolean): FakeSocket;
  outdone(n: number | undefined): boolean;
}

export function fakeHttp(server: HttpServer, alive: () => boolean): Http {
  return {
    post(path, body, hear) {
      if (path.endsWith('/frame')) {
        const request = server.request(alive);
        ask(server, request, body as Carried, hear);
        return () => request.close();
      }
      const stream = server.stream(alive);
      stream.onopen = () => {
        comment(server, stream);
        stream.send(JSON.stringify(body));
      };
      stream.onmessage = ({ data }) =>
        hear.part(data === JSON.stringify(COMMENT) ? ':\n\n' : `data: ${data}\n\n`);
      stream.onclose = ({ code }) => {
        if (code === 1006) return hear.end(0);
        // Parts come as the network cuts them.
        hear.part('event: clo');
        hear.part(`se\ndata: ${code}\n\n`);
        hear.end(200);
      };
      return () => stream.close();
    },
  };
}

interface Carried {
  ticket?: string;
  n?: number;
  frame?: { type: string };
}

function ask(
  server: HttpServer,
  request: FakeSocket,
  { ticket, n, frame }: Carried,
  hear: Parameters<Http['post']>[2],
) {
  const replies: unknown[] = [];
  const end = (status: number) => {
    if (request.readyState === 3) return;
    request.close();
    if (status === 200) hear.part(JSON.stringify({ frames: replies }));
    hear.end(status);
  };
  request.onopen = () => {
    if (!ticket) request.say({ type: 'refusal' });
    else request.send(JSON.stringify(frame));
  };
  request.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data));
    if (reply.type === 'refusal') return end(400);
    replies.push(reply);
    if (server.outdone(n)) replies.push({ type: 'bye', code: 4503 });
    end(200);
  };
  request.onclose = () => hear.end(0);
}

function comment(server: HttpServer, stream: FakeSocket): void {
  if (stream.readyState !== 1) return;
  stream.say(COMMENT);
  server.world.after(COMMENT_MS, () => comment(server, stream));
}
