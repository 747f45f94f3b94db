/** What makes a phone feel right: nothing jumps, nothing sleeps, time is counted fairly, and who listens is told. */
import { expect, type Page, test } from '@playwright/test';
import type { PlayState } from '../src/protocol';
import { fakeGame, golden, seated } from './fake-game';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const status = (page: Page) => page.locator('.status');
const tile = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const at = (page: Page, phase: string) => page.locator(`.player[data-phase="${phase}"]`);

/** What a page under test has noted in its own `window`. */
function noted<T>(page: Page, name: string): Promise<T> {
  return page.evaluate(key => (window as unknown as Record<string, never>)[key], name) as Promise<T>;
}

test('nothing jumps when a question arrives, opens, is answered and is revealed', async ({ page }) => {
  await page.addInitScript(() => {
    const jumps: number[] = [];
    Object.assign(window, { jumps });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        jumps.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(at(page, 'lobby')).toBeVisible();
  // What the lobby still fetches is no part of this.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => (window as unknown as { jumps: number[] }).jumps.splice(0));
  const heading = page.getByRole('heading');
  game.show(golden('ready.choice.multiple'));
  await expect(at(page, 'ready')).toBeVisible();
  const before = await heading.boundingBox();
  game.show(golden('question.choice.multiple'));
  await expect(status(page)).toHaveAttribute('data-status', 'open');
  expect(await heading.boundingBox(), 'the question stays where it was read').toEqual(before);
  const places = () =>
    page
      .locator('.tile')
      .evaluateAll(all =>
        (all as HTMLElement[]).map(tile => [
          tile.offsetLeft,
          tile.offsetTop,
          tile.offsetWidth,
          tile.offsetHeight,
        ]),
      );
  const targets = await places();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await expect(status(page)).toHaveText('Saved');
  expect(await places(), 'targets do not move under the thumb').toEqual(targets);
  game.show(golden('reveal.choice'));
  await expect(at(page, 'reveal')).toBeVisible();
  // A word that is replaced by a longer one counts as a jump of a thousandth.
  const sum = (await noted<number[]>(page, 'jumps')).reduce((all, one) => all + one, 0);
  expect(sum).toBeLessThan(0.01);
});

test('who wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  for (const name of [
    'lobby',
    'question.choice',
    'question.answered',
    'reveal.choice',
    'standings.first.teams',
    'finished',
  ]) {
    game.show(golden(name));
    await expect(at(page, golden(name).phase)).toBeVisible();
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 10)
        .map(animation => (animation as CSSAnimation).animationName),
    );
    expect(moving, name).toEqual([]);
  }
});

test('pictures are fetched while the question is read, before it opens', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  const fetched: string[] = [];
  page.on('request', request => fetched.push(new URL(request.url()).pathname));
  await page.goto('/');
  await expect(at(page, 'lobby')).toBeVisible();
  const media = { url: '/media/river.svg', kind: 'image', alt: 'A river' } as const;
  const ready = golden('ready.choice.multiple') as Extract<PlayState, { phase: 'ready' }>;
  game.show({ ...ready, question: { ...ready.question, media } });
  await expect(page.getByAltText('A river')).toBeVisible();
  expect(fetched).toContain('/media/river.svg');
});

test('the display is kept on from the lobby to the end, again after looking away, and not longer', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const locks = { asked: 0, held: 0 };
    Object.assign(window, { locks });
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          locks.asked++;
          locks.held++;
          return { release: async () => void locks.held-- };
        },
      },
    });
  });
  const locks = () => noted<{ asked: number; held: number }>(page, 'locks');
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(at(page, 'lobby')).toBeVisible();
  await expect.poll(locks).toEqual({ asked: 1, held: 1 });
  game.show(golden('question.choice.multiple'));
  await expect(at(page, 'question')).toBeVisible();
  expect(await locks()).toEqual({ asked: 1, held: 1 });
  // A browser lets go of the lock of a page that is hidden.
  await page.evaluate(() => {
    (window as unknown as { locks: { held: number } }).locks.held--;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(locks).toEqual({ asked: 2, held: 1 });
  game.show(golden('reveal.choice'));
  await expect(at(page, 'reveal')).toBeVisible();
  expect(await locks()).toEqual({ asked: 2, held: 1 });
  game.show(golden('finished'));
  await expect.poll(locks).toEqual({ asked: 2, held: 0 });
});

test('the hand feels a question open and an answer go', async ({ page }) => {
  await page.addInitScript(() => {
    const ticks: unknown[] = [];
    Object.assign(window, { ticks });
    Object.defineProperty(navigator, 'vibrate', { value: (pattern: unknown) => ticks.push(pattern) });
  });
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(at(page, 'lobby')).toBeVisible();
  expect(await noted(page, 'ticks')).toEqual([]);
  game.show(golden('question.choice'));
  await expect(status(page)).toHaveAttribute('data-status', 'open');
  await expect.poll(() => noted(page, 'ticks')).toHaveLength(1);
  await tile(page, 'Nile').click();
  expect(await noted(page, 'ticks')).toHaveLength(2);
});

