/** Networks that let pages through and no sockets: phones and screens play all the same, and a host is told. */
import type { Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { join, openGame, phone, phoneShows, pick, press, screenShows } from './cast';
import { filter } from './filter';
import { databaseIsKnown, startInstance } from './instance';

const QUESTION = {
  kind: 'choice',
  text: 'Which river is the longest?',
  timeLimitMs: 300_000,
  points: 1000,
  choices: [{ text: 'Nile', correct: true }, { text: 'Rhine' }],
};
const forbid = (socket: Socket) => socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
const REFUSALS: Record<string, (socket: Socket) => void> = {
  'answered by 403': forbid,
  'sent elsewhere': socket =>
    socket.end('HTTP/1.1 302 Found\r\nLocation: /blocked\r\nContent-Length: 0\r\n\r\n'),
  'stripped of its upgrade': socket => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  'left hanging': () => {},
};

for (const [how, refuse] of Object.entries(REFUSALS)) {
  test(`a socket that is ${how}: the phone plays by another way, and its test says that one works`, async ({
    browser,
    context,
    baseURL,
  }) => {
    const game = await openGame(context.request, [QUESTION]);
    const network = await filter([baseURL!], refuse);
    const [host, ada, checking] = [await context.newPage(), await phone(browser), await phone(browser)];
    await checking.goto(`${network.url}/check#0123456789abcdef`);
    await host.goto(game.host);
    await join(ada, game.pin, 'Ada', 'link', network.url);
    await press(host, 'Show question 1');
    await pick(ada, 'Nile');
    await phoneShows(ada, 'reveal');
    await expect(ada.locator('.bar')).not.toHaveAttribute('data-blocked');
    await expect(checking.getByRole('status')).toContainText(/another way|may be an old one/);
    network.close();
  });
}

test('a screen shows the game, and the host page says that this network is why it cannot steer', async ({
  context,
  baseURL,
}) => {
  const game = await openGame(context.request, [QUESTION]);
  const network = await filter([baseURL!], forbid);
  const [screen, host] = [await context.newPage(), await context.newPage()];
  await screen.goto(network.url + game.screen);
  await screenShows(screen, 'lobby');
  await host.goto(network.url + game.host);
  await expect(host.getByRole('alert')).toContainText('Open this page on a phone with mobile data');
  network.close();
});

test('a whole game whose requests reach two instances in turn, one of which is killed in a question', async ({
  browser,
  context,
  baseURL,
}) => {
  test.skip(!databaseIsKnown, 'a second instance needs the database of the first');
  const other = await startInstance();
  const game = await openGame(context.request, [QUESTION, QUESTION]);
  const network = await filter([baseURL!, other.url], forbid);
  const [host, ada, ben] = [await context.newPage(), await phone(browser), await phone(browser)];
  await host.goto(game.host);
  await join(ada, game.pin, 'Ada', 'link', network.url);
  await join(ben, game.pin, 'Ben', 'link', network.url);

  await press(host, 'Show question 1');
  await pick(ada, 'Nile');
  await phoneShows(ben, 'question');
  // One of the two has its stream there: it comes back by the other.
  expect(network.streams.get(other.url)).toBeGreaterThanOrEqual(1);
  await other.kill();
  await pick(ben, 'Rhine');
  await Promise.all([phoneShows(ada, 'reveal'), phoneShows(ben, 'reveal')]);
  await press(host, 'Leaderboard');
  await press(host, 'Show question 2');
  await pick(ada, 'Nile');
  await pick(ben, 'Nile');
  await Promise.all([phoneShows(ada, 'reveal'), phoneShows(ben, 'reveal')]);
  await press(host, 'Leaderboard');
  await press(host, 'Finish');
  await Promise.all([phoneShows(ada, 'finished'), phoneShows(ben, 'finished')]);

  const { players } = await (await context.request.get(`/api/games/${game.id}/report`)).json();
  const correct = players.map(({ nickname, correct: right }: { nickname: string; correct: number }) => [
    nickname,
    right,
  ]);
  expect(Object.fromEntries(correct)).toEqual({ Ada: 2, Ben: 1 });
  network.close();
});
