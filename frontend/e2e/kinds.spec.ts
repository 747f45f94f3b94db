/** Word clouds, scales, places on pictures and pictures as answers: on phones by hand, by keyboard, in Arabic, and on the screen. */
import { expect, type Page, test } from '@playwright/test';
import type { CountedText, PlayState, ScreenState } from '../src/protocol';
import { tabTo } from './cast';
import { shot } from './every-page';
import { type FakeGame, fakeGame, seated } from './fake-game';
import { asked, counted, drawPictures, fakeScreen, KINDS, MANY, MANY_OF, shown, told } from './kind-states';

/** So many have said something when a cloud is looked at. */
const GROWING = [1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 130, 300, 1_000, 2_500, 5_000, 7_500, 10_000];

async function phone(page: Page): Promise<FakeGame> {
  const game = await fakeGame(page);
  await drawPictures(page);
  await seated(page);
  return game;
}
const sent = (game: FakeGame) => expect.poll(() => game.answers.at(-1)?.answer);
/** Where the middle of one lies in another, in parts of it. */
const middleIn = (page: Page, inner: string, outer: string) =>
  page.evaluate(
    ([one, other]) => {
      const a = document.querySelector(one!)!.getBoundingClientRect();
      const b = document.querySelector(other!)!.getBoundingClientRect();
      return [(a.x + a.width / 2 - b.x) / b.width, (a.y + a.height / 2 - b.y) / b.height];
    },
    [inner, outer],
  );

test('a keyboard alone sends a word, a place on a scale, a number on a long one, a place on a picture', async ({
  page,
}) => {
  const game = await phone(page);
  game.show(asked(KINDS.cloud));
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Your answer' });
  await field.waitFor();
  await tabTo(page, 'input.typed');
  await page.keyboard.type('Curious');
  await page.keyboard.press('Enter');
  await sent(game).toEqual({ text: 'Curious' });

  game.show(next(asked(KINDS.scale), 4));
  await page.getByRole('radio').first().waitFor();
  await tabTo(page, '[type=radio]');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await sent(game).toEqual({ number: 2 });

  game.show(next(asked(KINDS.wideScale), 5));
  await page.getByRole('slider').waitFor();
  await tabTo(page, '.slider');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '[type=submit]');
  await page.keyboard.press('Enter');
  await sent(game).toEqual({ number: 51 });

  game.show(next(asked(KINDS.point), 6));
  await page.getByRole('slider').first().waitFor();
  await tabTo(page, '.point-axis');
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(page.locator('.point-pin')).toBeVisible();
  await tabTo(page, '.button-wide');
  await page.keyboard.press('Enter');
  await sent(game).toEqual({ point: [0.61, 0.49] });
});

test('a finger points where it means, and the pin, the light and the heat lie there on pages of any size', async ({
  page,
}) => {
  const game = await phone(page);
  for (const size of [
    { width: 320, height: 568 },
    { width: 740, height: 360 },
  ]) {
    await page.setViewportSize(size);
    game.show(asked(KINDS.point));
    await page.goto('/');
    const picture = page.locator('.point-picture img');
    await expect.poll(async () => (await picture.boundingBox())!.width).toBeGreaterThan(100);
    const box = (await picture.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.75);
    await page.mouse.down();
    await expect(page.locator('.point-loupe')).toBeVisible();
    await page.mouse.up();
    await expect(page.locator('.point-loupe')).toHaveCount(0);
    const [x, y] = await middleIn(page, '.point-pin', '.point-picture img');
    expect(x).toBeCloseTo(0.25, 1);
    expect(y).toBeCloseTo(0.75, 1);
    game.show(told(KINDS.point, { point: [0.25, 0.75] }));
    await expect(page.locator('.region')).toBeVisible();
    const right = await middleIn(page, '.region-light', '.point-picture img');
    expect(right[0]).toBeCloseTo(0.62, 1);
    expect(right[1]).toBeCloseTo(0.4, 1);
  }
  for (const sample of [KINDS.point, KINDS.tallPoint]) {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.unrouteAll();
    await drawPictures(page);
    await fakeScreen(page, counted(sample));
    await expect(page.locator('.region')).toBeVisible();
    const boxes = await page.evaluate(() =>
      ['.region', '.heat-picture img'].map(one => {
        const { x, y, width, height } = document.querySelector(one)!.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );
    expect(boxes[0]).toEqual(boxes[1]);
    // Undistorted, else a circle would not be one.
    const { width, height } = sample.question.media!;
    expect(boxes[1]![2]! / boxes[1]![3]!).toBeCloseTo(width! / height!, 1);
    await page.goto('about:blank');
  }
});

test('a finger that slides moves the pin and not the page, under a loupe that it does not cover', async ({
  browser,
}) => {
  const context = await browser.newContext({ hasTouch: true });
  const page = await context.newPage();
  const game = await phone(page);
  const touch = await context.newCDPSession(page);
  for (const size of [
    { width: 320, height: 568 },
    { width: 740, height: 360 },
  ]) {
    await page.setViewportSize(size);
    game.show(asked(KINDS.point));
    await page.goto('/');
    const picture = page.locator('.point-picture img');
    await expect.poll(async () => (await picture.boundingBox())!.width).toBeGreaterThan(100);
    const box = (await picture.boundingBox())!;
    for (const [x, y] of [
      [0.2, 0.1],
      [0.7, 0.3],
      [0.5, 0.8],
    ]) {
      const finger = { x: box.x + box.width * x!, y: box.y + box.height * y! };
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [finger] });
      await expect
        .poll(async () => (await middleIn(page, '.point-pin', '.point-picture img'))[0])
        .toBeCloseTo(x!, 1);
      const loupe = (await page.locator('.point-loupe').boundingBox())!;
      const off = Math.hypot(loupe.x + loupe.width / 2 - finger.x, loupe.y + loupe.height / 2 - finger.y);
      expect(off, `${size.width} px, ${x}, ${y}`).toBeGreaterThan(loupe.width / 2 + 16);
      expect(loupe.y, `${size.width} px, ${x}, ${y}`).toBeGreaterThanOrEqual(0);
      expect(loupe.y + loupe.height / 2).toBeLessThan(finger.y);
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await expect(page.locator('.point-loupe')).toHaveCount(0);
    }
    const scrolled = await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollWidth]);
    expect(scrolled).toEqual([0, 0, size.width]);
  }
  await context.close();
});