test('a tile is pressed at once, before anything is rendered', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.ack = null;
  await page.goto('/');
  game.show(golden('question.choice'));
  const nile = tile(page, 'Nile');
  const atOnce = await nile.evaluate((one: HTMLElement) => {
    one.click();
    return [one.ariaPressed, document.querySelector('.tiles')?.hasAttribute('data-answered')];
  });
  expect(atOnce, 'pressed, and the rest of the page as it was').toEqual(['true', false]);
  await expect(status(page)).toHaveAttribute('data-status', 'sending');
  await expect(nile).toHaveAttribute('aria-pressed', 'true');
  expect(game.answers).toHaveLength(1);
});

test('time is counted from the first paint of the choices to the tap, whatever the wall clock does', async ({
  page,
}) => {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.tile')) return;
      observer.disconnect();
      Object.assign(window, { madeAt: performance.now() });
      // Somebody sets the clock of the phone back by an hour.
      const real = Date.now;
      Date.now = () => real() - 3_600_000;
    }).observe(document, { childList: true, subtree: true });
    addEventListener('click', event => Object.assign(window, { tappedAt: event.timeStamp }), true);
  });
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('question.choice'));
  await page.goto('/');
  await expect(tile(page, 'Nile')).toBeVisible();
  await page.waitForFunction(
    () => performance.now() - (window as unknown as { madeAt: number }).madeAt > 1_000,
  );
  await tile(page, 'Nile').click();
  await expect(status(page)).toHaveText('Saved');
  const most = (await noted<number>(page, 'tappedAt')) - (await noted<number>(page, 'madeAt'));
  const [{ elapsedMs } = { elapsedMs: 0 }] = game.answers;
  expect(elapsedMs).toBeGreaterThan(0);
  expect(elapsedMs).toBeLessThanOrEqual(Math.ceil(most));
});

test('after a resume the countdown shows the time that remains', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('question.choice'));
  await page.goto('/');
  // On this machine server and phone have one clock: how far the number is from the truth, rounded up as it is.
  const wrong = () =>
    page
      .locator('.ring-number')
      .evaluate(
        (number, closesAt) => Math.abs(Number(number.textContent) * 1_000 - (closesAt - Date.now()) - 500),
        game.closesAt,
      );
  await expect(tile(page, 'Nile')).toBeVisible();
  await expect.poll(wrong).toBeLessThan(1_000);
  await page.waitForFunction(closesAt => Date.now() > closesAt - 27_000, game.closesAt);
  game.cut(1006);
  await expect(page.locator('.bar-trouble')).toBeVisible();
  await expect(page.locator('.bar-trouble')).toBeHidden();
  await expect.poll(wrong).toBeLessThan(1_000);
  await page.reload();
  await expect(tile(page, 'Nile')).toBeVisible();
  await expect.poll(wrong).toBeLessThan(1_000);
});

test('who listens hears the question, what became of the answer, and the result', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  const said = (text: RegExp) => page.getByRole('status').filter({ hasText: text });
  game.show(golden('question.choice'));
  await expect(said(/^Question 1 of \d+ .*\? Pick one$/)).toHaveCount(1);
  await tile(page, 'Nile').click();
  await expect(said(/^Saved$/)).toHaveCount(1);
  game.show(golden('reveal.choice'));
  await expect(said(/^(Right!|Not this time|Partly right) /)).toHaveCount(1);
});

test('after five failures it says so, and a tap brings it back', async ({ page }) => {
  await page.clock.install();
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  game.down = true;
  game.cut(1006);
  await expect(page.locator('.bar-trouble')).toHaveText(/^Offline. Reconnecting in \d s$/);
  for (let step = 0; step < 5; step++) await page.clock.runFor(20_000);
  const button = page.getByRole('button', { name: 'No connection. Tap to reconnect.' });
  await expect(button).toBeVisible();
  game.down = false;
  await button.tap();
  await expect(page.locator('.bar-trouble')).toBeHidden();
});

test('with storage blocked one can play, and is told what a reload costs', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const game = await fakeGame(page);
  await page.goto('/?pin=123456');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByText('a reload would cost you your seat', { exact: false })).toBeVisible();
  game.show(golden('question.choice'));
  await tile(page, 'Nile').click();
  await expect(status(page)).toHaveText('Saved');
});

test('a PIN is pasted as people write it, and one’s team is shown', async ({ page }) => {
  const teams = [
    { id: 'red', name: 'Red', players: 3 },
    { id: 'blue', name: 'Blue', players: 2 },
  ];
  const game = await fakeGame(page, { teams });
  game.show(golden('lobby.show'));
  await page.goto('/');
  await page.getByLabel('Game PIN').fill(' 123-4 56 ');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.getByText('Red', { exact: true }).click();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.locator('.lobby-team')).toHaveText('Red');
  expect(game.heard('join')).toMatchObject([{ pin: '123456', team: 'red' }]);
  await page.reload();
  await expect(page.locator('.lobby-team')).toHaveText('Red');
});
