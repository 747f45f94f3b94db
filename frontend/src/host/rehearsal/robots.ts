/** Robots that play a rehearsal: each has a seat and a connection of its own, by the transport that phones have. */
import { signal } from '@preact/signals';
import type { PlayState, Question } from '../../protocol';
import { browserEnv, socketUrl } from '../../transport/env';
import { createPlay } from '../../transport/play';
import { memoryStore } from '../../transport/store';
import type { Env, Play } from '../../transport/types';
import { guess } from './guess';

/** A browser has so many connections to spare, and a class so many players. */
export const MOST_ROBOTS = 40;
/** Phones open pages one after the other, too. */
const APART_MS = 60;
const SOONEST_MS = 700;
const LATEST_MS = 9_000;
/** Before this the host's page may not know the question yet. */
const LOOK_MS = 300;

/** How many play from this page. */
export const robots = signal(0);
let playing: Play[] = [];

export interface Stage {
  pin: string;
  name: (n: number) => string;
  teams: readonly { id: string }[];
  /** The question that is asked, as the host knows it. */
  question: () => Question | undefined;
}

/** Sends so many more through the door. */
export function summon(count: number, stage: Stage, env: Env = browserEnv()): void {
  const first = playing.length;
  const some = Math.min(count, MOST_ROBOTS - first);
  for (let i = 0; i < some; i++) playing.push(enter(first + i, i * APART_MS, stage, env));
  robots.value = playing.length;
}

/** All are gone, and their connections with them. */
export function dismiss(): void {
  for (const play of playing) play.close();
  playing = [];
  robots.value = 0;
}

function enter(n: number, inMs: number, { pin, name, teams, question }: Stage, env: Env): Play {
  let asked = -1;
  const team = teams.length > 0 ? teams[n % teams.length]!.id : undefined;
  const join = (nickname: string) => play.join({ pin, nickname, ...(team && { team }) });
  const own: Env = { ...env, store: memoryStore(), hidden: () => false, listen: () => () => {} };

  function see(state: PlayState): void {
    if (state.phase !== 'question' || state.mine || state.question.index === asked) return;
    asked = state.question.index;
    const { index } = state.question;
    const left = state.closesAt === undefined ? LATEST_MS : play.clock.until(state.closesAt) - SOONEST_MS;
    const wait = SOONEST_MS + env.random() * Math.max(0, Math.min(LATEST_MS, left) - SOONEST_MS);
    env.after(Math.max(LOOK_MS, wait), () => {
      const known = question();
      const answer = known?.index === index ? guess(known, env.random) : null;
      if (answer) play.answer(index, answer, wait);
    });
  }

  const nothing = () => {};
  const play = createPlay({
    url: socketUrl('/ws/play'),
    env: own,
    events: {
      onConnection: nothing,
      onSeat: nothing,
      onState: see,
      onPlayers: nothing,
      onReceipt: nothing,
      onRefused: (_, free) => free && join(free),
    },
  });
  env.after(inMs, () => playing.includes(play) && join(name(n + 1)));
  return play;
}
