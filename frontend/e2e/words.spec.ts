/** A quiz has a language of its own, a page another, and a browser that translates a third. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { PlayState, ScreenState } from '../src/protocol';
import { fakeGame, golden, seated } from './fake-game';

const screenState = (name: string): ScreenState =>
  JSON.parse(
    readFileSync(
      new URL(`../../src/test/resources/golden/screen.out.state.${name}.json`, import.meta.url),
      'utf8',
    ),
  ).state;
const asking = <S extends PlayState | ScreenState>(state: S, part: object): S => {
  const { question } = state as Extract<S, { phase: 'question' }>;
  return { ...state, question: { ...question, ...part } } as S;
};

/** What a browser's translator does: each text it may touch is put into an element of its own, in capitals here. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const closest = text.parentElement!.closest('[translate]');
      if (closest?.getAttribute('translate') === 'no' || !text.data.trim()) continue;
      const font = document.createElement('font');
      font.textContent = text.data.toUpperCase();
      text.replaceWith(font);
    }
  });

async function screen(page: Page, first: ScreenState) {
  let seq = 0;
  let say = (_state: ScreenState, _type?: string) => {};
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    say = (state, type = 'state') =>
      socket.send(JSON.stringify({ type, heartbeatMs: 15_000, serverTime: Date.now(), seq: ++seq, state }));
    say(first, 'welcome');
  });
  await page.goto('/screen#a-link');
  return { show: (state: ScreenState) => say(state) };
}

test('a translated phone goes on counting, and the question is translated', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('question.choice'));
  await page.goto('/');
  await expect(page.locator('.tile').first()).toBeVisible();
  await translate(page);
  await expect(page.locator('.asked')).toHaveText('WHICH RIVER IS THE LONGEST?');
  const ring = page.locator('.ring-number');
  const before = Number(await ring.textContent());
  await expect.poll(async () => Number(await ring.textContent())).toBeLessThan(before);
  await page.locator('.tile').first().click();
  await expect(page.locator('.status')).toHaveText('Saved');
  game.show(golden('reveal.choice'));
  await translate(page);
  game.show(golden('standings.first.teams'));
  await expect(page.locator('.bar-score')).toContainText('2,050');
});

test('so does a translated screen', async ({ page }) => {
  const game = await screen(page, screenState('question.choice'));
  await expect(page.locator('h1')).toBeVisible();
  await translate(page);
  await expect(page.locator('h1')).toHaveText('WHICH RIVER IS THE LONGEST?');
  game.show(screenState('reveal.choice'));
  await translate(page);
  game.show(screenState('finished'));
  await expect(page.locator('.step-score').first()).toHaveText(/points$/);
});

test('line breaks and indentation of a question and its answers are kept', async ({ page }) => {
  const text = 'for i in 1,2:\n  print(i)';
  const choices = [text, 'for i in 1,2:\nprint(i)'].map((one, i) => ({ id: `c${i}`, text: one }));
  const game = await fakeGame(page);
  await seated(page);
  game.show(asking(golden('question.choice'), { text, choices }));
  await page.goto('/');
  for (const shown of [page.locator('.asked'), page.locator('.choice-text').first()]) {
    await expect(shown).toBeVisible();
    expect(await shown.innerText()).toBe(text);
  }
  await screen(page, asking(screenState('question.choice'), { text, choices }));
  for (const shown of [page.locator('h1'), page.locator('.answer-text').first()]) {
    await expect(shown).toBeVisible();
    expect(await shown.innerText()).toBe(text);
  }
});

test("a phone whose language is not ours starts in the quiz's, and the question says which that is", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'fi-FI' });
  const page = await context.newPage();
  const game = await fakeGame(page, { language: 'de' });
  await page.goto('/?pin=123456');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.locator('#name').fill('Ada');
  await page.locator('[data-part=seat] [type=submit]').click();
  await expect(page.locator('.lobby-name')).toHaveText('Ada');
  game.show({ ...golden('question.choice'), language: 'de' });
  await expect(page.locator('.asked')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.locator('.asked')).toHaveAttribute('lang', 'de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await context.close();
});

test('the first answer stands where the screen has it, also on a phone that reads from the right', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const game = await fakeGame(page);
  await seated(page);
  const left = async (tile: string) => {
    const places = await page
      .locator(tile)
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().left));
    return places[0]! < places[1]!;
  };
  const four = ['Nile', 'Rhine', 'Volga', 'Amur'].map((text, i) => ({ id: `c${i}`, text }));
  game.show(asking(golden('question.choice'), { choices: four }));
  await page.goto('/');
  await expect(page.locator('.choice')).toHaveCount(4);
  expect(await left('.choice')).toBe(true);
  game.show(asking(golden('question.choice'), { text: 'أي نهر هو الأطول؟', choices: four }));
  await expect(page.locator('.asked')).toContainText('نهر');
  expect(await left('.choice')).toBe(false);
  // The quiz's language counts for more than that of one question.
  game.show({ ...asking(golden('question.choice'), { text: 'Nil?', choices: four }), language: 'ar' });
  await expect(page.locator('.asked')).toHaveText('Nil?');
  expect(await left('.choice')).toBe(false);
  await screen(page, { ...asking(screenState('question.choice'), { choices: four }), language: 'ar' });
  await expect(page.locator('.answer')).toHaveCount(4);
  expect(await left('.answer')).toBe(false);
  await expect(page.locator('h1')).toHaveAttribute('lang', 'ar');
  await context.close();
});
