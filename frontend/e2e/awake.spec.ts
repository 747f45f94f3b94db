import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { fakeGame, golden, seated } from './fake-game';

const LOBBY = JSON.parse(
  readFileSync(
    new URL('../../src/test/resources/golden/screen.out.state.lobby.json', import.meta.url),
    'utf8',
  ),
).state;

/** As on plain http, where there is no wake lock. */
const plain = (page: Page) =>
  page.addInitScript(() => {
    delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock;
  });
const plays = (page: Page) =>
  expect
    .poll(() =>
      page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused && video.readyState > 1),
    )
    .toBe(true);

test('a phone on plain http is kept awake by a video, from the tap that joins until the end', async ({
  page,
}) => {
  await plain(page);
  const game = await fakeGame(page);
  await page.goto('/?pin=123456');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  await plays(page);
  await expect(page.getByText('This phone may go to sleep')).toBeHidden();
  game.show(golden('finished'));
  await expect(page.getByRole('heading', { name: 'Second place' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
});

test('where nothing keeps it awake yet, the lobby says what helps; it does', async ({ page }) => {
  await plain(page);
  await page.addInitScript(() => {
    // As browsers do that let nothing play before somebody touched the page.
    const play = HTMLMediaElement.prototype.play;
    let touched = false;
    addEventListener('pointerdown', () => (touched = true), true);
    HTMLMediaElement.prototype.play = function () {
      return touched ? play.call(this) : Promise.reject(new DOMException('no', 'NotAllowedError'));
    };
  });
  await page.routeWebSocket(/\/ws\/screen\//, socket =>
    socket.send(
      JSON.stringify({ type: 'welcome', heartbeatMs: 15_000, serverTime: Date.now(), seq: 1, state: LOBBY }),
    ),
  );
  await page.goto('/screen#t0ken');
  const hint = page.getByText('This computer may switch its screen off.');
  await expect(hint).toBeVisible();
  await page.locator('.names-count').click();
  await expect(hint).toBeHidden();
  await plays(page);
  await fakeGame(page);
  await seated(page);
  await page.goto('/');
  const asked = page.getByText('This phone may go to sleep by itself.');
  await expect(asked).toBeVisible();
  await page.locator('.lobby-name').click();
  await expect(asked).toBeHidden();
});