test('a phone in Arabic has the scale and its ends where the screen has them', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar-EG', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const game = await phone(page);
  game.show(asked(KINDS.scale));
  await page.goto('/');
  await expect(page.locator('.scale-place')).toHaveCount(5);
  const lefts = await page
    .locator('.scale-place, .scale-ends span')
    .evaluateAll(all => all.map(one => one.getBoundingClientRect().left));
  expect(lefts[0]).toBeLessThan(lefts[4]!);
  expect(lefts[5]).toBeLessThan(lefts[6]!);
  game.show(next(asked(KINDS.wideScale), 5));
  await expect(page.locator('.slider')).toHaveCSS('direction', 'ltr');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await context.close();
});

test('Markdown and formulas stand on phone and screen from left to right; what sets them comes with the first of them', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG', viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  const setters: string[] = [];
  page.on('console', said => said.type() === 'error' && wrong.push(said.text()));
  page.on('request', request => /katex|typeset|read-/i.test(request.url()) && setters.push(request.url()));
  const game = await phone(page);
  game.show(asked(KINDS.silent));
  await page.goto('/');
  await expect(page.locator('.choice')).toHaveCount(4);
  expect(setters).toEqual([]);

  const { question } = KINDS.formulas;
  const text =
    'أي منها يساوي **دائمًا** $\\frac{x^2 - 1}{x + 1}$ إذا كان $x \\neq -1$؟ <img src=x onerror=alert(1)>';
  const arabic = { ...KINDS.formulas, question: { ...question, text } as typeof question };
  game.show(next(asked(arabic), 4));
  await expect(page.locator('.head .katex')).toHaveCount(2);
  await expect(page.locator('.head h1')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('.head .formula').first()).toHaveCSS('direction', 'ltr');
  await expect(page.locator('.head strong')).toHaveText('دائمًا');
  await expect(page.locator('.head h1')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('.head img')).toHaveCount(0);
  expect(new Set(setters.map(url => new URL(url).origin))).toEqual(new Set([new URL(page.url()).origin]));
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.fonts.check('1em KaTeX_Math'))).toBe(true);
  await shot(page, 'formulas phone ar');
  await page.getByRole('button', { name: '$x - 1$' }).click();
  await sent(game).toEqual({ choices: ['c0'] });
  game.show(told(arabic, { choices: ['c1'] }));
  await expect(page.locator('.explanation .katex-display')).toBeVisible();
  await expect(page.locator('.key .katex')).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await shot(page, 'formulas phone reveal ar');
  expect(wrong).toEqual([]);
  await context.close();

  const hall = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  hall.on('console', said => said.type() === 'error' && wrong.push(said.text()));
  const screen = await fakeScreen(hall, shown(KINDS.formulas));
  await expect(hall.locator('.katex')).toHaveCount(5);
  await hall.evaluate(() => document.fonts.ready);
  const cut = () =>
    hall
      .locator('.fit, [data-fit]')
      .evaluateAll(all => all.filter(it => it.scrollWidth > it.clientWidth + 1).map(it => it.outerHTML));
  await expect.poll(cut).toEqual([]);
  await shot(hall, 'formulas screen');
  screen.show(counted(KINDS.formulas));
  await expect(hall.locator('.verdict .katex-display')).toBeVisible();
  await expect.poll(cut).toEqual([]);
  await shot(hall, 'formulas screen reveal');
  expect(wrong).toEqual([]);
  await hall.close();
});

