/** What a host does with people: from the screen alone, at the door, and with those who leave. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { crowd, type Game, join, openGame, openScreen, phone, phoneShows, pick, screenShows } from './cast';

const QUESTIONS = ['2 + 2?', '3 + 3?'].map(text => ({
  kind: 'choice',
  text,
  timeLimitMs: 120_000,
  points: 1000,
  choices: [{ text: 'four', correct: true }, { text: 'six' }],
}));
const SETTINGS = { countdownMs: 0, scoring: 'accuracy' };
/** A phone in the hand of whoever steers. */
const HAND = { width: 360, height: 640 };

test('a whole game is steered from the screen by the keys of a clicker, and by no other screen', async ({
  page: host,
  browser,
}) => {
  const game = await openGame(host.request, QUESTIONS, SETTINGS);
  await host.goto(game.host);
  const screen = await openScreen(host);
  await host.close();
  const shared = await (await browser.newContext()).newPage();
  await shared.goto(game.screen);
  const ada = await phone(browser);
  await join(ada, game.pin, 'Ada');
  const next = async (key: string) => {
    await expect(screen.getByRole('button', { name: 'Next' })).not.toHaveAttribute('aria-disabled', 'true');
    await screen.keyboard.press(key);
  };

  await screenShows(shared, 'lobby');
  await shared.keyboard.press('PageDown');
  await expect(shared.getByRole('button', { name: 'Next' })).toHaveCount(0);
  await next('PageDown');
  await screenShows(screen, 'question');
  expect(await screen.content()).not.toContain('aria-label="Right answer"');
  await next(' ');
  await screenShows(screen, 'reveal');
  await next('ArrowRight');
  await screenShows(screen, 'standings');
  await next('PageUp');
  await screenShows(screen, 'reveal');
  await next('PageDown');
  await screenShows(screen, 'standings');
  await next('Enter');
  await pick(ada, 'six');
  await screenShows(screen, 'reveal');
  await screen.mouse.move(200, 200);
  await screen.getByRole('button', { name: 'Next' }).click();
  await screenShows(screen, 'standings');
  await next('PageDown');
  await screenShows(screen, 'finished');
  await screenShows(shared, 'finished');
  await expect(screen.getByRole('button', { name: 'Next' })).toHaveCount(0);
});

test('a link to steer by that somebody copied is a screen like any other', async ({
  page: host,
  browser,
}) => {
  const game = await openGame(host.request, QUESTIONS, SETTINGS);
  const copied = await (await browser.newContext()).newPage();
  await copied.goto(game.screen.replace('#', `?steer=${game.id}#`));
  await screenShows(copied, 'lobby');
  await expect(copied.getByRole('button', { name: 'Next' })).toHaveCount(0);
});

test('who leaves by mistake comes back with one tap, score and all', async ({ page: host, browser }) => {
  const game = await openGame(host.request, QUESTIONS, SETTINGS);
  const ada = await phone(browser);
  await join(ada, game.pin, 'Ada');
  await leave(ada);
  await expect(ada.getByRole('button', { name: 'Come back as Ada' })).toBeVisible();
  await ada.reload();
  await ada.getByRole('button', { name: 'Come back as Ada' }).tap();
  await phoneShows(ada, 'lobby');
  await expect(ada.locator('.bar-name')).toHaveText('Ada');
  await leave(ada);
  const bob = await phone(browser);
  await join(bob, game.pin, 'Ada');
  await host.goto(game.host);
  await expect(host.locator('.roster-count')).toHaveText('1 player');
  await expect(host.locator('.name-left')).toHaveText('Adaleft');
  await ada.getByRole('button', { name: 'Come back as Ada' }).tap();
  await expect(ada.locator('.bar-name')).toHaveText('Ada 2');
});

