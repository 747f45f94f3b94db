/**
 * Every single file of every page stays away once: the page says something, and is itself again when the file can be had.
 */
import { readFileSync } from 'node:fs';
import { expect, type Page, type Route, test } from '@playwright/test';
import { signedIn } from './cast';
import { fakeGame, golden, seated } from './fake-game';

const LOBBY = JSON.parse(
  readFileSync(
    new URL('../../src/test/resources/golden/screen.out.state.lobby.json', import.meta.url),
    'utf8',
  ),
).state;

interface Case {
  name: string;
  address: string;
  prepare(page: Page): Promise<unknown>;
  /** What is there once the page is what it should be. */
  itself: string;
}
const CASES: Case[] = [
  { name: 'the way in', address: '/?pin=123456', prepare: page => fakeGame(page), itself: '#name' },
  {
    name: 'a phone with a seat',
    address: '/',
    itself: '.player[data-phase=question] .tile',
    async prepare(page) {
      const game = await fakeGame(page);
      await seated(page);
      game.show(golden('question.choice'));
    },
  },
  {
    name: 'the screen',
    address: '/screen#t0ken',
    itself: '.hall[data-phase=lobby] .pin',
    prepare: page =>
      page.routeWebSocket(/\/ws\/screen\//, socket =>
        socket.send(
          JSON.stringify({
            type: 'welcome',
            heartbeatMs: 15_000,
            serverTime: Date.now(),
            seq: 1,
            state: LOBBY,
          }),
        ),
      ),
  },
  { name: "the host's door", address: '/host', prepare: async () => {}, itself: 'input[type=password]' },
  {
    name: 'the phone test',
    address: '/check#t',
    prepare: page => page.route('**/api/**', route => route.fulfill({ status: 204 })),
    itself: '.check h1',
  },
];

/** The files a page asks for, until it is itself. */
async function filesOf(page: Page, { address, itself }: Case): Promise<string[]> {
  const files = new Set<string>();
  page.on('request', asked => {
    const { pathname, origin } = new URL(asked.url());
    if (origin === new URL(page.url()).origin && /\.(js|css|json)$/.test(pathname)) files.add(pathname);
  });
  await page.goto(address);
  await expect(page.locator(itself).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  return [...files];
}

for (const one of CASES) {
  test(`${one.name}: whichever file does not come, it says something, and recovers`, async ({ browser }) => {
    // In a language whose words are a file as well.
    const open = async () => {
      const context = await browser.newContext({ locale: 'ar-EG', hasTouch: true });
      const page = await context.newPage();
      await one.prepare(page);
      return page;
    };
    const without = async (file: string) => {
      const page = await open();
      const away = (route: Route) => route.abort();
      await page.route(`**${file}`, away);
      await page.goto(one.address);
      await expect
        .poll(() => page.locator('body').innerText(), { message: file, timeout: 60_000 })
        .toMatch(/\S/);
      await page.unroute(`**${file}`, away);
      await expect(page.locator(one.itself).first(), file).toBeVisible({ timeout: 60_000 });
      await page.context().close();
    };
    const whole = await open();
    const files = await filesOf(whole, one);
    await whole.context().close();
    expect(files.length).toBeGreaterThan(2);
    // Most of it is waiting.
    await Promise.all(files.map(without));
  });
}

test('a part whose style is on its way when the page is looked over is waited for', async ({ page }) => {
  await signedIn(page);
  await page.clock.install();
  await page.goto('/host#/');
  await expect(page.locator('.page-tools .button-primary')).toBeVisible();
  let arrive = () => {};
  const held = new Promise<void>(done => {
    arrive = done;
  });
  await page.route('**/*.css', async route => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/*.css');
  await page.evaluate(() => {
    location.hash = '#/quizzes/new';
  });
  const loaded: string[] = [];
  page.on('load', () => loaded.push(page.url()));
  await asked;
  await page.clock.runFor(30_000);
  // As long as it takes to see whether the server is there.
  await page.evaluate(() => fetch(location.href));
  arrive();
  await expect(page.locator('.editor-title input')).toBeVisible();
  expect(loaded).toEqual([]);
});
