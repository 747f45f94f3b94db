import { type Page, test } from '@playwright/test';
import { fakeGame, golden, seated } from './fake-game';

/** A slow 4G line as Lighthouse has it, and a phone's processor. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 };
const SLOWER = 4;
const RUNS = 7;
/** Nobody taps before the question can have been read. */
const READ_MS = 1_000;

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, serviceWorkers: 'block' });

test('the join page, on slow 4G with a processor four times slower', async ({ browser }) => {
  const [painted, interactive]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await throttle(page, true);
    await page.addInitScript(() => {
      // The PIN can be typed: the field is shown, and the main thread is free for a frame after that.
      new MutationObserver((_changes, observer) => {
        if (!document.getElementById('pin')?.offsetParent) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          setTimeout(() => Object.assign(window, { interactiveAt: performance.now() })),
        );
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.goto('/');
    await page.waitForFunction(() => 'interactiveAt' in window);
    interactive.push(
      await page.evaluate(() => (window as unknown as { interactiveAt: number }).interactiveAt),
    );
    const first = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    painted.push((await first.jsonValue())!);
    await context.close();
  }
  tell('join page: first paint of content', painted, 'ms');
  tell('join page: the PIN can be typed', interactive, 'ms, to be below 2,000');
});

test('a tap, with a processor four times slower and a server that says nothing', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.ack = null;
  await page.goto('/');
  await throttle(page, false);
  const effects: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    const state = golden('question.choice');
    if ('question' in state) state.question.index = index;
    game.show(state);
    await page.waitForTimeout(READ_MS);
    // No locators here: what they listen for in the page would be measured as well.
    const [x, y] = await page.evaluate(() => {
      const tile = [...document.querySelectorAll('.choice')].find(one => one.textContent === 'Nile')!;
      const effect = new Promise<number>((painted, missed) => {
        let upAt = 0;
        const shown = () => {
          if (tile.ariaPressed === 'true') painted(performance.now() - upAt);
          else missed(new Error('The tap shows nothing.'));
        };
        addEventListener('pointerup', event => (upAt = event.timeStamp), { once: true, capture: true });
        addEventListener('click', () => requestAnimationFrame(() => setTimeout(shown)), {
          once: true,
          capture: true,
        });
      });
      Object.assign(window, { effect });
      const { x, y, width, height } = tile.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    });
    await page.touchscreen.tap(x, y);
    effects.push(await page.evaluate(() => (window as unknown as { effect: Promise<number> }).effect));
  }
  tell('a tap: from the finger to the painted frame', effects, 'ms, to be below 50');
});

async function throttle(page: Page, network: boolean): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  if (!network) return;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
}

function tell(what: string, values: number[], unit: string): void {
  const sorted = [...values].sort((a, b) => a - b).map(Math.round);
  const median = sorted[sorted.length >> 1];
  process.stdout.write(`${what.padEnd(46)} median ${median}, worst ${sorted.at(-1)} ${unit}\n`);
}
