/** Steering a game when things go wrong: the line, the first answer of the server, a press too soon. */
import { expect, type Page, test } from '@playwright/test';
import { bigButton, join, openGame, signedIn } from './cast';
import { shot } from './every-page';

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
  // Pressed in the page, in the moment its words change: no machine is too slow to be too fast.
  await bigButton(page).evaluate((button: HTMLElement) => {
    new MutationObserver(() => button.click()).observe(button, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    button.click();
  });
  await expect(bigButton(page)).toContainText('Show question 2');
  await bigButton(page).click();
  await expect(page.locator('.now-phase')).toContainText('Question 2 of 2');
  await expect(bigButton(page)).toContainText('Finish');
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

/** As long as a question may be that is still read aloud. */
const LONG_TEXT =
  'Which of these rivers has the longest way from its spring to the sea, if one counts all that flows into it? '
    .repeat(3)
    .slice(0, 250);
const ASKED = {
  kind: 'choice',
  text: LONG_TEXT,
  timeLimitMs: 300_000,
  points: 1_000,
  notes: 'Let them guess first.',
  choices: [
    { text: 'Nile', correct: true },
    { text: 'Rhine', correct: false },
  ],
};

test('a phone without an account steers a whole game by touch, and its button never leaves its sight', async ({
  page,
  browser,
}) => {
  const game = await openGame(page.request, [ASKED, ASKED], { countdownMs: 0 }, 'By touch alone');
  games.push(game.id);
  await page.goto(game.host);
  await page.locator('.crew > summary').click();
  await page.getByRole('button', { name: 'Steer by phone' }).click();
  await expect(page.locator('.crew-link .qr')).toBeVisible();
  await shot(page, 'crew');
  const made = await (await page.request.post(`/api/games/${game.id}/remotes`)).json();
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  const player = await context.newPage();
  await join(player, game.pin, 'Ada');
  await phone.bringToFront();
  await phone.goto(`/host${new URL(made.url).hash}`);
  const tap = async (words: string | RegExp) => {
    const button = bigButton(phone).filter({ hasText: words });
    await expect(button).not.toHaveAttribute('aria-disabled', 'true');
    const box = (await button.boundingBox())!;
    expect(box.y, `${words} is in sight`).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height, `${words} is in sight`).toBeLessThanOrEqual(640);
    expect(box.height, `${words} leaves room`).toBeLessThan(200);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await shot(phone, `touch ${words}`);
    await button.tap();
  };
  await tap('Show question 1');
  await tap('Close answers');
  await expect(phone.locator('.key-right')).toBeVisible();
  await expect(phone.locator('.now-notes')).toHaveText(/Let them guess first/);
  await tap('Leaderboard');
  await tap('Show question 2');
  await phone.getByRole('button', { name: 'Skip' }).tap();
  await phone.locator('dialog[open] .button-danger').tap();
  // The desk is told whose hand it was.
  await expect(page.getByText('A remote: question skipped')).toBeVisible();
  await tap('Leaderboard');
  await tap('Finish');
  await expect(phone.locator('.now')).toHaveAttribute('data-phase', 'finished');
  await expect(bigButton(phone)).toHaveCount(0);
  await expect(bigButton(page)).toHaveText('See the report');
  await page.request.delete(`/api/games/${game.id}/remotes/${made.id}`);
  await expect(phone.getByRole('heading', { name: 'This link steers nothing any more.' })).toBeVisible();
  await context.close();
});

test('robots rehearse a game by the door of phones, and nothing of it is left', async ({ page }) => {
  await signedIn(page);
  const title = 'To be rehearsed';
  const quiz = await (
    await page.request.post('/api/quizzes', { data: { title, language: 'en', questions: [ASKED] } })
  ).json();
  await page.goto(`/host#/quizzes/${quiz.id}/launch`);
  await page.getByRole('button', { name: 'Rehearse with robots' }).click();
  await expect(bigButton(page)).toContainText('Show question 1');
  await expect(page.locator('.bar .tag-note')).toHaveText('Rehearsal');
  const { pathname } = new URL((await page.evaluate(() => location.hash)).slice(1), 'http://podium');
  const game = `/api${pathname}`;
  await page.locator('.rehearsal input').fill('6');
  await page.getByRole('button', { name: 'Let robots in' }).click();
  await expect(page.locator('.now-count strong')).toHaveText('6');
  await expect(page.locator('.check-well')).toHaveText([/6 phones are connected/]);
  await shot(page, 'rehearsal');
  await bigButton(page).click();
  await expect(page.locator('.now')).toHaveAttribute('data-phase', 'reveal', { timeout: 30_000 });
  expect((await page.request.get(`${game}/report`)).status()).toBe(404);
  await bigButton(page).filter({ hasText: 'Leaderboard' }).click();
  await bigButton(page).filter({ hasText: 'Finish' }).click();
  await bigButton(page).filter({ hasText: 'End the rehearsal' }).click();
  await expect(page.getByText('The rehearsal is over, and nothing of it is kept.')).toBeVisible();
  expect((await page.request.get(game)).status()).toBe(404);
  await page.request.delete(`/api/quizzes/${quiz.id}`);
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
