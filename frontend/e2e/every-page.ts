/**
 * A walk through every page in every phase, in one language, filled with as much as a quiz may hold, for a test that looks at
 * each of them:
 *
 *   await hostPages(page, 'ar', async (name, main) => …);   // `main`: what leads on, where something does
 *   await phonePages(page, 'ar', …);  await screenPages(page, 'ar', …);
 */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { PlayState, ScreenState } from '../src/protocol';
import { openGame } from './cast';
import { fakeGame, golden, seated } from './fake-game';
import { asked, counted, drawPictures, KINDS, shown as open, told } from './kind-states';
import { ANSWERS, filled, LONG, NAME, SENTENCES, TITLE } from './long-texts';

export const LANGUAGES = ['en', 'ar'] as const;
type Language = (typeof LANGUAGES)[number];
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

export type Look = (name: string, main?: string) => Promise<void>;

export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\W+/g, '-')}.png` });
}

const speak = (page: Page, code: string) =>
  page.addInitScript(language => localStorage.setItem('podium.language', language), code);

export async function hostPages(page: Page, code: Language, look: Look): Promise<void> {
  await page.setViewportSize(DESK);
  await speak(page, code);
  await drawPictures(page);
  const title = `${code} ${TITLE}`.slice(0, 120).trim();
  const order = { ...LONG, kind: 'order', choices: undefined, items: ANSWERS.map(it => it.text) };
  const settings = { countdownMs: 10_000, teams: ['Red', 'Blue'], approval: true };
  const game = await openGame(page.request, [LONG, order, ...RARE], settings, title);
  const quizzes: { id: string; title: string }[] = await (await page.request.get('/api/quizzes')).json();
  const quiz = quizzes.find(it => it.title === title)!.id;
  // Wider than its card.
  const formula = { kind: 'slide', format: 'markdown', text: `$${'x^2 + '.repeat(20)} 1 = 0$` };
  const set = await page.request.post('/api/quizzes', { data: { title: 'Formula', questions: [formula] } });
  expect(set.status()).toBe(201);
  const seen = async (name: string, main?: string) => {
    await expect(page.locator(main ?? 'h1').first()).toBeVisible();
    await look(`${code} ${name}`, main);
    await page.setViewportSize(DESK);
  };
  const open = async (name: string, address: string, main?: string) => {
    await page.goto('about:blank');
    await page.goto(address);
    await seen(name, main);
  };
  const next = async (phase: string) => {
    await page.locator('.big-button:not([aria-disabled])').click();
    await expect(page.locator('.now')).toHaveAttribute('data-phase', phase);
    await expect(page.locator('.big-button.settling')).toHaveCount(0);
  };
  await open('library', '/host#/', '.page-tools .button-primary');
  await page.locator('.quiz-actions .menu-button').first().click();
  await page.locator('.menu-items:popover-open button').nth(3).click();
  await seen('share', 'dialog[open] .button');
  await open('trash', '/host#/trash');
  await open('look', `/host#/quizzes/${quiz}/look`, '.page-tools .button-primary');
  await open('games', '/host#/games', '.running .button-primary');
  const ways = { password: true, provider: SENTENCES[code].slice(0, 40), linked: false };
  await page.route('**/api/account/ways', route => route.fulfill({ json: ways }));
  await open('account', '/host#/account');
  await open('hosts', '/host#/hosts');
  await open('editor', `/host#/quizzes/${quiz}`, '.editor-do .button-primary');
  for (const [at, { kind }] of RARE.entries()) {
    await page
      .locator('.row-open')
      .nth(2 + at)
      .click();
    await seen(`editor ${kind}`, '.editor-do .button-primary');
  }
  for (const [at, name] of ['editor preview', 'editor versions'].entries()) {
    await page
      .locator('.editor-do > .icon-button')
      .nth(3 + at)
      .click();
    await expect(page.locator('.back-link')).toBeVisible();
    await seen(name, at === 0 ? '.page-tools .button-primary' : undefined);
    await page.locator('.back-link').click();
  }
  await page.locator('.list-tools .button').first().click();
  await page.locator('.row-pick').first().click();
  await seen('editor bulk', '.editor-do .button-primary');
  await open('launch', `/host#/quizzes/${quiz}/launch`, '.launch-do .button-primary');
  await page.locator('.launch-rounds > .button').click();
  await expect(page.locator('.add-quiz-one').first()).toBeVisible();
  await seen('choose quiz', 'dialog[open] .add-quiz-one');
  await open('lobby', game.host, '.big-button');
  const player = await page.context().newPage();
  await player.goto(`/?pin=${game.pin}`);
  await player.locator('#name').fill(NAME);
  await player.locator('[data-part=seat] [type=submit]').click();
  await expect(page.locator('.door-seat')).toBeVisible();
  await seen('door', '.big-button');
  await page.locator('.door-head .button').click();
  await page.locator('[data-seat]').click();
  await page.locator('.seat-move .button').click();
  await expect(page.locator('.seat-move .qr')).toBeVisible();
  await page.locator('.invite summary').click();
  await page.locator('.invite .button').first().click();
  await expect(page.locator('.invite .qr')).toBeVisible();
  await seen('seat', '.big-button');
  await player.close();
  for (const panel of ['.next', '.crew']) await page.locator(`${panel} > summary`).click();
  await page.getByRole('button', { name: STEER[code] }).click();
  await expect(page.locator('.crew .crew-link .qr')).toBeVisible();
  await seen('crew', '.big-button');
  const remote = await (await page.request.post(`/api/games/${game.id}/remotes`)).json();
  await open('remote', `/host${new URL(remote.url).hash}`, '.big-button');
  await open('lobby again', game.host, '.big-button');
  await next('ready');
  await page.locator('.small-buttons .button').first().click();
  await expect(page.locator('.tag-note')).toBeVisible();
  await seen('ready', '.big-button');
  await next('ready');
  await expect(page.locator('.now')).toHaveAttribute('data-phase', 'question', { timeout: 60_000 });
  await seen('question', '.big-button');
  await next('reveal');
  await seen('reveal', '.big-button');
  await next('standings');
  await seen('standings', '.big-button');
  await page.locator('.end-button').click();
  await seen('end', 'dialog[open] .button-danger');
  await page.locator('dialog[open] .button-danger').click();
  await expect(page.locator('.now')).toHaveAttribute('data-phase', 'finished');
  await seen('finished', '.big-button');
  await open('report', `/host#/games/${game.id}/report`, '.page-tools .button-primary');
  await page.request.delete(`/api/games/${game.id}`);
  await page.request.delete(`/api/quizzes/${quiz}`);
  await page.request.delete(`/api/quizzes/${(await set.json()).id}`);
  await page.context().clearCookies();
  await open('sign-in', '/host', '[type=submit]');
  const byProvider = { needed: false, demo: false, provider: SENTENCES[code].slice(0, 40) };
  await page.route('**/api/setup', route => route.fulfill({ json: byProvider }));
  await open('sign-in by a provider', '/host?sign-in=taken', '[type=submit]');
  await page.route('**/api/setup', route => route.fulfill({ json: { needed: true, demo: false } }));
  await open('set-up', '/host', '[type=submit]');
  const invited = { email: 'grace@example.org', role: 'host' };
  await page.route('**/api/invitation', route => route.fulfill({ json: invited }));
  await open('invitation', '/host#/invitation/a-link', '[type=submit]');
  await open('check', '/check');
}

