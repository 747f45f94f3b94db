/**
 * A game for one phone, played by the test instead of a server: the page comes from the application, its socket and its
 * question about a PIN come here. How to use it:
 *
 *   const game = await fakeGame(page);           // before page.goto
 *   await game.show(golden('lobby'));            // the state of the game, now and for whoever comes back
 *   game.ack = 'late';                           // what becomes of answers from now on; null: nothing is said
 *   game.refuse = 'nickname-taken';              // the next join is refused
 *   game.cut(4502);                              // closes the socket
 *   game.down = true;                            // no socket stays open any more, until it is false
 *   game.closesInMs = 2_000;                     // the questions shown from now on are open for so long
 *   game.holdMs = 6_000;                         // welcomes wait so long, as where the server waits for its database
 *   game.answers                                 // every `answer` frame there was, repeats too
 *
 * Times of a state are moved so that it opened a second ago (or opens in two, in ready), on this machine's clock.
 */
import { readFileSync } from 'node:fs';
import type { Page, WebSocketRoute } from '@playwright/test';
import type { AckStatus, PlayState, SendAnswer } from '../src/protocol';

const GOLDEN = new URL('../../src/test/resources/golden/', import.meta.url);

/** A golden state by its name, such as `question.choice`. */
export function golden(name: string): PlayState {
  return JSON.parse(readFileSync(new URL(`play.out.state.${name}.json`, GOLDEN), 'utf8')).state;
}

export interface FakeGame {
  ack: AckStatus | null;
  refuse: string | null;
  down: boolean;
  closesInMs: number;
  holdMs: number;
  readonly answers: SendAnswer[];
  /** Of the open question, on this machine's clock; NaN when none is open. */
  readonly closesAt: number;
  /** Frames of a type, as they came. */
  heard(type: string): Record<string, unknown>[];
  show(state: PlayState): void;
  cut(code: number): void;
}

export async function fakeGame(
  page: Page,
  { name = 'Ada', ...invitation }: { name?: string; [field: string]: unknown } = {},
): Promise<FakeGame> {
  const frames: Record<string, unknown>[] = [];
  let socket: WebSocketRoute | undefined;
  let state = golden('lobby');
  let seq = 0;
  let seatOf: { team?: unknown } = {};
  const say = (message: object) => socket?.send(JSON.stringify({ serverTime: Date.now(), ...message }));

  const game: FakeGame = {
    ack: 'saved',
    refuse: null,
    down: false,
    closesInMs: 30_000,
    holdMs: 0,
    get answers() {
      return game.heard('answer') as unknown as SendAnswer[];
    },
    get closesAt() {
      return state.phase === 'question' ? (state.closesAt ?? Number.NaN) : Number.NaN;
    },
    heard: type => frames.filter(frame => frame.type === type),
    show(next) {
      state = timed(next, game.closesInMs);
      seq += 1;
      say({ type: 'state', seq, state });
    },
    cut(code) {
      socket?.close({ code });
      socket = undefined;
    },
  };

  function hear(frame: Record<string, unknown>): void {
    frames.push(frame);
    if (frame.type === 'ping') say({ type: 'pong', t: frame.t });
    else if (frame.type === 'answer' && game.ack) {
      say({ type: 'ack', id: frame.id, question: frame.question, status: game.ack });
    } else if (frame.type === 'join' && game.refuse) {
      say({ type: 'error', code: game.refuse, suggestion: `${frame.nickname} 2` });
      game.refuse = null;
    } else if (frame.type === 'join' || frame.type === 'resume') {
      const player = { id: 'p1', nickname: frame.nickname ?? name, team: frame.team ?? seatOf.team };
      seatOf = player;
      const welcome = () => say({ type: 'welcome', player, ticket: 't1', heartbeatMs: 15_000, seq, state });
      if (game.holdMs > 0) setTimeout(welcome, game.holdMs);
      else welcome();
    }
  }

  await page.route('**/api/join/*', route =>
    route.fulfill({
      json: { title: 'Around the world', phase: 'lobby', joinable: true, language: 'en', ...invitation },
    }),
  );
  // Whoever gets no socket would play on by requests, at the server of the pages, which knows no such game.
  await page.route(/\/api\/play\/(stream|frame)$/, route => route.abort());
  await page.route('**/media/**', route =>
    route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>',
    }),
  );
  await page.routeWebSocket(/\/ws\/play$/, opened => {
    if (game.down) return void opened.close({ code: 1013 });
    socket = opened;
    opened.onMessage(text => hear(JSON.parse(String(text))));
  });
  return game;
}

function timed(state: PlayState, closesInMs: number): PlayState {
  const now = Date.now();
  if (state.paused) return state;
  if (state.phase === 'ready') return { ...state, opensAt: now + 2_000 };
  if (state.phase !== 'question') return state;
  const { closesAt: _golden, ...open } = state;
  const at = { ...open, opensAt: now - 1_000 };
  const untimed = state.question.kind === 'slide' || state.question.timeLimitMs === 0;
  return untimed ? at : { ...at, closesAt: now + closesInMs };
}

/** A phone that has a seat already, as a reload finds it. */
export async function seated(page: Page, pin = '123456'): Promise<void> {
  await page.addInitScript(
    ([name, seats]) => localStorage.setItem(name!, localStorage.getItem(name!) ?? seats!),
    ['podium.seats', JSON.stringify([{ pin, nickname: 'Ada', key: 'k', ticket: 't1', n: 1 }])],
  );
}