test('answers without a text are called by what their picture shows, else by their shape', async ({
  page,
}) => {
  const game = await phone(page);
  game.show(asked(KINDS.pictures));
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Rhine' })).toBeVisible();
  game.show(next(asked(KINDS.silent), 4));
  await page.getByRole('button', { name: 'Diamond' }).click();
  await sent(game).toEqual({ choices: ['c1'] });
  await expect(page.getByText('No time limit')).toBeVisible();
});

test('words of a cloud stand within it, and keep their place while others grow and come, to the reveal', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const screen = await fakeScreen(page, shown(KINDS.cloud));
  const { question } = KINDS.cloud;
  const words = page.locator('.cloud-word');
  const where = async () =>
    new Map(
      await words.evaluateAll(all =>
        all.map((one): [string, string] => [
          one.textContent!,
          /translate\(.*?\)/.exec((one as SVGElement).style.transform)![0],
        ]),
      ),
    );
  for (const [nth, script] of (['mixed', 'zh', 'ar'] as const).entries()) {
    const all = script === 'mixed' ? MANY : MANY_OF[script];
    const index = question.index + nth;
    screen.show(next(shown(KINDS.cloud), index));
    await expect(words).toHaveCount(0);
    let stood = new Map<string, string>();
    let [kept, moved] = [0, 0];
    for (const answers of script === 'mixed' ? GROWING : [1, 5, 12, 50, 300, 2_500, 10_000]) {
      const tally = said(answers, all);
      screen.tally({ question: index, tally });
      const told = tally.map(({ text, count }) => `${text}: ${count}`).sort();
      await expect
        .poll(async () =>
          ((await page.locator('.cloud').getAttribute('aria-label')) ?? '').split(', ').sort(),
        )
        .toEqual(told);
      expect(await outside(page), `${answers} answers, ${script}`).toEqual([]);
      const now = await where();
      for (const [word, place] of stood) if (now.has(word)) now.get(word) === place ? kept++ : moved++;
      stood = now;
      if ([5, 50, 10_000].includes(answers)) await shot(page, `cloud ${script} ${answers}`);
    }
    expect(moved, script).toBeLessThan(kept / 20);
    const over = next({ ...counted(KINDS.cloud), tally: said(10_000, all) } as ScreenState, index);
    screen.show(over);
    await expect(page.locator('.hall')).toHaveAttribute('data-phase', 'reveal');
    await expect(words).toHaveCount(stood.size);
    expect(await where(), script).toEqual(stood);
  }
});

/** What the first so many say: some words often, most seldom, as people are. */
function said(answers: number, words: string[]): CountedText[] {
  const counts = new Map<string, number>();
  // A walk over the golden ratio's multiples: even, and the same in every run.
  for (let i = 1; i <= answers; i++) {
    const at = Math.floor(words.length ** ((i * 0.618033988749895) % 1)) - 1;
    counts.set(words[at]!, (counts.get(words[at]!) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, 20);
}

/** Words that are not whole in their cloud. */
const outside = (page: Page) =>
  page.locator('.cloud-word').evaluateAll(all => {
    const frame = document.querySelector<SVGSVGElement>('.cloud')!.viewBox.baseVal;
    return all
      .filter(one => {
        const { x, y, width, height } = (one as SVGTextElement).getBBox();
        const matrix = new DOMMatrix(getComputedStyle(one).transform);
        const corner = (px: number, py: number) => matrix.transformPoint(new DOMPoint(px, py));
        const [from, to] = [corner(x, y + height * 0.2), corner(x + width, y + height * 0.8)];
        return (
          from.x < frame.x - 1 ||
          from.y < frame.y - 1 ||
          to.x > frame.x + frame.width + 1 ||
          to.y > frame.y + frame.height + 1
        );
      })
      .map(one => one.textContent);
  });

/** The same as another question of the game. */
function next<S extends PlayState | ScreenState>(state: S, index: number): S {
  return 'question' in state ? { ...state, question: { ...state.question, index } } : state;
}
