import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Route, test } from '@playwright/test';
import type { PlayState } from '../src/protocol';
import { LIMIT } from '../weight.ts';
import { openGame } from './cast';
import { fakeGame, golden, seated } from './fake-game';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

const status = (page: Page) => page.locator('.status');
const tile = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a scanned link leads to a name, and a name to the lobby', async ({ page }) => {
  const game = await fakeGame(page);
  await page.goto('/?pin=123-456');
  await expect(page.getByRole('heading', { name: 'Around the world' })).toBeVisible();
  await expect(page.getByLabel('Your nickname')).toBeFocused();
  await page.getByLabel('Your nickname').fill('  Ada  Lovelace ');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText('You are in. Watch the big screen.').last()).toBeVisible();
  expect(game.heard('join')).toMatchObject([{ pin: '123456', nickname: 'Ada Lovelace', v: 1 }]);
});

test('what is stored is said on the page itself', async ({ page }) => {
  await page.goto('/');
  const words = page.getByText('your nickname, your answers and when you gave them', { exact: false });
  await expect(words).toBeHidden();
  await page.getByText('What is stored?').click();
  await expect(words).toBeVisible();
});

test('a taken name offers a free one, and a suggested name joins', async ({ page }) => {
  const game = await fakeGame(page);
  game.refuse = 'nickname-taken';
  await page.goto('/');
  await page.getByLabel('Game PIN').pressSequentially('123456');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Somebody is called Ada already.');
  await page.getByRole('button', { name: 'Join as Ada 2' }).click();
  await expect(page.getByRole('heading', { name: 'Ada 2' })).toBeVisible();
});

test('a link to another game than the one with a seat offers both', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/?pin=654321');
  await expect(page.getByRole('button', { name: 'Join anew' })).toBeVisible();
  await page.getByRole('button', { name: 'Come back as Ada' }).click();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(game.heard('resume')).toMatchObject([{ ticket: 't1' }]);
});

test('"saved" is said after the server said so, and not before', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.ack = null;
  game.show(golden('question.choice'));
  await page.goto('/');
  await tile(page, 'Nile').click();
  await expect(status(page)).toHaveText('Sending…');
  await expect(tile(page, 'Nile')).toHaveAttribute('aria-pressed', 'true');
  game.ack = 'saved';
  game.cut(1006); // the answer goes out again on the next connection
  await expect(status(page)).toHaveText('Saved', { timeout: 10_000 });
  const [first, ...again] = game.answers;
  expect(first).toMatchObject({ question: 0, answer: { choices: ['nile0001'] } });
  expect(first!.elapsedMs).toBeGreaterThanOrEqual(0);
  for (const repeat of again) expect(repeat).toEqual(first);
});

test('an answer tapped offline survives a reload, and arrives', async ({ page, context }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.ack = null;
  game.show(golden('question.choice'));
  await page.goto('/');
  await tile(page, 'Rhine').click();
  await context.setOffline(true);
  game.cut(1006);
  await expect(status(page)).toHaveText(/Your answer is kept/);
  await expect(page.locator('.bar-trouble')).toBeVisible();
  await context.setOffline(false);
  game.ack = 'saved';
  await page.reload();
  await expect(status(page)).toHaveText('Saved');
  await expect(tile(page, 'Rhine')).toHaveAttribute('aria-pressed', 'true');
  expect(new Set(game.answers.map(({ id }) => id)).size).toBe(1);
});

test('an answer that came too late is reported', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.ack = 'late';
  game.show(golden('question.true-false'));
  await page.goto('/');
  await expect(tile(page, 'False')).toBeVisible();
  await page.keyboard.press('2');
  await expect(status(page)).toHaveText('Your answer came too late to count.');
  game.show(golden('reveal.none'));
  await expect(page.getByRole('heading')).toHaveText('No answer this time');
});

