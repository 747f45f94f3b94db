/** Networks that let pages through and no sockets, as filters of schools and firms do. */
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { openGame, phone } from './cast';

const SLIDE = { kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 };
const REFUSALS: Record<string, (socket: Socket) => void> = {
  'answered by 403': socket => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'),
  'sent elsewhere': socket =>
    socket.end('HTTP/1.1 302 Found\r\nLocation: /blocked\r\nContent-Length: 0\r\n\r\n'),
  'stripped of its upgrade': socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  'left hanging': () => {},
};

/** Passes everything on to `target` but upgrades. */
async function filter(target: string, refuse: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((asked, answer) => {
    const { hostname, port } = new URL(target);
    const { url: path, method, headers } = asked;
    const passed = request({ hostname, port, path, method, headers }, reply => {
      answer.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  server.on('connection', socket => sockets.add(socket));
  server.on('upgrade', (_asked, socket: Socket) => refuse(socket));
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`a socket that is ${how}: the phone names the cause, and its test does not turn green`, async ({
    browser,
    request: api,
    baseURL,
  }) => {
    const game = await openGame(api, [SLIDE]);
    const network = await filter(baseURL!, refuse);
    const [player, checking] = [await phone(browser), await phone(browser)];
    const posts: string[] = [];
    checking.on('request', asked => asked.method() === 'POST' && posts.push(asked.url()));
    await checking.goto(`${network.url}/check#0123456789abcdef`);
    await player.goto(`${network.url}/?pin=${game.pin}`);
    await player.getByLabel('Your nickname').fill('Ada');
    await player.getByRole('button', { name: 'Join', exact: true }).click();
    const why = /This network lets no live connection to Podium through\. Use mobile data/;
    await expect(checking.getByRole('status')).toHaveText(why, { timeout: 30_000 });
    await expect(player.getByRole('alert')).toHaveText(why, { timeout: 40_000 });
    expect(posts).toEqual([]);
    network.close();
  });
}
