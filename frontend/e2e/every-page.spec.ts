/**
 * Every page in every phase: at the widths of phones and projectors nothing is wider than its page, and the button that leads
 * on is in sight; with text twice as large nothing is lost; in forced colours what can be pressed has an edge; and what leads
 * on is reached by keyboard alone.
 */
import AxeBuilder from '@axe-core/playwright';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { DESK, hostPages, LANGUAGES, PHONE, phonePages, screenPages, shot } from './every-page';

test.describe.configure({ mode: 'parallel', timeout: 400_000 });

const WALKS = { host: hostPages, phone: phonePages, screen: screenPages };
const PORTRAIT = [{ width: 320, height: 568 }, PHONE, { width: 390, height: 844 }];
const WIDE = [{ width: 1024, height: 768 }, DESK];
const LANDSCAPE = { width: 740, height: 360 };
const SIZES = {
  host: [...PORTRAIT, ...WIDE],
  phone: [...PORTRAIT, LANDSCAPE, ...WIDE],
  screen: [...PORTRAIT, LANDSCAPE, ...WIDE],
};
/** Text on a screen goes by the height of the picture: there it is the picture that a browser enlarged to 200 % leaves. */
const ENLARGED = {
  host: [PHONE, DESK],
  phone: [PHONE, DESK],
  screen: [
    { width: 512, height: 384 },
    { width: 960, height: 540 },
  ],
};

/** Sets the size of text as a browser's own setting does, in pixels: 16 is what it usually is. */
const textOf = (devtools: CDPSession, standard: number) =>
  devtools.send('Page.setFontSizes', { fontSizes: { standard } });

async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await drawn(page);
}

/** Two frames from the top of the page, so that what is measured is what is seen. */
const drawn = (page: Page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  });

/** What lies beyond the sides of the page. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const widest = [...document.querySelectorAll('body *')].findLast(it => {
      const { left, right, width } = it.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const over = scrollWidth - clientWidth;
    return over > 0 ? [`${over} px too wide, as with ${widest?.outerHTML.slice(0, 120)}`] : [];
  });

/** Buttons whose words are cut off without a way to scroll to them. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, .button')]
      .filter(it => {
        const over = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
        return (
          it.checkVisibility() && over && getComputedStyle(it).overflow !== 'visible' && it.clientWidth > 1
        );
      })
      .map(it => `cut off: ${it.outerHTML.slice(0, 120)}`),
  );

/** Whether `main` is wholly in sight. */
const inSight = (page: Page, main: string) =>
  page
    .locator(main)
    .first()
    .evaluate(it => {
      const { left, right, top, bottom } = it.getBoundingClientRect();
      const { width, height } = visualViewport!;
      return left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1;
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

/** In forced colours the contrast is the reader's own, and the checker measures that of the page. */
async function grave(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules('color-contrast').analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** What can be pressed, or is a tile, without an edge of its own: forced colours take backgrounds away. */
const edgeless = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, .button, .answer, .bar-foot, :not(.answer, .bar-foot) > .tile, input:not([type=range]), select, textarea',
      ),
    ]
      .filter(it => it.checkVisibility() && !it.closest('[inert]') && it.getBoundingClientRect().width > 1)
      .filter(it => {
        const { borderTopWidth, borderTopStyle, appearance } = getComputedStyle(it);
        const native = it.matches('input, select') && appearance !== 'none';
        return !native && (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1);
      })
      .map(it => it.outerHTML.slice(0, 120)),
  );

/** What leads on, or what has to be answered before it does. */
const ready = async (page: Page, main: string) =>
  (await page.locator(main).first().isEnabled()) ? main : '.view :is(button, input):enabled';

/** Presses Tab until `main` has the focus; says where the focus could not be seen, or that it never came. */
async function byKeyboard(page: Page, main: string): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(selector => {
      const it = document.activeElement!;
      // The ring may stand around the whole of what the focus is in.
      const ring = [it, it.closest('label'), it.parentElement].some(around => {
        if (!around) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      });
      return {
        ring: ring || it === document.body,
        at: it.outerHTML.slice(0, 120),
        there: it.matches(selector),
      };
    }, main);
    if (!now.ring) found.push(`no focus to be seen: ${now.at}`);
    if (now.there) return found;
  }
  return [...found, `never reached: ${main}`];
}

for (const code of LANGUAGES) {
  for (const who of ['host', 'phone', 'screen'] as const) {
    test(`every page of a ${who}: ${code}`, async ({ page }) => {
      const devtools = await page.context().newCDPSession(page);
      const found: string[] = [];
      await WALKS[who](page, code, async (name, main) => {
        const note = (how: string, faulty: string[]) =>
          found.push(...faulty.map(it => `${name}, ${how}: ${it}`));
        for (const size of SIZES[who]) {
          await resize(page, size);
          const how = `${size.width} × ${size.height}`;
          note(how, await tooWide(page));
          if (main && !(await inSight(page, main))) note(how, [`${main} is out of sight`]);
          await shot(page, `${name} ${how}`);
        }

        await textOf(devtools, 32);
        for (const size of ENLARGED[who]) {
          await resize(page, size);
          const how = `200 %, ${size.width} × ${size.height}`;
          note(how, await tooWide(page));
          note(how, await cutOff(page));
          if (main && !(await reachable(page, main))) note(how, [`${main} is out of reach`]);
          await shot(page, `${name} ${how}`);
        }
        await textOf(devtools, 16);

        // What these look for is the same in every language.
        if (code !== 'en') return;
        await page.emulateMedia({ forcedColors: 'active' });
        await drawn(page);
        note('forced colours', await edgeless(page));
        note('forced colours', await grave(page));
        await shot(page, `${name} forced`);
        await page.emulateMedia({ forcedColors: 'none' });

        if (main) note('keyboard', await byKeyboard(page, await ready(page, main)));
      });
      expect(found).toEqual([]);
    });
  }
}

test('text is twice as large where these tests say so', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await page.goto('/host');
  await textOf(devtools, 32);
  await expect(page.locator('body')).toHaveCSS('font-size', '32px');
  await textOf(devtools, 16);
  await expect(page.locator('body')).toHaveCSS('font-size', '16px');
});
