/** What the screen knows, as signals: the game's state as the server last said it, and what comes beside it. */
import { signal } from '@preact/signals';
import type { Progress, RosterChange, ScreenIn, ScreenState, Seat } from '../protocol';
import { browserEnv, socketUrl } from '../transport/env';
import type { ConnectionState, ServerClock } from '../transport/types';
import { createWatch } from '../transport/watch';
import { quizLanguage } from '../ui/content';
import { changed, fromLobby } from './roster';

type Beside = Extract<ScreenIn, Progress | RosterChange>;

export const state = signal<ScreenState | null>(null);
export const link = signal<ConnectionState>({ name: 'idle' });
/** How many have answered the open question. */
export const answered = signal(0);
export const players = signal(0);
/** Oldest first. */
export const roster = signal<Seat[]>([]);

export interface GameLink {
  clock: ServerClock;
  revive(): void;
  close(): void;
}

/** Opens the link of `token` and keeps the signals up to date. */
export function watchGame(token: string): GameLink {
  return createWatch<ScreenState, Beside, never>({
    url: socketUrl(`/ws/screen/${encodeURIComponent(token)}`),
    env: browserEnv(ready => import('../transport/browserSecond').then(({ open }) => ready(open), String)),
    events: {
      onConnection: now => {
        link.value = now;
      },
      onState: show,
      onMessage: hear,
    },
  });
}

/** Takes a whole state; what belongs to another question is forgotten. */
export function show(next: ScreenState): void {
  if (questionOf(state.value) !== questionOf(next) || next.phase !== 'question') answered.value = 0;
  if ('players' in next) players.value = next.players;
  if (next.phase === 'lobby') roster.value = fromLobby(next.roster);
  quizLanguage.value = next.language;
  state.value = next;
}

/** Takes what comes between two states. */
export function hear(message: Beside): void {
  if (message.type === 'progress') {
    answered.value = message.answered;
    players.value = message.players;
  } else if (message.type === 'roster') {
    roster.value = changed(roster.value, message);
    players.value = message.players;
  }
}

function questionOf(known: ScreenState | null): number {
  return known && 'question' in known ? known.question.index : -1;
}
