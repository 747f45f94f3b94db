/**
 * Every page in every phase with text twice as large, as a browser's own setting makes it. The screen's text goes by the
 * height of the picture; there it is the picture that a browser enlarged to 200 % leaves.
 */
import { expect, type Page, test } from '@playwright/test';
import config from '../playwright.config';
import { DESK, drawn, hostPages, LANGUAGES, PHONE, phonePages, screenPages, shot } from './every-page';

test.describe.configure({ timeout: 400_000 });

const launch = config.use!.launchOptions!;
test.use({
  launchOptions: { ...launch, args: [...(launch.args ?? []), '--blink-settings=defaultFontSize=32'] },
});

const PICTURES = [
  { width: 512, height: 384 },
  { width: 960, height: 540 },
];

/** What lies beyond the sides of the page, or is cut off without a way to scroll to it. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const widest = [...document.querySelectorAll('body *')].findLast(it => {
      const { left, right, width } = it.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const over = scrollWidth - clientWidth;
    const found = over > 0 ? [`${over} px too wide, as with ${widest?.outerHTML.slice(0, 120)}`] : [];
    for (const it of document.querySelectorAll<HTMLElement>('button, .button')) {
      const { overflow } = getComputedStyle(it);
      const over = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
      if (it.checkVisibility() && over && overflow !== 'visible' && it.clientWidth > 1)
        found.push(`cut off: ${it.outerHTML.slice(0, 120)}`);
    }
    return found;
  });

/** Whether `main` can be brought into sight. */
async function reachable(page: Page, main: string): Promise<boolean> {
  const button = page.locator(main).first();
  await button.scrollIntoViewIfNeeded();
  return button.evaluate(it => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return left >= -1 && right <= innerWidth + 1 && top < innerHeight && bottom > 0;
  });
}

test('text is twice as large in these tests', async ({ page }) => {
  await page.goto('/host');
  await expect(page.locator('[type=submit]')).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('32px');
});

for (const code of LANGUAGES) {
  for (const [who, pages] of Object.entries({ host: hostPages, phone: phonePages, screen: screenPages })) {
    test(`200 % text: the pages of a ${who}, ${code}`, async ({ page }) => {
      const found: string[] = [];
      await pages(page, code, async (name, main) => {
        for (const size of who === 'screen' ? PICTURES : [PHONE, DESK]) {
          await page.setViewportSize(size);
          await drawn(page);
          const where = `${name}, 200 %, ${size.width} px`;
          found.push(...(await lost(page)).map(it => `${where}: ${it}`));
          if (main && !(await reachable(page, main))) found.push(`${where}: ${main} is out of reach`);
          await shot(page, where);
        }
      });
      expect(found).toEqual([]);
    });
  }
}
