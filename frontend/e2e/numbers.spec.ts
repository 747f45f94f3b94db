import { expect, test } from '@playwright/test';
import type { PlayState } from '../src/protocol';
import { fakeGame, golden, seated } from './fake-game';

/** A number is asked for, from `min` to `max`. */
function asked(range: object): PlayState {
  const state = golden('question.number') as Extract<PlayState, { phase: 'question' }>;
  return { ...state, question: { ...state.question, unit: undefined, ...range } as typeof state.question };
}

test('a German phone reads what it prints: 10.000.000 is ten million', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const game = await fakeGame(page);
  await seated(page);
  game.show(asked({ min: -1e12, max: 1e12, step: 1 }));
  await page.goto('/');
  const field = page.getByRole('textbox');
  await field.fill('-123.456.789.012');
  const cut = await field.evaluate((one: HTMLInputElement) => one.scrollWidth - one.clientWidth);
  expect(cut, 'digits that are not seen').toBeLessThanOrEqual(0);
  await field.fill('10.000.000');
  await page.getByRole('button', { name: 'Antwort senden' }).click();
  await expect(page.locator('.number-given')).toHaveText('10.000.000');
  expect(game.answers).toMatchObject([{ answer: { number: 10_000_000 } }]);
  await context.close();
});

test('where a number may mean two, the phone asks', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(asked({ min: 0, max: 5000, step: 0.5 }));
  await page.goto('/');
  const send = page.getByRole('button', { name: 'Send answer' });
  await page.getByRole('textbox').fill('1.500');
  await expect(send).toBeDisabled();
  await expect(page.getByText('Which number do you mean?')).toBeVisible();
  await page.getByRole('button', { name: '1500', exact: true }).click();
  await send.click();
  await expect(page.locator('.status')).toHaveText('Saved');
  expect(game.answers).toMatchObject([{ answer: { number: 1500 } }]);
});

test('a year carries no mark, and is read either way', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(asked({ min: 1000, max: 2026, step: 1 }));
  await page.goto('/');
  await expect(page.locator('.slider-ends')).toHaveText('10002026');
  await page.getByRole('textbox').fill('1,793');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(page.locator('.number-given')).toHaveText('1793');
});
