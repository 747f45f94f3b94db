/** Networks that let pages through and no sockets: phones and screens play all the same, and a host is told. */
import type { Socket } from 'node:net';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { join, openGame, phone, phoneShows, pick, press, saved, screenShows } from './cast';
import { filter } from './filter';
import { databaseIsKnown, startDatabase, startInstance } from './instance';

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
    await host.goto(game.host);
    await host.getByText('The phones cannot open the page?').click();
    const check = host.locator('.address-test');
    await checking.goto(`${network.url}/check#${await check.getAttribute('data-test')}`);
    await expect(check).toContainText('Their network refuses WebSockets');
    await join(ada, game.pin, 'Ada', 'link', network.url);
    await press(host, 'Show question 1');
    await pick(ada, 'Nile');
    await phoneShows(ada, 'reveal');
    await expect(ada.locator('.bar')).not.toHaveAttribute('data-blocked');
    const verdict = checking.getByRole('status');
    await expect(verdict).toHaveAttribute('data-result', 'ok');
    await expect(verdict).toContainText('This network refuses WebSockets');
    await expect(verdict).toContainText('plain web requests, works');
    network.close();
  });
}

test('a phone that nothing gets through to says so, and so does the host page', async ({
  browser,
  context,
  baseURL,
}) => {
  const game = await openGame(context.request, [QUESTION]);
  const network = await filter([baseURL!], forbid);
  const [host, checking] = [await context.newPage(), await phone(browser)];
  await host.goto(game.host);
  await host.getByText('The phones cannot open the page?').click();
  const check = host.locator('.address-test');
  await checking.route('**/api/play/stream', route => route.abort());
  await checking.goto(`${network.url}/check#${await check.getAttribute('data-test')}`);
  await expect(checking.getByRole('status')).toHaveAttribute('data-result', 'blocked');
  await expect(check).toContainText('its network lets no game through');
  network.close();
});

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
  await expect(host.getByRole('img', { name: 'QR code of this page' })).toBeVisible();
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
  await playOn(host, ada, ben);

  expect(await correctAnswers(context.request, game.id)).toEqual({ Ada: 2, Ben: 1 });
  network.close();
});

test('a whole game though all instances there are are killed in a question and started again', async ({
  browser,
}) => {
  test.skip(!databaseIsKnown, 'only ./podium test has built what starts a database');
  test.setTimeout(600_000);
  const database = await startDatabase();
  // The first one alone brings the schema.
  const instances = [await startInstance(database.settings), await startInstance(database.settings)];
  const network = await filter(
    instances.map(({ url }) => url),
    forbid,
  );
  const desk = await browser.newContext({ baseURL: instances[0]!.url });
  try {
    const game = await openGame(desk.request, [QUESTION, QUESTION]);
    const [host, ada, ben] = [await desk.newPage(), await phone(browser), await phone(browser)];
    await host.goto(game.host);
    await join(ada, game.pin, 'Ada', 'link', network.url);
    await join(ben, game.pin, 'Ben', 'link', network.url);

    await press(host, 'Show question 1');
    await pick(ada, 'Nile');
    await saved(ada);
    await phoneShows(ben, 'question');
    await Promise.all(instances.map(instance => instance.kill()));
    await pick(ben, 'Rhine');
    await expect(ben.locator('.status')).toHaveAttribute('data-status', /^(kept|sending)$/);
    await Promise.all(instances.map(instance => instance.start()));
    await Promise.all([ada.locator('.bar').tap(), ben.locator('.bar').tap()]);
    await playOn(host, ada, ben);
    expect(await correctAnswers(desk.request, game.id)).toEqual({ Ada: 2, Ben: 1 });
  } finally {
    network.close();
    await desk.close();
    await Promise.all(instances.map(instance => instance.kill()));
    await database.stop();
  }
});

/** From the first reveal to the podium, which both phones see. */
async function playOn(host: Page, ada: Page, ben: Page): Promise<void> {
  await Promise.all([phoneShows(ada, 'reveal'), phoneShows(ben, 'reveal')]);
  await press(host, 'Leaderboard');
  await press(host, 'Show question 2');
  await pick(ada, 'Nile');
  await pick(ben, 'Nile');
  await Promise.all([phoneShows(ada, 'reveal'), phoneShows(ben, 'reveal')]);
  await press(host, 'Leaderboard');
  await press(host, 'Finish');
  await Promise.all([phoneShows(ada, 'finished'), phoneShows(ben, 'finished')]);
}

/** How many right answers the report gives to each. */
async function correctAnswers(host: APIRequestContext, game: string): Promise<Record<string, number>> {
  const { players } = await (await host.get(`/api/games/${game}/report`)).json();
  return Object.fromEntries(
    players.map(({ nickname, correct }: { nickname: string; correct: number }) => [nickname, correct]),
  );
}
