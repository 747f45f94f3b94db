/** Every phase on every width, filled with as much as a quiz may hold: nothing is wider than its page, and what is to be pressed is in view. */
import { expect, type Page, test } from '@playwright/test';
import type { PlayState, ScreenState } from '../src/protocol';
import { PHASES, shown } from './every-page';
import { fakeGame, golden, seated } from './fake-game';
import { asked, counted, drawPictures, KINDS, shown as open, told } from './kind-states';

const VIEWPORTS = [
  [320, 568],
  [360, 740],
  [390, 844],
  [740, 360],
  [1024, 768],
  [1280, 800],
] as const;
const SENTENCES: Record<string, string> = {
  'en-GB': 'Which of these, with the Donaudampfschifffahrtsgesellschaft among them, is the longest of all? ',
  'ar-EG': 'أي من هذه الأنهار، مع كل ما يصب فيها من روافد كبيرة وصغيرة، هو الأطول على الإطلاق؟ ',
};
const NAME = 'W'.repeat(24);

/** Long texts in place of those of a golden state. */
function filled<S extends PlayState | ScreenState>(state: S, sentence: string): S {
  const long = (length: number) => sentence.repeat(12).slice(0, length);
  const eight = (one: object[] | undefined) =>
    one &&
    Array.from({ length: 8 }, (_, i) => ({
      ...one[0],
      id: `c${i}`,
      text: textless(one) ? '' : `${i + 1} ${long(118)}`,
    }));
  const textless = ([first]: { text?: string }[]) => first?.text === '';
  const copy = structuredClone(state) as unknown as Record<string, unknown> & {
    question?: Record<string, unknown>;
    top?: { nickname: string; score: number }[];
  };
  const { question } = copy;
  if (question) {
    question.text = long(500);
    if (question.labels) question.labels = [long(40), long(40)];
    if (question.explanation) question.explanation = long(500);
    if (question.kind !== 'true-false' && question.choices)
      question.choices = eight(question.choices as object[]);
    if (question.items) question.items = eight(question.items as object[]);
    if (Array.isArray(question.correct) && question.kind !== 'text')
      question.correct = question.kind === 'order' ? [...'01234567'].map(i => `c${i}`) : ['c0', 'c1'];
    if (question.kind === 'text' && question.correct) question.correct = [long(120)];
  }
  if ('title' in copy) copy.title = long(120);
  if (copy.top)
    copy.top = copy.top.map((row, i) => ({ ...row, nickname: `${NAME.slice(2)}${i}`, score: 99_999 }));
  return copy as unknown as S;
}

const wide = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** The main button of a view, where it has one, lies in what is seen. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector('.view .button-primary');
    if (!button || getComputedStyle(button).visibility === 'hidden') return 0;
    const { top, bottom } = button.getBoundingClientRect();
    const height = visualViewport?.height ?? innerHeight;
    return Math.max(0, -top, bottom - height);
  });

const PLAYED = [
  'lobby.locked',
  'ready.choice.multiple',
  'question.choice',
  'question.choice.multiple',
  'question.true-false',
  'question.poll',
  'question.text',
  'question.number',
  'question.order',
  'question.point',
  'question.scale',
  'question.word-cloud',
  'question.slide',
  'question.paused',
  'reveal.choice',
  'reveal.order',
  'reveal.number',
  'reveal.point',
  'reveal.point.rectangle',
  'reveal.scale',
  'standings.first.teams',
  'finished',
];
const SEEN = [...PHASES, 'question.poll', 'standings.teams'];

const PICTURED = ['pictures', 'picturesAndTexts'] as const;
const played = (sentence: string): [string, PlayState][] => [
  ...PLAYED.map((name): [string, PlayState] => [name, filled(golden(name), sentence)]),
  ...PICTURED.flatMap((name): [string, PlayState][] => [
    [`question.${name}`, filled(asked(KINDS[name]), sentence)],
    [`reveal.${name}`, filled(told(KINDS[name], { choices: ['c0'] }), sentence)],
  ]),
];

for (const [locale, sentence] of Object.entries(SENTENCES)) {
  test(`the phone: ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale, hasTouch: true });
    const page = await context.newPage();
    const game = await fakeGame(page, { name: NAME });
    await drawPictures(page);
    await seated(page);
    await page.goto('/');
    for (const [width, height] of VIEWPORTS) {
      await page.setViewportSize({ width, height });
      for (const [name, state] of played(sentence)) {
        game.show(state);
        await expect(page.locator(`.player[data-phase="${state.phase}"]`)).toBeVisible();
        if (state.phase === 'question')
          await expect(page.locator('.head h1')).toContainText(sentence.slice(0, 20));
        await page.waitForTimeout(60);
        expect.soft(await wide(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
        expect.soft(await hidden(page), `the button of ${name} at ${width}`).toBe(0);
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${locale}-${width}-${name}.png` });
      }
    }
    await context.close();
  });

  test(`the way in: ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale, hasTouch: true });
    const page = await context.newPage();
    await fakeGame(page, { title: sentence.repeat(2).slice(0, 120) });
    for (const [width, height] of VIEWPORTS) {
      await page.setViewportSize({ width, height });
      for (const address of ['/', '/?pin=123456']) {
        await page.goto(address);
        await expect(page.locator(address === '/' ? '#pin' : '#name')).toBeVisible();
        expect.soft(await wide(page), `${address} at ${width}`).toBeLessThanOrEqual(0);
        const button = page.locator('.join-form:not([hidden]) [type=submit]');
        await expect.soft(button, `the button of ${address} at ${width}`).toBeInViewport({ ratio: 1 });
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${locale}-${width}-in${address.length}.png` });
      }
    }
    await context.close();
  });

  test(`the screen: ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    let seq = 0;
    let say = (_state: ScreenState, _type = 'state') => {};
    await page.routeWebSocket(/\/ws\/screen\//, socket => {
      say = (state, type = 'state') =>
        socket.send(JSON.stringify({ type, heartbeatMs: 15_000, serverTime: Date.now(), seq: ++seq, state }));
      say(filled(shown('lobby'), sentence), 'welcome');
    });
    await drawPictures(page);
    await page.goto('/screen#a-link');
    await expect(page.locator('.hall[data-phase=lobby]')).toBeVisible();
    for (const [width, height] of VIEWPORTS) {
      await page.setViewportSize({ width, height });
      for (const [name, state] of [
        ...SEEN.map((name): [string, ScreenState] => [name, filled(shown(name), sentence)]),
        ...PICTURED.flatMap((name): [string, ScreenState][] => [
          [`question.${name}`, filled(open(KINDS[name]), sentence)],
          [`reveal.${name}`, filled(counted(KINDS[name]), sentence)],
        ]),
      ]) {
        say(state);
        await expect(page.locator(`.hall[data-phase="${state.phase}"]`)).toBeVisible();
        await page.waitForTimeout(60);
        expect.soft(await wide(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/screen-${locale}-${width}-${name}.png` });
      }
    }
    await context.close();
  });
}
