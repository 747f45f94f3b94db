/**
 * The gallery: every phase and kind in every theme, size and language, from frames that the test sends. In each picture all is in its
 * place: nothing overflows or lies over something else, no text is too small for the last row, contrast is enough, and what it
 * is about is what is seen. `PODIUM_GALLERY=all` looks at all combinations, `PODIUM_GALLERY_PICTURES=folder` keeps the pictures.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { ScreenState } from '../src/protocol';
import { type Frame, frames, LANGUAGES, SIZES, THEMES, views } from './gallery';
import { drawPictures } from './kind-states';

const PICTURES = process.env.PODIUM_GALLERY_PICTURES;
const ALL = process.env.PODIUM_GALLERY === 'all';
const NOW = 1_795_410_000_000;

/** A screen in a frame; returns what hangs another view. */
async function hang(page: Page, { theme, language, size }: Frame) {
  let say = (_state: ScreenState) => {};
  let seq = 0;
  await page.setViewportSize(size);
  await page.addInitScript(chosen => localStorage.setItem('podium.language', chosen), language);
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    const send = (message: object) =>
      socket.send(JSON.stringify({ serverTime: NOW, seq: ++seq, ...message }));
    say = state => send({ type: 'state', state });
    const state = { phase: 'standings', top: [], players: 0 };
    send({ type: 'welcome', heartbeatMs: 15_000, look: { theme }, state });
  });
  await drawPictures(page);
  await page.goto('/screen#a-link');
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-Hans' : language);
  await page.locator('.controls').evaluate(element => element.remove());
  return async (state: ScreenState) => {
    say(state);
    await expect(page.locator('.hall')).toHaveAttribute('data-phase', state.phase);
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
  };
}

/** What is wrong with what is seen. `small`: the least size of type, in hundredths of the picture. */
function faults(page: Page, small: number, main: string): Promise<string[]> {
  return page.evaluate(
    ({ small, main }) => {
      const found: string[] = [];
      const name = (element: Element) =>
        `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
      const unit = Math.min(innerHeight / 100, (0.62 * innerWidth) / 100);
      const seen = (element: Element) =>
        !element.closest('.unseen, [inert], .reload, noscript') &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      /** Where letters are: no line's full height, and nothing that a box around them cuts off. */
      const cut = (element: Element, line: DOMRect, size: number) => {
        let { left, right, top, bottom } = line;
        top += 0.34 * size;
        bottom -= 0.34 * size;
        for (let box: Element | null = element; box?.matches('.stage *, .door *'); box = box.parentElement) {
          if (getComputedStyle(box).overflow === 'visible') continue;
          const edge = box.getBoundingClientRect();
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
        }
        return new DOMRect(left, top, right - left, bottom - top);
      };
      const texts: { element: Element; box: DOMRect }[] = [];
      for (const element of document.querySelectorAll('.hall *')) {
        const written = [...element.childNodes].filter(
          node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
        );
        if (written.length === 0 || element instanceof SVGElement || !seen(element)) continue;
        const range = document.createRange();
        range.setStartBefore(written[0]!);
        range.setEndAfter(written.at(-1)!);
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        const box = cut(element, range.getBoundingClientRect(), size);
        if (box.width <= 0 || box.height <= 0) continue;
        texts.push({ element, box });
        if (size < small * unit - 0.5) found.push(`too small, ${(size / unit).toFixed(2)}: ${name(element)}`);
        const out =
          box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
        if (out) found.push(`out of the picture: ${name(element)}`);
      }
      for (const qr of document.querySelectorAll('.qr'))
        texts.push({ element: qr, box: qr.getBoundingClientRect() });
      for (const word of document.querySelectorAll('.cloud-word')) {
        const box = word.getBoundingClientRect();
        texts.push({ element: word, box: cut(word, box, box.height) });
      }
      texts.forEach(({ element: a, box: one }, i) => {
        for (const { element: b, box: other } of texts.slice(i + 1)) {
          if (a.contains(b) || b.contains(a)) continue;
          const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (wide > 2 && high > 2) found.push(`overlap: ${name(a)} and ${name(b)}`);
        }
      });
      for (const element of document.querySelectorAll('h1.fit, [data-fit], .verdict')) {
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
        if (scrollHeight > clientHeight + 0.2 * size || scrollWidth > clientWidth + 1)
          found.push(`cut off: ${name(element)}`);
      }
      const { scrollHeight, scrollWidth } = document.documentElement;
      if (scrollHeight > innerHeight || scrollWidth > innerWidth) found.push('the page scrolls');
      const box = document.querySelector(main)?.getBoundingClientRect();
      if (!box) found.push(`missing: ${main}`);
      else {
        if (box.width * box.height < 0.05 * innerWidth * innerHeight) found.push(`too little of it: ${main}`);
        const middle = (box.left + box.right) / 2 / innerWidth;
        if (middle < 0.15 || middle > 0.85) found.push(`beside the middle: ${main}`);
      }
      return [...new Set(found)];
    },
    { small, main },
  );
}

// All of them in each frame take longer than a few.
test.describe.configure({ mode: 'parallel', ...(ALL && { timeout: 1_200_000 }) });

async function faint(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
}

for (const frame of frames()) {
  const { theme, size, language } = frame;
  const where = `${theme} ${size.width} × ${size.height} ${language}`;
  test(`all is in its place: ${where}`, async ({ page }) => {
    const show = await hang(page, frame);
    const all = views(language);
    const wrong: string[] = [];
    for (const name of frame.views) {
      const { state, main, full } = all[name]!;
      await show(state);
      let found = await faults(page, full ? 1.6 : 2.95, main);
      // What still moves, or waits for a typeface, is looked at again.
      for (let tries = 0; found.length > 0 && tries < 5; tries++) {
        await page.waitForTimeout(100);
        found = await faults(page, full ? 1.6 : 2.95, main);
      }
      wrong.push(...found.map(fault => `${name}: ${fault}`));
      // Which colours a theme has is held by a test of its own; here it is where they are used.
      if (ALL || size.width === 1280)
        wrong.push(...(await faint(page)).map(found => `${name}: contrast: ${found}`));
      if (PICTURES)
        await page.screenshot({
          path: `${PICTURES}/${name.replaceAll(' ', '-')}.${theme}.${size.width}.${language}.jpg`,
        });
    }
    expect(wrong, where).toEqual([]);
  });
}

test('each view hangs in every theme, every size and every language', () => {
  for (const name of Object.keys(views('en'))) {
    const hung = frames().filter(frame => frame.views.includes(name));
    expect(new Set(hung.map(({ theme }) => theme)).size, name).toBe(THEMES.length);
    expect(new Set(hung.map(({ size }) => size)).size, name).toBe(SIZES.length);
    expect(new Set(hung.map(({ language }) => language)).size, name).toBe(LANGUAGES.length);
  }
});
