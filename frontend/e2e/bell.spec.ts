/** What stands in a pad when the time is up. */
import { expect, type Page, test } from '@playwright/test';
import { type FakeGame, fakeGame, golden, seated } from './fake-game';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const status = (page: Page) => page.locator('.status');

/** A phone with a seat whose question closes soon. */
async function asked(page: Page, name: string, closesInMs = 2_500): Promise<FakeGame> {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await page.locator('.player').waitFor();
  game.closesInMs = closesInMs;
  game.show(golden(`question.${name}`));
  await expect(status(page)).toHaveAttribute('data-status', 'open');
  return game;
}
const sentAtTheBell = async (page: Page, game: FakeGame, answer: object) => {
  await expect(status(page)).toHaveText('Sent at the bell');
  expect(game.answers).toMatchObject([{ answer, bell: true }]);
};

test('what is typed is sent', async ({ page }) => {
  const game = await asked(page, 'text');
  await page.getByLabel('Your answer').fill('Lima');
  await sentAtTheBell(page, game, { text: 'Lima' });
});

test('what is picked is sent', async ({ page }) => {
  const game = await asked(page, 'choice.multiple');
  await page.keyboard.press('2');
  await page.keyboard.press('1');
  await sentAtTheBell(page, game, { choices: ['bang0002', 'japa0001'] });
});

test('a number that was set is sent', async ({ page }) => {
  const game = await asked(page, 'number');
  await page.getByRole('button', { name: 'More' }).click();
  await sentAtTheBell(page, game, { number: 6000.5 });
});

for (const name of ['order', 'number', 'text', 'choice.multiple']) {
  test(`what nobody touched is not: ${name}`, async ({ page }) => {
    const game = await asked(page, name, 1_500);
    await expect(status(page)).toHaveText('Time is up');
    await page.waitForTimeout(500);
    expect(game.answers).toEqual([]);
  });
}

test('nor is what was taken back', async ({ page }) => {
  const game = await asked(page, 'choice.multiple');
  await page.keyboard.press('2');
  await page.keyboard.press('2');
  await expect(status(page)).toHaveText('Time is up');
  await page.waitForTimeout(500);
  expect(game.answers).toEqual([]);
});

test('an order that was not sent survives a reload, and is sent', async ({ page }) => {
  const game = await asked(page, 'order', 5_000);
  await page.getByRole('button', { name: 'Move Cairo down' }).press('Enter');
  await page.reload();
  await expect(page.locator('.order-text').nth(1)).toHaveText('Cairo');
  await sentAtTheBell(page, game, { order: ['oslo0001', 'cair0002', 'lima0003'] });
});

test('a bell that has moved does not ring at its old time', async ({ page }) => {
  const game = await asked(page, 'text', 1_500);
  await page.getByLabel('Your answer').fill('Li');
  game.closesInMs = 4_000;
  game.show(golden('question.text'));
  await page.waitForTimeout(2_000);
  expect(game.answers).toEqual([]);
  await page.getByLabel('Your answer').fill('Lima');
  await sentAtTheBell(page, game, { text: 'Lima' });
});

test('what came too late with the bell is not reproached', async ({ page }) => {
  const game = await asked(page, 'text');
  game.ack = 'late';
  await page.getByLabel('Your answer').fill('Lima');
  await expect.poll(() => game.answers).toHaveLength(1);
  await expect(status(page)).toHaveText('Time is up');
  game.show(golden('reveal.none'));
  await expect(page.getByRole('heading')).toHaveText('No answer this time');
});

test('a welcome that was held back makes no clock fast: the pad is open as long as the ring counts', async ({
  page,
}) => {
  const game = await fakeGame(page);
  await seated(page);
  game.holdMs = 6_000;
  game.closesInMs = 10_000;
  game.show(golden('question.text'));
  await page.goto('/');
  await expect(page.locator('.ring-number')).toBeVisible();
  await expect.poll(() => page.locator('.ring-number').textContent().then(Number)).toBeLessThanOrEqual(2);
  await expect(status(page)).toHaveAttribute('data-status', 'open');
  await expect(status(page)).toHaveText('Time is up');
  expect(Date.now()).toBeGreaterThan(game.closesAt - 50);
});
