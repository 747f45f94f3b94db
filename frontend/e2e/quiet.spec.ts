import { expect, test } from '@playwright/test';
import { fakeGame, golden, seated } from './fake-game';

test('while the phone reconnects, what is read out is said once, not every second', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('question.choice'));
  await page.goto('/');
  await expect(page.locator('.tile').first()).toBeVisible();
  game.down = true;
  game.cut(1006);
  const counting = page.getByText(/Reconnecting in [34] s/);
  await expect(counting).toBeVisible();
  const changes = page.evaluate(
    () =>
      new Promise<string[]>(done => {
        const heard: string[] = [];
        const regions = [...document.querySelectorAll('.bar [role=status]')];
        const watch = new MutationObserver(() => heard.push(regions.map(one => one.textContent).join()));
        for (const region of regions)
          watch.observe(region, { subtree: true, childList: true, characterData: true });
        setTimeout(() => done(heard), 2_200);
      }),
  );
  await expect(page.getByText(/Reconnecting in [12] s/)).toBeVisible();
  expect(await changes).toEqual([]);
});

test('a digit that is put into the middle of a PIN leaves the caret where it is', async ({ page }) => {
  await fakeGame(page);
  await page.goto('/');
  const field = page.getByLabel('Game PIN');
  await field.pressSequentially('1256');
  await field.evaluate((one: HTMLInputElement) => one.setSelectionRange(2, 2));
  await field.press('3');
  await field.press('4');
  await expect(field).toHaveValue('123\u00a0456');
});
