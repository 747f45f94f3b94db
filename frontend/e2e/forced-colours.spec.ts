/** Every page in every phase in forced colours, and by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { drawn, hostPages, LANGUAGES, phonePages, screenPages, shot } from './every-page';

test.describe.configure({ timeout: 400_000 });

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
  for (const [who, pages] of Object.entries({ host: hostPages, phone: phonePages, screen: screenPages })) {
    test(`forced colours and keyboard: the pages of a ${who}, ${code}`, async ({ page }) => {
      const found: string[] = [];
      await pages(page, code, async (name, main) => {
        const note = (how: string, faulty: string[]) =>
          found.push(...faulty.map(it => `${name}, ${how}: ${it}`));
        await page.emulateMedia({ forcedColors: 'active' });
        await drawn(page);
        note('forced colours', await edgeless(page));
        note('forced colours', await grave(page));
        await shot(page, `${name} forced`);
        await page.emulateMedia({ forcedColors: 'none' });
        if (main) note('keyboard', await byKeyboard(page, main));
      });
      expect(found).toEqual([]);
    });
  }
}