export async function phonePages(page: Page, code: Language, look: Look): Promise<void> {
  await page.setViewportSize(PHONE);
  await speak(page, code);
  const sentence = SENTENCES[code];
  await fakeGame(page, {
    title: sentence.repeat(2).slice(0, 120),
    identify: { label: sentence.repeat(2).slice(0, 80) },
  });
  for (const [name, address, main] of [
    ['PIN', '/', '[data-part=pin] [type=submit]'],
    ['nickname', '/?pin=123456', '[data-part=seat] [type=submit]'],
  ] as const) {
    await page.goto(address);
    await expect(page.locator(main)).toBeVisible();
    await look(`${code} ${name}`, main);
  }
  const game = await fakeGame(page, { name: NAME });
  await drawPictures(page);
  await seated(page);
  await page.setViewportSize(PHONE);
  await page.goto('/');
  const states = [
    ...PLAYED.map((phase): [string, PlayState] => [phase, golden(phase)]),
    ...PICTURED.flatMap((name): [string, PlayState][] => [
      [`question ${name}`, asked(KINDS[name])],
      [`reveal ${name}`, told(KINDS[name], { choices: ['c0'] })],
    ]),
  ];
  for (const [phase, state] of states) {
    game.show(filled(state, sentence));
    await expect(page.locator(`.player[data-phase="${state.phase}"]`)).toBeVisible();
    if (state.phase === 'question')
      await expect(page.locator('.head h1')).toContainText(sentence.slice(0, 20));
    await page.setViewportSize(PHONE);
    const main = (await page.locator('.view .button-primary:visible').count()) > 0;
    await look(`${code} phone ${phase}`, main ? '.view .button-primary' : undefined);
  }
  game.show(filled(golden('lobby'), sentence));
  await page.route('**/api/play/handover', route => route.fulfill({ json: { code: 'x'.repeat(43) } }));
  await page.locator('.bar-move').click();
  await expect(page.locator('.move .qr')).toBeVisible();
  await look(`${code} phone move`, '.move > .button');
  await page.setViewportSize(PHONE);
  await page.locator('.move > .button').click();
  game.cut(4503);
  await expect(page.locator('.stopped')).toBeVisible();
  await look(`${code} phone moved`, '.stopped .button');
}

