/** The report of a hall: it opens at once, and is whole on paper. */
import { expect, type Page, test } from '@playwright/test';
import { signedIn } from './cast';
import { shot } from './every-page';
import { drawPictures, KINDS } from './kind-states';

const QUESTIONS = 40;

const report = (players: number) => ({
  game: { id: 'g', title: 'A hall', pin: '123456', createdAt: 0, finishedAt: 1, players },
  questions: Array.from({ length: QUESTIONS }, (_, index) => ({
    index,
    kind: 'choice',
    text: `Question ${index + 1}`,
    voided: false,
    asked: true,
    answers: players,
    correct: 500,
    fraction: 0.5,
    meanMs: 3_000,
    tally: Array.from({ length: 8 }, (_, n) => ({ text: `Answer ${n}`, count: n, correct: n === 1 })),
    question: {
      kind: 'choice',
      choices: Array.from({ length: 8 }, (_, n) => ({ text: `Answer ${n}`, correct: n === 1 })),
    },
  })),
  players: Array.from({ length: players }, (_, n) => ({
    rank: n + 1,
    nickname: n % 3 === 0 ? `لاعبة ${n}` : `Player ${n}`,
    score: 40_000 - n,
    correct: 20,
    answers: Array.from({ length: QUESTIONS }, (_, question) => ({
      question,
      answer: 'Answer 1',
      fraction: 1,
      points: 1_000 - (n % 500),
      ms: 3_000,
    })),
  })),
});

async function open(page: Page, players: number, questions?: object[]) {
  await signedIn(page);
  await page.route(
    url => url.pathname === '/api/games/g/report',
    route => route.fulfill({ json: { ...report(players), ...(questions && { questions }) } }),
  );
  await page.goto('/host#/games/g/report');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
}
/** Players are `Player n`, from 0, but every third of them. */
const player = (page: Page, n: number) => page.getByRole('rowheader', { name: `Player ${n}`, exact: true });

test('of a thousand players only those in sight are drawn, and the last is found by scrolling', async ({
  page,
}) => {
  await open(page, 1_000);
  expect(await page.locator('*').count()).toBeLessThan(8_000);
  await page.locator('.table-scroll').evaluate(it => it.scrollTo(0, it.scrollHeight));
  await expect(player(page, 998)).toBeVisible();
  expect(await page.getByRole('rowheader').count()).toBeLessThan(100);
});

test('on paper the report is whole: every player, every column, every answer', async ({ page }) => {
  await open(page, 150);
  // The width of A4 on its side between the margins, as the page is laid out for it.
  await page.setViewportSize({ width: 1062, height: 733 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(player(page, 148)).toBeAttached();
  expect(await page.getByRole('rowheader').count()).toBe(150);
  await expect(page.locator('.key-list')).toHaveCount(QUESTIONS);
  const over = await page.evaluate(() => {
    const right = Math.max(
      ...[...document.querySelectorAll('.player-table th')].map(it => it.getBoundingClientRect().right),
    );
    return {
      right,
      width: document.documentElement.clientWidth,
      scroll: document.documentElement.scrollWidth,
    };
  });
  expect(over.right).toBeLessThanOrEqual(over.width);
  expect(over.scroll).toBeLessThanOrEqual(over.width);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(() => page.getByRole('rowheader').count()).toBeLessThan(100);
});

test('a name that is written from right to left stands in its place in the column', async ({ page }) => {
  await open(page, 10);
  const [arabic, latin] = await Promise.all(
    ['لاعبة 0', 'Player 1'].map(name => page.getByText(name, { exact: true }).boundingBox()),
  );
  expect(Math.abs(arabic!.x - latin!.x)).toBeLessThan(2);
});

test("the CSV comes as the language's Excel reads it, and otherwise where that is wanted", async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('podium.language', 'de'));
  await open(page, 10);
  await expect(page.getByRole('link', { name: 'CSV herunterladen' })).toHaveAttribute(
    'href',
    /separator=semicolon$/,
  );
  await page.getByRole('button', { name: 'CSV mit anderem Trennzeichen' }).click();
  await expect(page.getByRole('link', { name: 'Komma' })).toHaveAttribute('href', /separator=comma$/);
});

test('pictures as answers, places in a picture, a scale and a cloud are told as they were asked', async ({
  page,
}) => {
  await drawPictures(page);
  const asked = (index: number, kind: string, question: object, tally: object[], rest: object = {}) => ({
    index,
    kind,
    text: `Question ${index + 1}`,
    voided: false,
    asked: true,
    answers: 6,
    tally,
    question: { kind, ...question },
    ...rest,
  });
  const { pictures, point, scale } = KINDS;
  await open(page, 6, [
    asked(0, 'choice', pictures.question, [
      { text: 'Nile', count: 1, correct: false },
      { text: 'Rhine', count: 5, correct: true },
    ]),
    asked(
      1,
      'point',
      { ...point.question, region: point.key },
      [
        { text: 'inside', count: 4, correct: true },
        { text: 'outside', count: 2, correct: false },
      ],
      { cells: point.tally },
    ),
    asked(2, 'scale', scale.question, [
      { text: '5', count: 4 },
      { text: '1', count: 2 },
    ]),
    asked(3, 'word-cloud', {}, [{ text: 'مستعد', count: 6 }]),
  ]);
  for (const row of await page.locator('.question-report > summary').all()) await row.click();
  await expect(page.locator('.key-picture')).toHaveCount(2);
  await expect(page.locator('.pointed-spot')).toHaveCount(60);
  await expect(page.locator('.pointed .region')).toBeVisible();
  await expect(page.getByText('At the right place')).toBeVisible();
  await expect(page.getByText('Average 3.7')).toBeVisible();
  await expect(page.locator('.key-text', { hasText: /^[15] · / })).toHaveText([
    '1 · Not sure at all',
    '5 · Completely sure',
  ]);
  await expect(page.getByText('مستعد')).toBeVisible();
  await shot(page, 'report kinds');
});

test('a player’s way is looked at in the report, and closed again', async ({ page }) => {
  await open(page, 40);
  await page.setViewportSize({ width: 360, height: 740 });
  await player(page, 1).getByRole('button').click();
  const path = page.getByRole('dialog', { name: 'Player 1' });
  await expect(path.locator('.path-step')).toHaveCount(QUESTIONS);
  await shot(page, 'report path');
  await path.getByRole('button', { name: 'Close' }).click();
  await expect(path).toHaveCount(0);
  await shot(page, 'report phone');
});
