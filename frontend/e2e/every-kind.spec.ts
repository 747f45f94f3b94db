/**
 * One game with a question of every kind, for five phones: Ada, Bob and Cleo tap, Kim has a keyboard and nothing else, and
 * Layla's phone speaks Arabic.
 */
import { type Browser, devices, expect, type Locator, type Page, test } from '@playwright/test';
import { openGame, phone, phoneShows, press, saved, screenShows, tabTo } from './cast';

const picture = (name: string, alt: string) => ({ url: `/media/demo/${name}.png`, kind: 'image', alt });
const FLAGS = [
  picture('disc-red-white', 'A red disc on white'),
  picture('disc-red-green', 'A red disc on green'),
  picture('disc-yellow-blue', 'A yellow disc on light blue'),
  picture('disc-halves', 'A disc of two halves, red and white'),
];
const OPINIONS = ['poll', 'scale', 'word-cloud'];
const STAR = { x: 0.502, y: 0.502 };
const WORDS = { ada: 'Lisbon', bob: 'lisbon', cleo: 'Oops', layla: 'القاهرة', kim: 'Kyoto' };

/** Ada is right wherever that is possible. */
type Who = keyof typeof WORDS;

interface Round {
  question: Record<string, unknown> & { kind: string };
  /** What a finger does, on a phone in any language. */
  tap(page: Page, who: Who): Promise<void>;
  keys(page: Page): Promise<void>;
  /** Once all have answered. */
  told?(screen: Page, ada: Page): Promise<void>;
  /** The host puts the key right, and takes it back. */
  mended?(host: Page, screen: Page, bob: Page): Promise<void>;
}

const send = (page: Page) => page.locator('.pad .button-primary').tap();
const choose = (page: Page, place: number) => page.locator('.choice').nth(place).tap();
const enter = async (page: Page, selector: string, ...keys: string[]) => {
  await tabTo(page, selector);
  for (const key of keys) await page.keyboard.press(key);
};

const ROUNDS: Round[] = [
  {
    question: {
      kind: 'choice',
      text: 'Which is the flag of Palau?',
      choices: FLAGS.map((media, at) => ({ media, correct: at === 2 })),
    },
    tap: (page, who) => choose(page, who === 'ada' ? 2 : 0),
    keys: page => page.keyboard.press('3'),
    async told(screen) {
      await expect(screen.locator('.bar-right .answer-media')).toHaveAttribute('alt', FLAGS[2]!.alt);
      await expect(screen.locator('.bar-right .answer-count')).toHaveText('2');
    },
  },
  {
    question: { kind: 'true-false', text: 'The Sahara is the largest desert.', correct: false },
    tap: (page, who) => choose(page, who === 'ada' ? 1 : 0),
    keys: page => page.keyboard.press('2'),
  },
  {
    question: { kind: 'text', text: 'Which country is the smallest?', accept: ['Vatican City'] },
    async tap(page, who) {
      await page.locator('.typed').fill(who === 'ada' ? ' vatican city' : 'Monaco');
      await send(page);
    },
    async keys(page) {
      await tabTo(page, '.typed');
      await page.keyboard.type('Vatican City');
      await page.keyboard.press('Enter');
    },
  },
  {
    question: {
      kind: 'number',
      text: 'How many continents?',
      correct: 7,
      tolerance: 0,
      min: 1,
      max: 12,
      step: 1,
    },
    async tap(page, who) {
      // It begins at 7, in the middle.
      if (who !== 'ada') await page.locator('.stepper').first().tap();
      await send(page);
    },
    async keys(page) {
      await enter(page, '.slider', 'ArrowRight', 'ArrowLeft');
      await enter(page, '.pad [type=submit]', 'Enter');
    },
    async mended(host, screen, bob) {
      await expect(bob.getByRole('heading', { name: 'Not this time' })).toBeVisible();
      await host.getByRole('button', { name: 'Change the right answer' }).click();
      const dialog = host.getByRole('dialog');
      await dialog.getByLabel('Right answer').fill('6');
      await dialog.getByRole('button', { name: 'Count it so' }).click();
      await expect(bob.getByRole('heading', { name: 'Right!' })).toBeVisible();
      for (const page of [screen, bob]) await expect(page.getByText('Corrected')).toBeVisible();
      await host.getByRole('button', { name: 'Undo the correction' }).click();
      await expect(bob.getByRole('heading', { name: 'Not this time' })).toBeVisible();
    },
  },
  {
    question: { kind: 'order', text: 'From north to south', items: ['Oslo', 'Rome', 'Lagos'] },
    async tap(page, who) {
      if (who === 'ada') for (const item of ['Rome', 'Oslo']) await toTop(page, item);
      await send(page);
    },
    async keys(page) {
      // The row that has the focus keeps it while it moves.
      for (const item of ['Rome', 'Oslo'])
        await enter(page, `[aria-label="Move ${item} up"]`, 'ArrowUp', 'ArrowUp');
      await enter(page, '.pad .button-primary', 'Enter');
    },
    async told(screen) {
      await expect(screen.locator('.item .answer-text')).toHaveText(['Oslo', 'Rome', 'Lagos']);
    },
  },
  {
    question: {
      kind: 'point',
      text: 'Where is the north star?',
      media: picture('northern-sky', 'The northern night sky'),
      region: { shape: 'circle', ...STAR, r: 0.06 },
    },
    async tap(page, who) {
      const box = await still(page.locator('.point-picture img'));
      const at = who === 'ada' ? STAR : { x: 0.2, y: 0.3 };
      await page.touchscreen.tap(box.x + box.width * at.x, box.y + box.height * at.y);
      await send(page);
    },
    async keys(page) {
      await enter(page, '.point-axis', 'ArrowRight', 'ArrowLeft');
      await enter(page, '.pad .button-primary', 'Enter');
    },
    async told(screen, ada) {
      await expect(screen.locator('.heat-spot')).toHaveCount(2);
      for (const page of [screen, ada]) await expect(page.locator('.region')).toBeVisible();
    },
  },
  {
    question: {
      kind: 'poll',
      text: 'Where would you wake up?',
      choices: [{ text: 'By the sea' }, { text: 'In the mountains', media: FLAGS[3] }],
    },
    tap: page => choose(page, 0),
    keys: page => page.keyboard.press('2'),
  },
  {
    question: {
      kind: 'scale',
      text: 'How far would you go?',
      min: 1,
      max: 7,
      step: 1,
      labels: ['next door', 'round the world'],
    },
    async tap(page, who) {
      await page
        .locator('.scale-place')
        .nth(who === 'layla' ? 6 : 3)
        .tap();
      await send(page);
    },
    async keys(page) {
      await enter(page, '.scale-place input', 'Space', 'ArrowRight', 'Enter');
    },
    async told(screen) {
      // 4, 4, 4, 7 and 2.
      await expect(screen.locator('.scale-average')).toHaveText('Average 4.2');
      await expect(screen.locator('.scale-column b')).toHaveText(['0', '1', '0', '3', '0', '0', '1']);
    },
  },
  {
    question: { kind: 'word-cloud', text: 'Where next?', timeLimitMs: 0 },
    async tap(page, who) {
      await page.locator('.typed').fill(WORDS[who]);
      await send(page);
    },
    async keys(page) {
      await tabTo(page, '.typed');
      await page.keyboard.type(WORDS.kim);
      await page.keyboard.press('Enter');
    },
  },
];