export async function screenPages(page: Page, code: Language, look: Look): Promise<void> {
  await speak(page, code);
  const sentence = SENTENCES[code];
  let seq = 0;
  let say = (_state: ScreenState, _type?: string) => {};
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    say = (state, type = 'state') =>
      socket.send(JSON.stringify({ type, heartbeatMs: 15_000, serverTime: Date.now(), seq: ++seq, state }));
    say(filled(shown('lobby'), sentence), 'welcome');
  });
  await drawPictures(page);
  await page.goto('/screen#a-link');
  const states = [
    ...SEEN.map((phase): [string, ScreenState] => [phase, shown(phase)]),
    ...PICTURED.flatMap((name): [string, ScreenState][] => [
      [`question ${name}`, open(KINDS[name])],
      [`reveal ${name}`, counted(KINDS[name])],
    ]),
  ];
  for (const [phase, state] of states) {
    say(filled(state, sentence));
    await expect(page.locator(`.hall[data-phase="${state.phase}"]`)).toBeVisible();
    await look(`${code} screen ${phase}`);
  }
}

/** What makes a link for a phone. */
const STEER = { en: 'Steer by phone', ar: 'الإدارة بالهاتف' } as const;

const PICTURED = ['pictures', 'picturesAndTexts', 'formulas'] as const;

/** What is written in fields of its own. */
const RARE = [
  {
    kind: 'choice',
    text: 'Which flag?',
    choices: [{ text: 'This', correct: true }, { media: { url: '/media/flag.png', kind: 'image' } }],
  },
  { kind: 'word-cloud', text: 'Where next?' },
  { kind: 'scale', text: 'How far?', min: 1, max: 7, step: 1, labels: ['next door', 'round the world'] },
  {
    kind: 'point',
    text: 'Where is it?',
    media: { url: '/media/map.png', kind: 'image' },
    region: { shape: 'circle', x: 0.5, y: 0.5, r: 0.1 },
  },
];

/** Golden states of a screen, from the lobby to the end. */
const SEEN = [
  'lobby',
  'ready.choice',
  'question.choice',
  'question.choice.multiple',
  'question.number',
  'question.order',
  'question.poll',
  'question.point',
  'question.scale',
  'question.text',
  'question.word-cloud',
  'question.slide',
  'question.paused',
  'reveal.choice',
  'reveal.number',
  'reveal.order',
  'reveal.point',
  'reveal.scale',
  'reveal.text',
  'reveal.word-cloud',
  'standings',
  'standings.teams',
  'break',
  'break.timeless',
  'finished',
];

/** Golden states of a phone. */
const PLAYED = [
  'lobby',
  'lobby.locked',
  'lobby.team',
  'ready.choice',
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
  'reveal.text',
  'reveal.word-cloud',
  'standings',
  'standings.first.teams',
  'break',
  'break.timeless',
  'finished',
];

/** What a screen shows, by the name of its golden state. */
function shown(name: string): ScreenState {
  const file = new URL(`../../src/test/resources/golden/screen.out.state.${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).state;
}
