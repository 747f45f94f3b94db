/** Word clouds, scales, places on pictures and pictures as answers: on phones by hand, by keyboard, in Arabic, and on the screen. */
import { expect, type Page, test } from '@playwright/test';
import { type FakeGame, fakeGame, seated } from './fake-game';
import { asked, counted, drawPictures, fakeScreen, KINDS, shown, told } from './kind-states';

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

test('words of a cloud stand within it, and keep their place as another is given once more', async ({
  page,
}) => {
  const screen = await fakeScreen(page, shown(KINDS.cloud));
  const { tally, question } = KINDS.cloud;
  const words = page.locator('.cloud-word');
  screen.tally({ question: question.index, tally });
  await expect(words).toHaveCount(tally.length);
  const where = () => words.evaluateAll(all => all.map(one => [one.textContent, one.getAttribute('style')]));
  const outside = await words.evaluateAll(all => {
    const frame = document.querySelector('.cloud')!.getBoundingClientRect();
    const within = ({ left, right, top, bottom }: DOMRect) =>
      left >= frame.left - 1 &&
      right <= frame.right + 1 &&
      top >= frame.top - 20 &&
      bottom <= frame.bottom + 20;
    return all.filter(one => !within(one.getBoundingClientRect())).map(one => one.textContent);
  });
  expect(outside).toEqual([]);
  const before = new Map((await where()) as [string, string][]);
  // One answer more for a word in the middle: not a step of its size.
  screen.tally({
    question: question.index,
    tally: tally.map((word, i) => (i === 0 ? { ...word, count: word.count + 1 } : word)) as typeof tally,
  });
  await expect
    .poll(async () => {
      const now = (await where()) as [string, string][];
      return now.filter(([text, style]) => before.get(text) === style).length;
    })
    .toBeGreaterThan(tally.length / 2);
});

/** The same as another question of the game. */
function next<S extends ReturnType<typeof asked>>(state: S, index: number): S {
  return 'question' in state ? { ...state, question: { ...state.question, index } } : state;
}

/** Presses Tab until what `selector` finds has the focus: no other way is used. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (await page.evaluate(one => document.activeElement?.matches(one) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}
