/**
 * Every host page in every phase, at the widths of phones and projectors, in English and Arabic, with texts as long as they
 * may be: nothing is wider than the page, and the button that leads on is in sight.
 */
import { expect, type Page, test } from '@playwright/test';
import { openGame } from './cast';

test.describe.configure({ timeout: 400_000 });

const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
];
/** One without spaces and one with: 500 characters. */
const QUESTION =
  `${'Donaudampfschifffahrt'.repeat(6)} ${'which of these is the longest river of them all? '.repeat(9)}`.slice(
    0,
    500,
  );
const answers = Array.from({ length: 8 }, (_, n) => ({
  text: `${n} ${'Mississippi'.repeat(4)} ${'flows to the sea '.repeat(6)}`.slice(0, 120),
  correct: n % 2 === 0,
}));
const LONG = { kind: 'choice', text: QUESTION, timeLimitMs: 300_000, points: 1000, choices: answers };
const TITLE = `Widths ${'of a very long title '.repeat(6)}`.slice(0, 120);

/** What is wrong at each size in each direction; `main` is what has to be in sight. */
async function wrong(page: Page, name: string, main: string): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['en', 'ar']) {
    await page.evaluate(code => localStorage.setItem('podium.language', code), language);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
    await expect(page.locator(main).first()).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.evaluate(() => {
        scrollTo(0, 0);
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
      const look = await page.evaluate(selector => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const box = document.querySelector(selector)!.getBoundingClientRect();
        const { width, height } = visualViewport!;
        const seen = box.left >= -1 && box.right <= width + 1 && box.top >= -1 && box.bottom <= height + 1;
        return { over: scrollWidth - clientWidth, seen, box: JSON.stringify(box) };
      }, main);
      const where = `${name}, ${language}, ${size.width}×${size.height}`;
      if (look.over > 0) found.push(`${where}: ${look.over} px too wide`);
      if (!look.seen) found.push(`${where}: ${main} is out of sight, ${look.box}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

test('nothing is wider than the page, and the button that leads on is in sight', async ({ page }) => {
  const game = await openGame(
    page.request,
    [LONG, { ...LONG, kind: 'order', choices: undefined, items: answers.map(it => it.text) }],
    { countdownMs: 30_000, teams: ['Red', 'Blue'] },
    TITLE,
  );
  const quizzes: { id: string; title: string }[] = await (await page.request.get('/api/quizzes')).json();
  const quiz = quizzes.find(it => it.title === TITLE.trim())!.id;
  const found: string[] = [];
  const look = async (name: string, hash: string, main: string) => {
    await page.goto(`/host${hash}`);
    found.push(...(await wrong(page, name, main)));
  };
  await page.goto('/host');

  await look('library', '#/', '.page-tools .button-primary');
  await look('games', '#/games', '.running .button-primary');
  await look('editor', `#/quizzes/${quiz}`, '.editor-do .button-primary');
  await look('launch', `#/quizzes/${quiz}/launch`, '.launch-do .button-primary');
  await look('lobby', `#/games/${game.id}`, '.big-button');
  const next = async (phase: string) => {
    await page.locator('.big-button:not([aria-disabled])').click();
    await expect(page.locator('.now')).toHaveAttribute('data-phase', phase);
  };
  await next('ready');
  await page
    .getByRole('button', { name: /Pause|إيقاف/ })
    .first()
    .click();
  await expect(page.locator('.tag-note')).toBeVisible();
  found.push(...(await wrong(page, 'ready', '.big-button')));
  await next('ready');
  await expect(page.locator('.now')).toHaveAttribute('data-phase', 'question', { timeout: 60_000 });
  found.push(...(await wrong(page, 'question', '.big-button')));
  await next('reveal');
  found.push(...(await wrong(page, 'reveal', '.big-button')));
  await next('standings');
  found.push(...(await wrong(page, 'standings', '.big-button')));
  await page.locator('.end-button').click();
  await page.locator('dialog[open] .button-danger').click();
  await expect(page.locator('.now')).toHaveAttribute('data-phase', 'finished');
  found.push(...(await wrong(page, 'finished', '.big-button')));
  await look('report', `#/games/${game.id}/report`, '.page-tools .button-primary');
  await page.request.delete(`/api/games/${game.id}`);
  await page.request.delete(`/api/quizzes/${quiz}`);

  await page.context().clearCookies();
  await look('sign-in', '#/', '[type=submit]');
  await page.route('**/api/setup', route => route.fulfill({ json: { needed: true, demo: false } }));
  await look('set-up', '#/', '[type=submit]');
  await page.goto('/check');
  found.push(...(await wrong(page, 'check', 'h1')));
  expect(found).toEqual([]);
});
