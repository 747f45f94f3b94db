/** What the screen knows, as signals: the game's state as the server last said it, and what comes beside it. */
import { computed, signal } from '@preact/signals';
import type {
  Command,
  CommandAck,
  LiveTally,
  Look,
  Progress,
  RosterChange,
  ScreenIn,
  ScreenState,
  Seat,
  Tally,
} from '../protocol';
import { browserEnv, socketUrl } from '../transport/env';
import type { ConnectionState, ServerClock } from '../transport/types';
import { createWatch } from '../transport/watch';
import { quizLanguage } from '../ui/content';
import { changed, fromLobby } from './roster';

/** What is pressed on a screen. */
export type Pressed = 'advance' | 'onward' | 'close' | 'continue' | 'back';
type Beside = Extract<ScreenIn, Progress | RosterChange | LiveTally>;

export const state = signal<ScreenState | null>(null);
export const link = signal<ConnectionState>({ name: 'idle' });
/** How many have answered the open question. */
export const answered = signal(0);
export const players = signal(0);
/** How an open unscored question stands. */
export const tally = signal<Tally>([]);
/** Oldest first. */
export const roster = signal<Seat[]>([]);
export const look = signal<Look>({ theme: 'hall' });
/** The address of the game's own logo. */
export const logo = computed(() => look.value.logo);

export interface GameLink {
  clock: ServerClock;
  /** Has the game do something; nothing while the last press is on its way. */
  steer(what: Pressed): void;
  revive(): void;
  close(): void;
}

/** Opens the link of `token`, or that of the host of game `steer`, and keeps the signals up to date. */
export function watchGame(token: string, steer: string | null = null): GameLink {
  let position = 0;
  let pressed: string | null = null;
  const watch = createWatch<ScreenState, Beside | CommandAck, Command>({
    url: socketUrl(
      steer ? `/ws/host/${encodeURIComponent(steer)}?view=screen` : `/ws/screen/${encodeURIComponent(token)}`,
    ),
    env: browserEnv(
      ready => !steer && import('../transport/browserSecond').then(({ open }) => ready(open), String),
    ),
    events: {
      onConnection: now => {
        link.value = now;
      },
      onState: (next, seq) => {
        position = seq;
        show(next);
      },
      onMessage: message => {
        if (message.type !== 'ack') hear(message);
        else if (message.id === pressed) pressed = null;
      },
    },
  });
  return {
    clock: watch.clock,
    steer(what) {
      if (pressed === null) pressed = watch.command({ do: what, seq: position });
    },
    revive: () => watch.revive(),
    close: () => watch.close(),
  };
}

/** Takes a whole state; what belongs to another question is forgotten. */
export function show(next: ScreenState): void {
  if (questionOf(state.value) !== questionOf(next)) tally.value = [];
  if (questionOf(state.value) !== questionOf(next) || next.phase !== 'question') answered.value = 0;
  if ('players' in next) players.value = next.players;
  if (next.phase === 'lobby') roster.value = fromLobby(next.roster);
  quizLanguage.value = next.language;
  if (next.look) look.value = next.look;
  state.value = next;
}

/** Takes what comes between two states. */
export function hear(message: Beside): void {
  if (message.type === 'progress') {
    answered.value = message.answered;
    players.value = message.players;
  } else if (message.type === 'tally') {
    if (message.question === questionOf(state.value)) tally.value = message.tally;
  } else if (message.type === 'roster') {
    roster.value = changed(roster.value, message);
    players.value = message.players;
  }
}

function questionOf(known: ScreenState | null): number {
  return known && 'question' in known ? known.question.index : -1;
}
