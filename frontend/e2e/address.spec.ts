import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { bigButton, openGame, openScreen, phone, press } from './cast';

const OTHER = '10.20.30.40:8080';
const SLIDE = { kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 };

/** This machine may have one address only: another is added to what the server found. */
async function withAnotherAddress(host: Page): Promise<void> {
  await host.route('**/api/addresses', async route => {
    const response = await route.fetch();
    const found = await response.json();
    await route.fulfill({ response, json: { ...found, addresses: [...found.addresses, `http://${OTHER}`] } });
  });
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('the address for phones can be chosen, and the screen follows; a phone that gets through is seen', async ({
  page: host,
  browser,
}) => {
  const game = await openGame(host.request, [SLIDE]);
  await withAnotherAddress(host);
  await host.goto(game.host);
  const screen = await openScreen(host);
  const guessed = await host.locator('.join-host').textContent();
  await expect(screen.locator('.way-in-address')).toHaveText(guessed!);

  await host.getByText('The phones cannot open the page?').click();
  await host.getByLabel('Address for phones').selectOption(OTHER);
  await expect(host.locator('.join-host')).toHaveText(OTHER);
  await expect(screen.locator('.way-in-address')).toHaveText(OTHER);
  await host.reload();
  await expect(host.locator('.join-host')).toHaveText(OTHER);
  await host.getByText('The phones cannot open the page?').click();
  await host.getByLabel('Address for phones').selectOption(guessed!);
  await expect(screen.locator('.way-in-address')).toHaveText(guessed!);

  const result = host.locator('.address-test');
  await expect(result).toContainText('Can phones get through?');
  await accessible(host);
  const player = await phone(browser);
  await player.goto(`/check#${await result.getAttribute('data-test')}`);
  await expect(player.getByRole('heading', { name: 'It works' })).toBeVisible();
  await accessible(player);
  await expect(result).toContainText('A phone got through.');
  await accessible(host);
});

test('a test link that is none says so', async ({ page }) => {
  await page.goto('/check#no');
  await expect(page.getByRole('heading')).toHaveText('That did not work. The test may be an old one.');
});

test('a game that is over is deleted, unless that is undone', async ({ page: host }) => {
  const title = 'Gone tomorrow';
  const game = await openGame(host.request, [SLIDE], {}, title);
  await host.goto(game.host);
  await host.getByRole('button', { name: 'End the game' }).click();
  await host.locator('dialog').getByRole('button', { name: 'End the game' }).click();
  await expect(bigButton(host)).toHaveText('See the report');
  await press(host, 'See the report');
  await expect(host.getByRole('heading', { name: 'What is stored about players?' })).toBeVisible();
  await accessible(host);

  const inList = host.getByRole('listitem').filter({ hasText: title });
  await host.getByRole('button', { name: 'Delete this game' }).click();
  await expect(inList).toHaveCount(0);
  await host.getByRole('button', { name: 'Undo' }).click();
  await expect(inList).toHaveCount(1);
  await inList.getByRole('link').click();
  await host.getByRole('button', { name: 'Delete this game' }).click();
  await expect(host.getByText(`“${title}” is deleted.`)).toBeVisible();
  await expect.poll(async () => (await host.request.get(`/api/games/${game.id}`)).status()).toBe(404);
});
