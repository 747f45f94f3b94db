/** A network that lets pages through and no sockets, as filters of schools and firms do. */
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Passes each request on to the next of the targets in turn that is there, and none that would become a socket. */
export async function filter(targets: string[], refuse: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  /** How often each path was asked for: every path has its own turns. */
  const turns = new Map<string, number>();
  const streams = new Map<string, number>();
  const server = createServer((asked, answer) => {
    const body: Buffer[] = [];
    asked.on('data', part => body.push(part));
    const { url: path, method, headers } = asked;
    asked.on('end', () => {
      const turn = turns.get(path!) ?? 0;
      turns.set(path!, turn + 1);
      pass(turn, targets.length);
    });

    function pass(turn: number, left: number): void {
      const target = targets[turn % targets.length]!;
      const { hostname, port } = new URL(target);
      const passed = request({ hostname, port, path, method, headers }, reply => {
        if (path === '/api/play/stream') streams.set(target, (streams.get(target) ?? 0) + 1);
        answer.writeHead(reply.statusCode!, reply.headers);
        // Also the first bytes of a stream that says nothing yet.
        answer.flushHeaders();
        reply.on('error', () => answer.destroy());
        reply.on('aborted', () => answer.destroy());
        reply.pipe(answer);
      });
      answer.on('close', () => passed.destroy());
      passed.on('error', () => {
        if (left > 1 && !answer.headersSent) pass(turn + 1, left - 1);
        else answer.destroy();
      });
      passed.end(Buffer.concat(body));
    }
  });
  server.on('connection', socket => sockets.add(socket));
  server.on('upgrade', (_asked, socket: Socket) => refuse(socket));
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    /** How many streams each target has begun. */
    streams,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