const SLIDE = { kind: 'slide', text: 'That was all. Thank you!' };

test('five phones play every kind: three tap, one has a keyboard alone, one speaks Arabic', async ({
  browser,
  page: host,
}) => {
  test.setTimeout(600_000);
  const questions = ROUNDS.map(({ question }) => ({ timeLimitMs: 300_000, points: 1000, ...question }));
  const game = await openGame(host.request, [...questions, SLIDE], { countdownMs: 0 }, `Kinds ${Date.now()}`);
  const screen = await host.context().newPage();
  await screen.goto(game.screen);
  const ada = await phone(browser);
  const tapping: [Who, Page][] = [
    ['ada', ada],
    ['bob', await phone(browser)],
    ['cleo', await phone(browser)],
    ['layla', await arabicPhone(browser)],
  ];
  const layla = tapping[3]![1];
  const kim = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const phones = [...tapping.map(([, page]) => page), kim];

  await test.step('everybody takes a seat, Kim without touching anything', async () => {
    for (const [who, page] of tapping) {
      await page.goto(`/?pin=${game.pin}`);
      await page.locator('#name').fill(who);
      await page.locator('[data-part=seat] [type=submit]').tap();
      await phoneShows(page, 'lobby');
    }
    await kim.goto(`/?pin=${game.pin}`);
    await kim.locator('#name').waitFor();
    await tabTo(kim, '#name');
    await kim.keyboard.type('kim');
    await kim.keyboard.press('Enter');
    await phoneShows(kim, 'lobby');
    await expect(screen.locator('.name')).toHaveCount(5);
    await expect(layla.locator('html')).toHaveAttribute('dir', 'rtl');
    await host.goto(game.host);
  });

  for (const [at, { question, tap, keys, told, mended }] of ROUNDS.entries()) {
    await test.step(question.kind, async () => {
      await press(host, `Show question ${at + 1}`);
      await screenShows(screen, 'question');
      for (const page of phones) await phoneShows(page, 'question');
      for (const [who, page] of tapping.slice(0, 3)) {
        await tap(page, who);
        await saved(page);
      }
      if (question.kind === 'word-cloud') await cloudGrows(host, screen);
      if (question.kind === 'choice') await samePlaces(layla, ada);
      await tap(layla, 'layla');
      await saved(layla);
      await keys(kim);
      await screenShows(screen, 'reveal');
      for (const page of phones) await phoneShows(page, 'reveal');
      await told?.(screen, ada);
      await mended?.(host, screen, tapping[1]![1]);
      // After opinions nobody has another place, and the host's button leads straight on.
      if (OPINIONS.includes(question.kind)) return;
      await press(host, 'Leaderboard');
      await screenShows(screen, 'standings');
    });
  }

  await test.step('Ada and Kim have found all, and the slide ends it', async () => {
    await press(host, `Show question ${ROUNDS.length + 1}`);
    await expect(screen.getByText(SLIDE.text)).toBeVisible();
    await press(host, 'Finish');
    await screenShows(screen, 'finished');
    for (const page of phones) await phoneShows(page, 'finished');
    await expect(screen.locator('.step-up[data-rank="1"] .step-name')).toHaveText(/^(ada|kim)$/);
    for (const page of [ada, kim]) await expect(page.locator('.bar-score')).not.toHaveText('0');
    const scored = ROUNDS.filter(({ question }) => !OPINIONS.includes(question.kind));
    const report = await (await host.request.get(`/api/games/${game.id}/report`)).json();
    const right = Object.fromEntries(
      report.players.map(({ nickname, correct }: { nickname: string; correct: number }) => [
        nickname,
        correct,
      ]),
    );
    expect(right).toMatchObject({ ada: scored.length, kim: scored.length, bob: 0 });
  });

  await test.step('the report shows what was shown', async () => {
    await press(host, 'See the report');
    const rows = host.locator('.question-report > summary');
    await expect(rows).toHaveCount(ROUNDS.length);
    for (const row of await rows.all()) await row.click();
    await expect(host.locator('.key-picture')).toHaveCount(5);
    await expect(host.locator('.pointed .region')).toBeVisible();
    await expect(host.locator('.pointed-spot')).toHaveCount(2);
    await expect(host.getByText('7 · round the world')).toBeVisible();
    await expect(host.locator('.key-text', { hasText: WORDS.layla })).toBeVisible();
  });

  await test.step('another order is right after all, says the report: the phones’ results follow', async () => {
    const rightOf = (page: Page) => page.locator('.finish .numbers').last();
    await expect(rightOf(ada)).toHaveText('6 of 6 right');
    const order = host.locator('.question-report', { hasText: 'From north to south' });
    await order.getByRole('button', { name: 'Change the right answer' }).click();
    const dialog = host.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Move up: Lagos' }).click();
    await host.keyboard.press('Alt+ArrowUp');
    await expect(dialog.locator('.answer-text')).toHaveText(['Lagos', 'Oslo', 'Rome']);
    await dialog.getByRole('button', { name: 'Count it so' }).click();
    await expect(order.getByText('Corrected')).toBeVisible();
    await expect(rightOf(ada)).toHaveText('5 of 6 right');
  });
});