test('every kind can be answered by keyboard', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  const answer = async (name: string, give: () => Promise<void>) => {
    const state = golden(`question.${name}`);
    game.show(state);
    await expect(page.getByRole('heading')).toHaveText('question' in state ? state.question.text : '');
    await expect(status(page)).toHaveAttribute('data-status', 'open');
    await give();
    await expect(status(page)).toHaveText('Saved');
    return game.answers.at(-1)!.answer;
  };
  expect(await answer('choice', () => page.keyboard.press('3'))).toEqual({ choices: ['volg0003'] });
  expect(
    await answer('choice.multiple', async () => {
      await page.keyboard.press('2');
      await page.keyboard.press('1');
      await page.getByRole('button', { name: 'Send answer' }).press('Enter');
    }),
  ).toEqual({ choices: ['bang0002', 'japa0001'] });
  expect(
    await answer('text', async () => {
      await page.getByLabel('Your answer').fill('Lima');
      await page.keyboard.press('Enter');
    }),
  ).toEqual({ text: 'Lima' });
  expect(
    await answer('number', async () => {
      await page.getByRole('slider').press('ArrowRight');
      await page.getByRole('button', { name: 'More' }).press('Enter');
      await page.getByRole('button', { name: 'Send answer' }).press('Enter');
    }),
  ).toEqual({ number: 6001 });
  expect(
    await answer('order', async () => {
      await page.getByRole('button', { name: 'Move Cairo down' }).press('Enter');
      await expect(page.getByRole('button', { name: 'Move Cairo down' })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('button', { name: 'Send answer' }).press('Enter');
    }),
  ).toEqual({ order: ['oslo0001', 'lima0003', 'cair0002'] });
});

test('rows are put in order by dragging', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('question.order'));
  await page.goto('/');
  const grips = page.locator('.order-grip');
  const [from, to] = [await grips.nth(2).boundingBox(), await grips.nth(0).boundingBox()];
  await page.mouse.move(from!.x + 30, from!.y + 10);
  await page.mouse.down();
  await page.mouse.move(to!.x + 30, to!.y + 5, { steps: 6 });
  await page.mouse.up();
  await expect(grips.first()).toContainText('Lima');
});

test('a seat that was taken over can be taken back', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  game.cut(4503);
  await page.getByRole('button', { name: 'Use it here' }).click();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  const [first, second] = game.heard('resume');
  expect(Number(second!.n)).toBeGreaterThan(Number(first!.n));
});

test('who was removed reads why, and can join another game', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  game.cut(4502);
  await expect(page.getByRole('heading', { name: 'You were removed' })).toBeVisible();
  await page.getByRole('button', { name: 'Join another game' }).click();
  await expect(page.getByLabel('Game PIN')).toHaveValue('');
});

test('the result is there after a reload', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('finished'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Second place' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Second place' })).toBeVisible();
});

test('an end that is taken back brings a phone back: by itself, or by one tap where it was left', async ({
  page,
}) => {
  const game = await fakeGame(page);
  await seated(page);
  game.show(golden('finished'));
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Second place' })).toBeVisible();
  game.show(golden('question.choice'));
  await expect(tile(page, 'Nile')).toBeVisible();

  game.show(golden('finished'));
  await page.getByRole('button', { name: 'Join another game' }).click();
  await expect(page.getByLabel('Game PIN')).toHaveValue('');
  game.show(golden('question.choice'));
  await page.getByRole('button', { name: 'Come back as Ada' }).click();
  await expect(tile(page, 'Nile')).toBeVisible();

  game.show(golden('finished'));
  await page.getByRole('button', { name: 'Join another game' }).click();
  game.show(golden('question.choice'));
  await page.getByRole('button', { name: 'Join anew' }).click();
  await expect(page.getByLabel('Game PIN')).toBeVisible();
  game.show(golden('question.true-false'));
  await page.goto('/?pin=123456');
  await expect(tile(page, 'False')).toBeVisible();
  expect(game.heard('join')).toEqual([]);
});

