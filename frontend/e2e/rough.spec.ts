/**
 * A phone in rough places: every game here is played to the end on the real application, with something going wrong
 * around the first answer, and both answers count.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type BadLine, badLine } from './bad-line';
import { join, openGame, phone, phoneShows, pick, press } from './cast';
import { databaseIsKnown, startInstance } from './instance';

const question = (text: string, right: string, wrong: string) => ({
  kind: 'choice',
  text,
  timeLimitMs: 300_000,
  points: 1000,
  choices: [{ text: right, correct: true }, { text: wrong }],
});
const QUESTIONS = [
  question('Which river is the longest?', 'Nile', 'Rhine'),
  question('Which city lies on two continents?', 'Istanbul', 'Cairo'),
];

interface Scene {
  ada: Page;
  line: BadLine;
  /** Taps the right answer to the first question, whatever comes of it. */
  tap(): Promise<void>;
}
/** What goes wrong, from the first question's opening until its answer is saved; the page to go on with, where it is another. */
type Trouble = (scene: Scene) => Promise<Page | undefined>;

async function play(context: BrowserContext, trouble: Trouble, through: string): Promise<void> {
  const game = await openGame(context.request, QUESTIONS);
  const host = await context.newPage();
  await host.goto(game.host);
  const line = await badLine(through);
  let ada = await phone(context.browser()!);
  try {
    await join(ada, game.pin, 'Ada', 'link', line.url);
    await press(host, 'Show question 1');
    await phoneShows(ada, 'question');
    const tile = ada.getByRole('button', { name: 'Nile', exact: true });
    ada = (await trouble({ ada, line, tap: () => tile.tap() })) ?? ada;
    await phoneShows(ada, 'reveal');
    await expect(ada.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await press(host, 'Leaderboard');
    await press(host, 'Show question 2');
    await pick(ada, 'Istanbul');
    await phoneShows(ada, 'reveal');
    await press(host, 'Leaderboard');
    await press(host, 'Finish');
    await phoneShows(ada, 'finished');
    await expect(ada.getByText('2 of 2 right')).toBeVisible();
  } finally {
    await ada.context().close();
    await line.close();
  }
}

/** The answer is on the phone, and nothing else is claimed. */
async function kept(ada: Page): Promise<void> {
  await expect(ada.locator('.status')).toHaveAttribute('data-status', /^(kept|sending)$/);
}

const TROUBLES: Record<string, Trouble> = {
  'offline mode': async ({ ada, tap }) => {
    await ada.context().setOffline(true);
    await tap();
    await kept(ada);
    await ada.context().setOffline(false);
  },
  'a line that drops, and refuses for a while': async ({ ada, line, tap }) => {
    line.refuse(true);
    line.drop();
    await tap();
    await expect(ada.locator('.bar-trouble')).toBeVisible();
    await kept(ada);
    line.refuse(false);
  },
  'a line that stalls after the tap': async ({ ada, line, tap }) => {
    line.stall(true);
    await tap();
    await kept(ada);
    // Silent for longer than patience lasts: the phone asks, then tries anew, and none of it arrives yet.
    await expect(ada.locator('.bar-trouble')).toBeVisible();
    line.stall(false);
  },
  'a half-open line': async ({ ada, line, tap }) => {
    line.halfOpen();
    await tap();
    await kept(ada);
  },
  'a reload between the tap and the acknowledgement': async ({ ada, line, tap }) => {
    line.stall(true);
    await tap();
    await kept(ada);
    line.drop();
    line.stall(false);
    await ada.reload();
  },
  'a tab that is killed between the tap and the acknowledgement': async ({ ada, line, tap }) => {
    line.stall(true);
    await tap();
    await kept(ada);
    const again = await ada.context().newPage();
    await ada.close({ runBeforeUnload: false });
    line.drop();
    line.stall(false);
    await again.goto(line.url);
    return again;
  },
  // This Chromium never hides a page: the state is overridden, and the event is sent by hand.
  'a hidden tab whose line drops': async ({ ada, line, tap }) => {
    await tap();
    await setHidden(ada, true);
    line.drop();
    await ada.waitForFunction(() => performance.now() > 0);
    const before = line.opened;
    await ada.evaluate(() => dispatchEvent(new Event('online')));
    expect(line.opened, 'a hidden page tries nothing').toBe(before);
    await setHidden(ada, false);
  },
  'a processor six times slower': async ({ ada, tap }) => {
    const devtools = await ada.context().newCDPSession(ada);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await tap();
  },
  // Chromium's own throttling leaves sockets alone, so the line itself is slow: 400 kbit/s, 400 ms a round trip.
  'slow 3G': async ({ line, tap }) => {
    line.slow({ latencyMs: 200, bytesPerSecond: 50_000 });
    await tap();
  },
};

for (const [name, trouble] of Object.entries(TROUBLES)) {
  test(`played to the end: ${name}`, ({ context, baseURL }) => play(context, trouble, baseURL!));
}

test('played to the end: a server that is killed and comes back', async ({ context }) => {
  test.skip(!databaseIsKnown, 'only ./podium test tells which database a second instance can use');
  test.setTimeout(600_000);
  const instance = await startInstance();
  const killed: Trouble = async ({ ada, tap }) => {
    await instance.kill();
    await expect(ada.locator('.bar-trouble')).toBeVisible();
    await tap();
    await kept(ada);
    await instance.start();
    await ada.locator('.bar').tap();
  };
  try {
    await play(context, killed, instance.url);
  } finally {
    await instance.kill();
  }
});

test('a seat opened in a second tab leaves the first, and can be taken back with the answer', async ({
  context,
}) => {
  const game = await openGame(context.request, QUESTIONS);
  const host = await context.newPage();
  await host.goto(game.host);
  const first = await phone(context.browser()!);
  await join(first, game.pin, 'Ada');
  await press(host, 'Show question 1');
  const second = await first.context().newPage();
  await second.goto(`/?pin=${game.pin}`);
  await phoneShows(second, 'question');
  await expect(first.getByRole('heading', { name: 'You play somewhere else' })).toBeVisible();
  await second.getByRole('button', { name: 'Nile', exact: true }).tap();
  await phoneShows(second, 'reveal');
  await first.getByRole('button', { name: 'Use it here' }).tap();
  await phoneShows(first, 'reveal');
  await expect(first.getByRole('heading', { name: 'Right!' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'You play somewhere else' })).toBeVisible();
  await first.context().close();
});

async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    state => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );
}