/** Spellings are one word; the host takes one off, with one tap, while it is open. */
async function cloudGrows(host: Page, screen: Page): Promise<void> {
  const cloud = screen.locator('.cloud-word');
  await expect(cloud).toHaveText([/^lisbon$/i, WORDS.cleo]);
  await expect(screen.locator('.cloud')).toHaveAttribute('aria-label', /^lisbon: 2, Oops: 1$/i);
  await host.getByRole('button', { name: new RegExp(`Hide.*${WORDS.cleo}`) }).click();
  await expect(cloud).toHaveText([/^lisbon$/i]);
}

/** The place of a tile is one for the whole game, whatever a phone reads. */
async function samePlaces(...pages: Page[]): Promise<void> {
  const [one, other] = await Promise.all(
    pages.map(page =>
      page.locator('.choice').evaluateAll(all => {
        const boxes = all.map(tile => tile.getBoundingClientRect());
        return boxes.map(({ left, top }) => [left > boxes[0]!.left, top > boxes[0]!.top]);
      }),
    ),
  );
  expect(one).toEqual(other);
}

async function arabicPhone(browser: Browser): Promise<Page> {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7'];
  return (await browser.newContext({ ...pixel, locale: 'ar-EG' })).newPage();
}

async function toTop(page: Page, item: string): Promise<void> {
  const row = page.locator('.order-row', { hasText: item });
  while (!(await page.locator('.order-row').first().textContent())!.includes(item))
    await row.locator('.order-move').first().tap();
}

/** Where a picture lies once it is there. */
async function still(image: Locator) {
  await expect.poll(async () => (await image.boundingBox())?.height ?? 0).toBeGreaterThan(100);
  return (await image.boundingBox())!;
}
