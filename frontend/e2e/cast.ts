/**
 * Who takes part in a game: one host at the desk, one screen, phones. Everything is done as people do it, on the pages;
 * the calls at the end of this file only save the time that another test already spent.
 */
import {
  type APIRequestContext,
  type Browser,
  type Cookie,
  devices,
  expect,
  type Page,
} from '@playwright/test';

export const DEMO = 'Around the world';
/** So many of its stops are played to the end; the others have games of their own. */
const PLAYED = 8;
const ACCOUNT = { email: 'host@podium.local', password: 'podium' };

export type Phase = 'lobby' | 'ready' | 'question' | 'reveal' | 'standings' | 'break' | 'finished';

// ---- the host

/** Signs in with the demo account, by its button. */
export async function signIn(host: Page): Promise<void> {
  await host.goto('/host');
  await host.getByRole('button', { name: 'Use the demo account' }).click();
  await expect(host.getByRole('link', { name: 'Launch' }).first()).toBeVisible();
}

let session: Cookie[] = [];

/** Signs in beside the pages, once for all tests of a worker: of more than 20 sessions a host loses the oldest. */
export async function signedIn(host: Page): Promise<void> {
  await host.context().addCookies(session);
  if (session.length > 0 && (await host.request.get('/api/session')).ok()) return;
  expect((await host.request.post('/api/session', { data: ACCOUNT })).ok()).toBe(true);
  session = await host.context().cookies();
}

/** An admin makes the link by which somebody becomes a host; it leads there on any address. */
export async function invitation(admin: Page, email: string): Promise<string> {
  await admin.goto('/host#/');
  await admin.getByRole('button', { name: 'Account and language' }).click();
  await admin.getByRole('link', { name: 'Hosts' }).click();
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const link = await admin.locator('.once code').textContent();
  expect(link).toContain('/host#/invitation/');
  return `/host${new URL(link!).hash}`;
}

/** Takes an invitation up, on the page that it leads to. */
export async function becomeHost(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByText('Write your first quiz')).toBeVisible();
}

/** Puts a copy of the demo quiz in the library with time enough for the slowest machine. */
export async function demoAtLeisure(host: Page, title: string): Promise<void> {
  const all = await (await host.request.get('/api/quizzes')).json();
  const { id } = all.find((quiz: { title: string }) => quiz.title === DEMO);
  const {
    description,
    language,
    questions: stops,
  } = await (await host.request.get(`/api/quizzes/${id}`)).json();
  const questions = stops.slice(0, PLAYED);
  for (const question of questions) if ('timeLimitMs' in question) question.timeLimitMs = 300_000;
  const reply = await host.request.post('/api/quizzes', {
    data: { title, description, language, questions },
  });
  expect(reply.status(), await reply.text()).toBe(201);
  await host.reload();
}

/** A quiz's card: of a long library only those in sight are drawn, so it is searched for. */
export async function inLibrary(host: Page, title: string) {
  await host.getByRole('searchbox').fill(title);
  return host.getByRole('listitem').filter({ has: host.getByRole('heading', { name: title, exact: true }) });
}

/** From the library to the lobby. */
export async function launch(host: Page, title: string): Promise<void> {
  const card = await inLibrary(host, title);
  await card.getByRole('link', { name: 'Launch' }).first().click();
  await host.getByRole('button', { name: 'Open the lobby' }).click();
  await expect(bigButton(host)).toHaveText(/^Show question 1/);
}

/** The one that always says what it does next. */
export function bigButton(host: Page) {
  return host.locator('.big-button');
}

/** Presses the big button, once it says so. */
export async function press(host: Page, words: string | RegExp): Promise<void> {
  await bigButton(host).filter({ hasText: words }).click();
}

// ---- the screen

/** Opens the screen by the host's button, in a window of its own. */
export async function openScreen(host: Page): Promise<Page> {
  const [screen] = await Promise.all([
    host.waitForEvent('popup'),
    host.getByRole('button', { name: 'Open the screen' }).click(),
  ]);
  return screen;
}

export async function screenShows(screen: Page, phase: Phase): Promise<void> {
  await expect(screen.locator('.hall')).toHaveAttribute('data-phase', phase, { timeout: 20_000 });
}

/** The PIN as the hall reads it. */
export async function pinOn(screen: Page): Promise<string> {
  const digits = screen.locator('.pin-digits');
  await expect(digits).toHaveText(/^\d{6}$/);
  return (await digits.textContent())!;
}

// ---- phones

/** A phone with a browser of its own; `sharpness` is in pixels a CSS pixel. */
export async function phone(browser: Browser, sharpness = 1): Promise<Page> {
  const { viewport, userAgent, isMobile, hasTouch } = devices['Pixel 7'];
  const context = await browser.newContext({
    viewport,
    userAgent,
    isMobile,
    hasTouch,
    deviceScaleFactor: sharpness,
  });
  return context.newPage();
}

