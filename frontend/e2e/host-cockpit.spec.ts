/** Steering a game when things go wrong: the line, the first answer of the server, a press too soon. */
import { expect, type Page, test } from '@playwright/test';
import { bigButton, openGame } from './cast';

const LONG = { kind: 'slide', text: 'Hello', timeLimitMs: 300_000, points: 0 };

let games: string[] = [];

test.beforeEach(({ page }) => {
  page.on('pageerror', error => {
    throw error;
  });
});
/** Whatever a test began is over when it ends. */
test.afterEach(async ({ page }) => {
  for (const id of games) {
    await page.goto(`/host#/games/${id}`);
    if ((await (await page.request.get(`/api/games/${id}`)).json()).phase !== 'finished') {
      await page.locator('.end-button').click();
      await page.locator('dialog[open] .button-danger').click();
      await expect(bigButton(page)).toHaveText('See the report');
    }
    await page.request.delete(`/api/games/${id}`);
  }
  games = [];
});

async function open(page: Page, title = 'Cockpit of a test') {
  const game = await openGame(page.request, [LONG, LONG], { countdownMs: 0 }, title);
  games.push(game.id);
  return game;
}

test('the join panel is there although the first request for the game failed', async ({ page }) => {
  const game = await open(page);
  let failures = 0;
  await page.route(
    url => url.pathname === `/api/games/${game.id}`,
    route => (failures++ < 2 ? route.abort() : route.continue()),
  );
  await page.goto(game.host);
  await expect(page.getByRole('button', { name: 'Open the screen' })).toBeEnabled();
  await expect(page.locator('.bar-pin')).toContainText(game.pin.slice(0, 3));
  expect(failures).toBeGreaterThan(2);
});

test('two presses in a row are one: the second was meant for what the button said before', async ({
  page,
}) => {
  const game = await open(page);
  await page.goto(game.host);
  await expect(bigButton(page)).toContainText('Show question 1');
  await bigButton(page).dispatchEvent('click');
  await expect(bigButton(page)).toContainText('Show question 2');
  await bigButton(page).dispatchEvent('click');
  await expect(page.locator('.now-phase')).toContainText('Question 1 of 2');
  await bigButton(page).click();
  await expect(page.locator('.now-phase')).toContainText('Question 2 of 2');
});

test('what the big button says can be read while it takes no press and the mouse is on it', async ({
  page,
}) => {
  const game = await open(page);
  await page.goto(game.host);
  await expect(bigButton(page)).toContainText('Show question 1');
  const ground = () => bigButton(page).evaluate(button => getComputedStyle(button).backgroundColor);
  const settling = () =>
    bigButton(page).evaluate(button => {
      button.classList.add('settling');
      button.setAttribute('aria-disabled', 'true');
    });
  await page.mouse.move(0, 0);
  const before = await ground();
  await bigButton(page).hover();
  await settling();
  expect(await ground()).toBe(before);
});

test('a running game is one row in the library, and is ended there', async ({ page }) => {
  const game = await open(page, 'Ended from afar');
  await page.goto('/host');
  const row = page.locator('.running-game').filter({ hasText: 'Ended from afar' });
  expect((await row.boundingBox())!.height).toBeLessThan(80);
  await row.getByRole('button', { name: 'End “Ended from afar”' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: 'End the game' }).click();
  await expect(page.getByText('“Ended from afar” has ended.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.locator('body')).not.toBeFocused();
  expect((await (await page.request.get(`/api/games/${game.id}`)).json()).phase).toBe('finished');
});

test('a browser that refuses cookies is told so', async ({ page }) => {
  await page.goto('/host');
  await page.route(
    url => url.pathname === '/api/session',
    async route => {
      if (route.request().method() === 'POST') await route.fulfill({ status: 204 });
      else await route.continue();
    },
  );
  await page.getByRole('button', { name: 'Use the demo account' }).click();
  await expect(page.getByRole('alert')).toContainText('this browser keeps no cookies');
});

test('from the page of phones there is a way to host', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Host a game' }).click();
  await expect(page).toHaveURL(/\/host/);
});