test('an evening is steered by touch, by a phone without an account: the door, more time, a seat that moves', async ({
  browser,
  page,
}) => {
  const follows = [{ title: 'Second round', questions: QUESTIONS }];
  const game = await openGame(page.request, QUESTIONS, { ...SETTINGS, approval: true }, 'By touch', follows);
  const desk = await remote(browser, page, game);
  const ada = await phone(browser);
  const bob = await phone(browser);
  const cleo = await phone(browser);
  for (const [player, name] of [
    [ada, 'Ada'],
    [bob, 'Bob'],
    [cleo, 'Cleo'],
  ] as const) {
    await join(player, game.pin, name);
    await expect(player.locator('.player')).toHaveAttribute('data-phase', 'waiting');
  }
  const say = (...right: number[]) => [0, 1, 2, 3].map(i => (right.includes(i) ? 'four' : 'six'));
  await crowd(cleo, game.pin, { Dan: say(0, 2), Eve: say(), Fay: say(1) });
  const door = desk.locator('.door');
  await expect(door.locator('.door-seat')).toHaveCount(6);
  const atDoor = (name: string) => door.locator('.door-seat', { hasText: name });
  await atDoor('Bob').getByRole('button', { name: 'Turn away' }).tap();
  await expect(bob.getByRole('heading', { name: 'You were removed' })).toBeVisible();
  for (const name of ['Ada', 'Dan', 'Eve', 'Fay']) {
    await atDoor(name).getByRole('button', { name: 'Let in' }).tap();
  }
  await expect(door.locator('.door-seat')).toHaveCount(1);
  await phoneShows(ada, 'lobby');
  await desk.locator('[data-seat]', { hasText: 'Ada' }).tap();
  await desk.locator('.seat-time select[aria-busy]').selectOption('100');
  await expect(desk.locator('.seat-time select[aria-busy]')).toHaveValue('100');
  const onward = async (phase: string) => {
    await desk.locator('.big-button:not([aria-disabled])').tap();
    await expect(desk.locator('.now')).toHaveAttribute('data-phase', phase);
  };
  await onward('question');
  await phoneShows(ada, 'question');
  // Twice the two minutes.
  expect(Number(await ada.locator('.ring-number').textContent())).toBeGreaterThan(200);
  const moved = await phone(browser);
  await move(ada, moved, game.pin);
  await expect(ada.getByRole('heading', { name: 'Your seat is on the other phone' })).toBeVisible();
  await expect(moved.locator('.bar-name')).toHaveText('Ada');
  await pick(moved, 'four');
  await expect(desk.locator('.now')).toHaveAttribute('data-phase', 'reveal');
  await door.getByRole('button', { name: 'Let all in' }).tap();
  await phoneShows(cleo, 'reveal');
  await expect(door).toHaveCount(0);
  const answer = async (adas: string, cleos: string) => {
    await onward('question');
    await pick(moved, adas);
    await pick(cleo, cleos);
    await expect(desk.locator('.now')).toHaveAttribute('data-phase', 'reveal');
    await onward('standings');
  };
  await onward('standings');
  await answer('four', 'six');
  await onward('break');
  await phoneShows(moved, 'break');
  await answer('six', 'four');
  await answer('four', 'four');
  await onward('finished');
  await phoneShows(moved, 'finished');
  expect(await reported(page, game)).toEqual([
    '1,Ada,,3000,3,2000,1000,1000,1000,0,1000',
    '2,Cleo,,2000,2,0,2000,,0,1000,1000',
    '2,Dan,,2000,2,1000,1000,1000,0,1000,0',
    '4,Fay,,1000,1,1000,0,0,1000,0,0',
    '5,Eve,,0,0,0,0,0,0,0,0',
  ]);
});

