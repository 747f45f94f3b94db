/** What a host does with people: from the screen alone, at the door, and with those who leave. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Game, join, openGame, openScreen, phone, phoneShows, pick, saved, screenShows } from './cast';

const QUESTIONS = ['2 + 2?', '3 + 3?'].map(text => ({
  kind: 'choice',
  text,
  timeLimitMs: 120_000,
  points: 1000,
  choices: [{ text: 'four', correct: true }, { text: 'six' }],
}));
const SETTINGS = { countdownMs: 0, scoring: 'accuracy' };
/** A phone in the hand of a host. */
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

test('a host lets people in on a phone, by touch', async ({ browser, page }) => {
  const game = await openGame(page.request, QUESTIONS, { ...SETTINGS, approval: true });
  const desk = await hand(browser, page, game);
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
  const door = desk.locator('.door');
  await expect(door.locator('.door-seat')).toHaveCount(3);
  await door.locator('.door-seat', { hasText: 'Bob' }).getByRole('button', { name: 'Turn away' }).tap();
  await expect(bob.getByRole('heading', { name: 'You were removed' })).toBeVisible();
  await door.locator('.door-seat', { hasText: 'Ada' }).getByRole('button', { name: 'Let in' }).tap();
  await phoneShows(ada, 'lobby');
  await desk.locator('[data-seat]', { hasText: 'Ada' }).tap();
  await desk.locator('.seat-time select').selectOption('100');
  await expect(desk.locator('.seat-time select')).toHaveValue('100');
  await desk.locator('.big-button').tap();
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
  await desk.locator('.big-button').tap();
  await expect(desk.locator('.now')).toHaveAttribute('data-phase', 'standings');
  await desk.locator('.big-button').tap();
  await pick(moved, 'four');
  await saved(moved);
  await pick(cleo, 'six');
  await phoneShows(cleo, 'reveal');
});

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

/** The cockpit in a hand, signed in as the page that opened the game. */
async function hand(browser: Browser, page: Page, game: Game) {
  const context = await browser.newContext({ viewport: HAND, hasTouch: true, isMobile: true });
  await context.addCookies(await page.context().cookies());
  const desk = await context.newPage();
  await desk.goto(game.host);
  return desk;
}