/** Takes a seat: by the link of the QR code, or by typing the PIN; on the server under test, or at another address. */
export async function join(player: Page, pin: string, name: string, how: 'link' | 'pin' = 'link', url = '') {
  if (how === 'link') {
    await player.goto(`${url}/?pin=${pin}`);
  } else {
    await player.goto(`${url}/`);
    await player.getByLabel('Game PIN').fill(pin);
  }
  await player.getByLabel('Your nickname').fill(name);
  await player.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(player.locator('.bar-name')).toHaveText(name);
}

export async function phoneShows(player: Page, phase: Phase): Promise<void> {
  await expect(player.locator('.player')).toHaveAttribute('data-phase', phase, { timeout: 20_000 });
}

/** Taps one answer, or several and "send". */
export async function pick(player: Page, ...texts: string[]): Promise<void> {
  await phoneShows(player, 'question');
  for (const text of texts) await player.getByRole('button', { name: text, exact: true }).tap();
  if (texts.length > 1) await player.getByRole('button', { name: 'Send answer' }).tap();
}

export async function type(player: Page, text: string): Promise<void> {
  await phoneShows(player, 'question');
  await player.getByRole('textbox').fill(text);
  await player.getByRole('button', { name: 'Send answer' }).tap();
}

/** Puts the items in `order`, by their buttons. */
export async function arrange(player: Page, order: string[]): Promise<void> {
  await phoneShows(player, 'question');
  const rows = player.locator('.order-text');
  for (const [to, text] of order.entries()) {
    const at = () => rows.allTextContents().then(texts => texts.map(row => row.trim()).indexOf(text));
    for (let from = await at(); from > to; from--) {
      await player.getByRole('button', { name: `Move ${text} up` }).tap();
      await expect(rows.nth(from - 1)).toHaveText(text);
    }
  }
  await player.getByRole('button', { name: 'Send answer' }).tap();
}

/** Presses Tab until what `selector` finds has the focus: no other way is used. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 30; i++) {
    if (await page.evaluate(one => document.activeElement?.matches(one) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

/** Committed: the server has said so. */
export async function saved(player: Page): Promise<void> {
  await expect(player.locator('.status')).toHaveAttribute('data-status', 'saved');
}

/** Players without a page of their own: each answers what `says` at once, question by question. Any page lends its sockets. */
export async function crowd(page: Page, pin: string, says: Record<string, string[]>): Promise<void> {
  await page.evaluate(
    ({ pin, says }) => {
      for (const [nickname, answers] of Object.entries(says)) {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws/play`);
        const send = (frame: object) => socket.send(JSON.stringify(frame));
        socket.onopen = () => send({ type: 'join', pin, nickname, key: `crowd ${nickname}`, v: 1 });
        socket.onmessage = ({ data }) => {
          const { phase, question, mine } = JSON.parse(data).state ?? {};
          if (phase !== 'question' || mine) return;
          const { index, choices } = question;
          const choice = choices.find((it: { text: string }) => it.text === answers[index]);
          const answer = { choices: [choice.id] };
          send({ type: 'answer', id: `${nickname} ${index}`, question: index, answer, elapsedMs: 1_000 });
        };
      }
    },
    { pin, says },
  );
}

// ---- without the desk

export interface Game {
  id: string;
  pin: string;
  /** The address of its screen on the server under test. */
  screen: string;
  /** The address of its cockpit. */
  host: string;
}

/** Opens a lobby with a quiz of its own, and with those that follow on it; the host's page of the same context is signed in by it. */
export async function openGame(
  host: APIRequestContext,
  questions: object[],
  settings: object = {},
  title = 'A quiz of a test',
  follows: { title: string; questions: object[] }[] = [],
): Promise<Game> {
  const call = async (path: string, data: object) => {
    const response = await host.post(path, { data });
    expect(response.status(), `${path}: ${await response.text()}`).toBeLessThan(300);
    return response;
  };
  await call('/api/session', ACCOUNT);
  const quizIds: string[] = [];
  for (const quiz of [{ title, questions }, ...follows]) {
    quizIds.push((await (await call('/api/quizzes', { language: 'en', ...quiz })).json()).id);
  }
  const which = quizIds.length > 1 ? { quizIds } : { quizId: quizIds[0] };
  const game = await (await call('/api/games', { ...which, settings })).json();
  return {
    id: game.id,
    pin: game.pin,
    screen: `/screen${new URL(game.screenUrl).hash}`,
    host: `/host#/games/${game.id}`,
  };
}