test('an evening of two rounds with a break, steered by clicker keys, and its report', async ({
  page: host,
  browser,
}) => {
  test.setTimeout(180_000);
  const game = await openGame(
    host.request,
    QUESTIONS,
    { ...SETTINGS, approval: true, breakMs: 300_000 },
    'First round',
  );
  const again = { title: 'Second round', language: 'en', questions: QUESTIONS };
  expect((await host.request.post('/api/quizzes', { data: again })).status()).toBe(201);
  await host.goto(game.host);
  await addQuiz(host, 'Second round');
  await expect(host.locator('.rounds-list li')).toHaveText([/First round/, /Second round/]);

  const names = ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve', 'Fay'];
  const players = await Promise.all(names.map(() => phone(browser)));
  for (const [i, player] of players.entries()) await join(player, game.pin, names[i]!);
  for (const name of names.slice(0, 5)) {
    await host.locator('.door-seat', { hasText: name }).getByRole('button', { name: 'Let in' }).click();
  }
  await expect(host.locator('.door-seat')).toHaveCount(1);
  await host.locator('[data-seat]', { hasText: 'Ada' }).click();
  await host.locator('.seat-time select[aria-busy]').selectOption('200');
  await expect(host.locator('.seat-time select[aria-busy]')).toHaveValue('200');
  const screen = await openScreen(host);
  const next = async (key: string, phase: Parameters<typeof screenShows>[1]) => {
    await expect(screen.getByRole('button', { name: 'Next' })).not.toHaveAttribute('aria-disabled', 'true');
    await screen.keyboard.press(key);
    await screenShows(screen, phase);
  };
  /** Of the first so many, who has it right. */
  const answer = async (of: number, ...right: string[]) => {
    for (const [i, player] of players.slice(0, of).entries()) {
      await pick(player, right.includes(names[i]!) ? 'four' : 'six');
    }
    await screenShows(screen, 'reveal');
  };
  await next('PageDown', 'question');
  await phoneShows(players[0]!, 'question');
  // Three times the two minutes.
  expect(Number(await players[0]!.locator('.ring-number').textContent())).toBeGreaterThan(300);
  await answer(5, 'Ada', 'Bob');
  await next('PageDown', 'standings');
  await next('PageDown', 'question');
  await host.locator('.door-seat', { hasText: 'Fay' }).getByRole('button', { name: 'Let in' }).click();
  await answer(6, 'Ada', 'Fay');
  await next(' ', 'standings');
  await next('PageDown', 'break');

  await expect(screen.locator('.minutes')).toHaveText(/^[45]:\d\d$/);
  await expect(screen.locator('.break-next bdi')).toHaveText('Second round');
  await expect(screen.locator('.evening tbody tr').first()).toHaveText(/^1.*Ada.*2,000.*2,000$/);
  for (const player of players) await phoneShows(player, 'break');
  await expect(players[5]!.locator('.place-number')).toHaveText('2');
  await expect(players[5]!.locator('.minutes')).toHaveText(/^[45]:\d\d$/);
  const hand = await remote(browser, host, game);
  await expect(hand.locator('.now')).toHaveAttribute('data-phase', 'break');
  await hand.getByRole('button', { name: '−1 min' }).tap();
  await expect(screen.locator('.minutes')).toHaveText(/^3:\d\d$/);

  const moved = await phone(browser);
  await move(players[1]!, moved, game.pin);
  await phoneShows(moved, 'break');
  players[1] = moved;
  await next('PageDown', 'question');
  await answer(6, 'Bob', 'Fay');
  await next('PageDown', 'standings');
  await next('PageDown', 'question');
  await answer(6, 'Bob');
  await next('PageDown', 'standings');
  await next('PageDown', 'finished');

  expect(await reported(host, game)).toEqual([
    '1,Bob,,3000,3,1000,2000,1000,0,1000,1000',
    '2,Ada,,2000,2,2000,0,1000,1000,0,0',
    '2,Fay,,2000,2,1000,1000,,1000,1000,0',
    '4,Cleo,,0,0,0,0,0,0,0,0',
    '4,Dan,,0,0,0,0,0,0,0,0',
    '4,Eve,,0,0,0,0,0,0,0,0',
  ]);
  await host.goto(`/host#/games/${game.id}/report`);
  await expect(host.locator('.report-round')).toHaveText([/Round 1 · First round/, /Round 2 · Second round/]);
  const table = host.locator('.player-table tbody tr');
  await expect(table.first()).toHaveText(/^1Bob3,0001,0002,000/);
  await expect(table.nth(2)).toHaveText(/^2Fay2,0001,0001,000/);

  // The podium is not the end: who saw it is there when another quiz follows, and so is a phone that was away then.
  await phoneShows(players[4]!, 'finished');
  await players[4]!.goto('about:blank');
  await host.goto(game.host);
  await addQuiz(host, 'Second round');
  await screenShows(screen, 'break');
  await players[4]!.goto('/');
  for (const player of players) await phoneShows(player, 'break');
});

/** Whatever else the library holds. */
async function addQuiz(host: Page, title: string) {
  await host.getByRole('button', { name: 'Add a quiz' }).click();
  await host.getByRole('searchbox', { name: 'Find a quiz' }).fill(title);
  await host.locator('.add-quiz-one', { hasText: title }).first().click();
}

async function leave(player: Page) {
  await player.getByRole('button', { name: 'Leave the game' }).tap();
}

/** Scans what the old phone shows. */
async function move(from: Page, to: Page, pin: string) {
  const asked = from.waitForResponse('**/api/play/handover');
  await from.getByRole('button', { name: 'Move to another phone' }).tap();
  const { code } = await (await asked).json();
  await expect(from.getByRole('img', { name: 'QR code that moves your seat' })).toBeVisible();
  await to.goto(`/?pin=${pin}#handover=${code}`);
}

/** The cockpit in a hand that has no account. */
async function remote(browser: Browser, page: Page, game: Game) {
  const { url } = await (await page.request.post(`/api/games/${game.id}/remotes`)).json();
  const context = await browser.newContext({ viewport: HAND, hasTouch: true, isMobile: true });
  const desk = await context.newPage();
  await desk.goto(`/host${new URL(url).hash}`);
  return desk;
}

/** The report cell by cell, but for how long each answer took: the rows of the players. */
async function reported(page: Page, game: Game): Promise<string[]> {
  const csv = await (await page.request.get(`/api/games/${game.id}/report?format=csv`)).text();
  const [head = [], ...rows] = csv
    .replace('\uFEFF', '')
    .trim()
    .split('\n')
    .map(line => line.trim().split(','));
  const told = (row: string[]) => row.filter((_, i) => !head[i]?.endsWith('_ms')).join(',');
  expect(told(head)).toBe(
    'rank,nickname,team,score,correct,round1,round2,q1_points,q2_points,q3_points,q4_points',
  );
  return rows.map(told);
}