test('a phase of a newer server, and a state that cannot be read, show a calm page', async ({ page }) => {
  const game = await fakeGame(page);
  await seated(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  const odd = [{ phase: 'intermission' }, { phase: 'reveal', question: null }, { phase: 'standings' }];
  for (const state of odd) {
    game.show(golden('lobby'));
    await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
    game.show(state as unknown as PlayState);
    await expect(page.locator('.view')).toHaveText('Look at the big screen');
  }
  // What only its view finds out is said there, and the next state is shown.
  const broken = golden('reveal.choice') as Extract<PlayState, { phase: 'reveal' }>;
  game.show({ ...broken, question: { ...broken.question, choices: 5 } } as unknown as PlayState);
  await expect(page.getByRole('heading')).toHaveText('This page needs a fresh start');
  game.show(golden('question.choice'));
  await expect(tile(page, 'Nile')).toBeVisible();
});

const STATES = [
  'lobby.locked',
  'ready.choice.multiple',
  'question.choice',
  'question.choice.multiple',
  'question.true-false',
  'question.poll',
  'question.text',
  'question.number',
  'question.order',
  'question.slide',
  'question.paused',
  'question.answered',
  'reveal.choice',
  'reveal.order',
  'reveal.number',
  'reveal.voided',
  'standings.first.teams',
  'finished',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no view has a serious accessibility violation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const game = await fakeGame(page);
    await seated(page);
    await page.goto('/');
    await expect(page.getByRole('heading')).toBeVisible();
    for (const name of STATES) {
      game.show(golden(name));
      await expect(page.locator(`.player[data-phase="${golden(name).phase}"]`)).toBeVisible();
      await page.waitForTimeout(50);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${name}, ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

for (const [name, viewport] of [
  ['320 px', { width: 320, height: 568 }],
  ['landscape', { width: 740, height: 360 }],
] as const) {
  test(`no view is wider than the phone: ${name}, also with large text`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const game = await fakeGame(page);
    await seated(page);
    await page.goto('/');
    await expect(page.getByRole('heading')).toBeVisible();
    for (const size of ['100%', '200%']) {
      await page.evaluate(percent => document.documentElement.style.setProperty('font-size', percent), size);
      for (const state of STATES) {
        game.show(golden(state));
        await expect(page.locator(`.player[data-phase="${golden(state).phase}"]`)).toBeVisible();
        await page.waitForTimeout(30);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${state} at ${size}`).toBeLessThanOrEqual(0);
      }
    }
  });
}

const LONG = 'An answer that goes on for quite a while, with Donaudampfschifffahrtsgesellschaft in it';
/** As much as a quiz may put into a question. */
function crowded(): PlayState {
  const state = golden('question.choice') as Extract<PlayState, { phase: 'question' }>;
  const choices = Array.from({ length: 8 }, (_, i) => ({ id: `long000${i}`, text: `${i + 1} ${LONG}` }));
  const text = 'Which of these rivers, taken together with all that flows into it, is the longest? '.repeat(
    3,
  );
  return { ...state, question: { ...state.question, text, choices } as typeof state.question };
}

for (const [locale, name] of [
  ['en-GB', 'Wolfeschlegelsteinhausen'],
  ['ar-EG', 'عبدالرحمن عبدالعزيز محمد'],
] as const) {
  for (const [width, height] of [
    [320, 568],
    [360, 740],
    [740, 360],
  ] as const) {
    test(`eight long answers and a long name fit: ${locale}, ${width} × ${height}`, async ({ browser }) => {
      const context = await browser.newContext({ locale, viewport: { width, height }, hasTouch: true });
      const page = await context.newPage();
      const game = await fakeGame(page, { name });
      await seated(page);
      game.show(crowded());
      await page.goto('/');
      await expect(page.locator('.tile')).toHaveCount(8);
      await expect(status(page)).toHaveAttribute('data-status', 'open');
      const cut = await page
        // A long question scrolls by itself.
        .locator('.tile, .choice-text, .bar-name, h1:not(.asked-long), .status')
        .evaluateAll(all =>
          all
            .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
            .map(one => one.className),
        );
      expect(cut).toEqual([]);
      const small = await page
        .locator('.tile')
        .evaluateAll(all => all.map(one => one.getBoundingClientRect().height).filter(height => height < 48));
      expect(small, 'targets that are too small').toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/long-${locale}-${width}.png` });
      await context.close();
    });
  }
}

for (const [name, viewport] of [
  ['320 px', { width: 320, height: 568 }],
  ['landscape', { width: 740, height: 360 }],
] as const) {
  test(`the way in is not wider than the phone, and everybody can use it: ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const teams = ['Red', 'Donaudampfschifffahrtsgesellschaft'].map((team, n) => ({
      id: team,
      name: team,
      players: n,
    }));
    const game = await fakeGame(page, { teams });
    await seated(page);
    const fits = async (step: string) => {
      for (const size of ['100%', '200%']) {
        await page.evaluate(
          percent => document.documentElement.style.setProperty('font-size', percent),
          size,
        );
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${step} at ${size}`).toBeLessThanOrEqual(0);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${step}, ${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await page.goto('/?pin=654321');
    await page.getByRole('button', { name: 'Join anew' }).focus();
    await fits('two seats');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Your nickname')).toBeFocused();
    game.refuse = 'nickname-taken';
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Join as Ada 2' })).toBeVisible();
    await expect(page.getByLabel('Your nickname')).toHaveAccessibleDescription(
      'Somebody is called Ada already.',
    );
    await expect(page.getByRole('radio', { name: /^Red/ })).toBeChecked();
    await fits('name and team');
    await page.getByRole('button', { name: 'PIN 654 321. Not your game?' }).press('Enter');
    await page.getByLabel('Game PIN').fill('12');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('A PIN has six digits.');
    await fits('PIN');
  });
}

/** Holds back what shows a game until the returned function is called. */
async function withholdViews(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>(done => {
    release = done;
  });
  await page.route(/\/assets\/player-/, async route => {
    await released;
    await route.continue();
  });
  return release;
}

test('a seat is taken without what shows the game; the form waits for that', async ({ page }) => {
  const game = await fakeGame(page);
  const release = await withholdViews(page);
  await page.goto('/?pin=123456');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.keyboard.press('Enter');
  const busy = page.getByRole('button', { name: 'Joining…' });
  await expect(busy).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('podium.seats'))).toContain('t1');
  await page.keyboard.press('Enter');
  await expect(busy).toBeVisible();
  release();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(game.heard('join')).toHaveLength(1);
});

test('a phone with a seat comes back to it while what shows the game is still on its way', async ({
  page,
}) => {
  const game = await fakeGame(page);
  await seated(page);
  const release = await withholdViews(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect.poll(() => game.heard('resume')).toMatchObject([{ ticket: 't1' }]);
  release();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(game.heard('resume')).toHaveLength(1);
});

test('what shows the game does not come: a tap tries again, and the seat is kept', async ({ page }) => {
  const game = await fakeGame(page);
  const nothing = (route: Route) => route.abort();
  await page.goto('/?pin=123456');
  await page.getByLabel('Your nickname').focus();
  await page.route(/:\d+\//, nothing);
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(/^Podium cannot be reached/);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(alert).toHaveText(/^Podium cannot be reached/);
  await page.unroute(/:\d+\//, nothing);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(game.heard('join')).toHaveLength(1);
  expect(game.heard('resume')).toMatchObject([{ ticket: 't1' }]);
});

test('a phone that comes back and gets nothing to show the game with says so, and a tap tries again', async ({
  page,
}) => {
  const game = await fakeGame(page);
  await seated(page);
  const nothing = (route: Route) => route.abort();
  await page.route(/\/assets\/player-/, nothing);
  await page.goto('/');
  await expect(page.getByRole('alert')).toHaveText(/^Podium cannot be reached/);
  await expect(page.getByLabel('Game PIN')).toHaveValue('123\u00a0456');
  await page.unroute(/\/assets\/player-/, nothing);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('heading', { name: 'Ada' })).toBeVisible();
  expect(game.heard('join')).toEqual([]);
});

const QUESTION = { kind: 'true-false', text: 'The Nile is a river.', correct: true, timeLimitMs: 20_000 };

for (const locale of ['en-GB', 'zh-CN', 'es-ES', 'de-DE', 'fr-FR', 'ar-EG']) {
  test(`what a phone downloads until its join is sent is light, as the server sends it: ${locale}`, async ({
    browser,
    request,
  }) => {
    const game = await openGame(request, [QUESTION]);
    // On plain http, as on most halls' networks, a browser does not ask for anything smaller.
    const context = await browser.newContext({ locale, extraHTTPHeaders: { 'Accept-Encoding': 'gzip' } });
    const page = await context.newPage();
    let total = 0;
    let scripts = 0;
    const fetched: string[] = [];
    page.on('requestfinished', async done => {
      const { responseBodySize } = await done.sizes();
      fetched.push(`${new URL(done.url()).pathname} ${responseBodySize}`);
      total += responseBodySize;
      if (done.resourceType() === 'script') scripts += responseBodySize;
    });
    const sent = new Promise<string>(hear =>
      page.on('websocket', socket => socket.on('framesent', ({ payload }) => hear(String(payload)))),
    );
    await page.goto('/');
    // Until the words of its language are there, there is no form to type in.
    await expect(page.locator('#pin')).toBeVisible();
    await page.locator('#pin').pressSequentially(game.pin);
    await expect(page.locator('#name')).toBeFocused();
    await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${locale.slice(0, 2)}`));
    await page.waitForLoadState('networkidle');
    // Nothing gets through from here on: whatever is asked for now is for later, and the seat is taken without it.
    await page.route('**/*', route => route.abort());
    await page.locator('#name').fill('Ada');
    await page.keyboard.press('Enter');
    expect(JSON.parse(await sent)).toMatchObject({ type: 'join', pin: game.pin, nickname: 'Ada' });
    const all = fetched.join('\n');
    expect(all).toContain('/api/join/');
    expect(scripts, all).toBeGreaterThan(5_000);
    expect(scripts, all).toBeLessThanOrEqual(LIMIT.js);
    expect(total, all).toBeLessThanOrEqual(LIMIT.total);
    await context.close();
  });
}
