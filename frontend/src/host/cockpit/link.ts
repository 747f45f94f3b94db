/** A running game as its host has it: what the server says about it, and the commands on their way. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type {
  Command,
  CommandAck,
  Correction,
  Did,
  Failure,
  HostProgress,
  HostState,
  LiveTally,
  Phone,
  Phones,
  RosterChange,
  Tally,
} from '../../protocol';
import type { Ordered } from '../../steering/steer';
import { browserEnv, socketUrl } from '../../transport/env';
import type { ConnectionState, Env, ServerClock } from '../../transport/types';
import { createWatch } from '../../transport/watch';
import { quizLanguage } from '../../ui/content';
import { changed, type Roster } from './roster';

type Heard = CommandAck | HostProgress | Phones | LiveTally | RosterChange | Failure;

export interface CockpitLink {
  readonly game: string;
  readonly clock: ServerClock;
  readonly connection: ReadonlySignal<ConnectionState>;
  /** Whether it ever came through. */
  readonly opened: boolean;
  readonly state: ReadonlySignal<HostState | null>;
  readonly roster: ReadonlySignal<Roster>;
  /** How many screens show it, as far as this page's instance knows. */
  readonly screens: ReadonlySignal<number>;
  /** How many steer, this page among them; 0 before that is known. */
  readonly hosts: ReadonlySignal<number>;
  /** How each phone is doing, by its seat; empty in a large hall. */
  readonly phones: ReadonlySignal<ReadonlyMap<string, Phone>>;
  /** How many have answered the open question. */
  readonly answered: ReadonlySignal<number>;
  /** How an unscored question stands while it is open; null before anything is known. */
  readonly tally: ReadonlySignal<Tally | null>;
  /** Texts that this page has taken off the tally of the present question. */
  readonly hidden: ReadonlySignal<readonly string[]>;
  /** What was pressed and is not acknowledged yet. */
  readonly busy: ReadonlySignal<ReadonlySet<string>>;
  steer(what: Ordered, ms?: number): void;
  /** `done` hears that it has taken effect. */
  set(what: 'lock' | 'unlock', done?: () => void): void;
  hide(what: 'hide' | 'unhide', question: number, text: string): void;
  seat(what: 'kick' | 'release' | 'admit', player: string): void;
  /** Gives a player more time, in percent of each question's limit. */
  grant(player: string, percent: number): void;
  /** Lets in all that wait. */
  admitAll(): void;
  /** Deals the lobby into teams; `done` hears that everybody has one. */
  draw(done: () => void): void;
  correct(what: Correction): void;
  /** Lets another quiz follow on the last. */
  append(quizId: string, done?: () => void): void;
  revive(): void;
  close(): void;
}

/** Whose hands a cockpit is in: the id of a host or, with what its link carries, of a remote. */
export interface Hand {
  id: string;
  remote?: string;
}

/** The remote that a link is of. */
export const handOf = (token: string): Hand => ({ id: token.slice(0, 8), remote: token });

interface Events {
  /** Why a command was refused, or what is wrong with the game; not when it had moved on: the new state says it all. */
  onRefused: (reason: string) => void;
  /** Somebody else who steers the game has done something. */
  onDid?: (did: Did) => void;
}

export function openCockpit(
  game: string,
  { onRefused, onDid }: Events,
  hand: Hand = { id: '' },
  env: Env = browserEnv(),
): CockpitLink {
  const connection = signal<ConnectionState>({ name: 'idle' });
  const state = signal<HostState | null>(null);
  const roster = signal<Roster>({ players: 0, seats: [] });
  const screens = signal(0);
  const hosts = signal(0);
  const phones = signal<ReadonlyMap<string, Phone>>(new Map());
  const answered = signal(0);
  const tally = signal<Tally | null>(null);
  const hidden = signal<readonly string[]>([]);
  const busy = signal<ReadonlySet<string>>(new Set());
  const waiting = new Map<string, { name: string; done: (() => void) | undefined }>();
  let position = 0;
  let asked = -1;

  const showBusy = () => {
    busy.value = new Set([...waiting.values()].map(({ name }) => name));
  };

  function take(next: HostState, seq: number): void {
    // What was done while this page was away is history.
    if (next.did && next.did.by !== hand.id && state.value && seq === position + 1) onDid?.(next.did);
    position = seq;
    batch(() => {
      state.value = next;
      quizLanguage.value = next.language;
      const index = 'question' in next ? next.question.index : -1;
      if (index !== asked) {
        answered.value = 0;
        tally.value = null;
        hidden.value = [];
      }
      asked = index;
      const full = 'roster' in next ? next.roster : roster.value.seats;
      const players = 'players' in next ? next.players : roster.value.players;
      roster.value = { players, seats: full };
    });
  }

  function hear(message: Heard): void {
    switch (message.type) {
      case 'progress':
        answered.value = message.answered;
        hosts.value = message.hosts ?? hosts.value;
        roster.value = { ...roster.value, players: message.players };
        break;
      case 'phones':
        screens.value = message.screens;
        phones.value = new Map(message.phones.map(phone => [phone.id, phone]));
        break;
      case 'tally':
        if (message.question === asked) tally.value = message.tally;
        break;
      case 'roster':
        roster.value = changed(roster.value, message);
        break;
      case 'ack': {
        const command = waiting.get(message.id);
        waiting.delete(message.id);
        showBusy();
        if (message.status === 'done') command?.done?.();
        else if (message.reason !== 'stale') onRefused(message.reason ?? '');
        break;
      }
      case 'error':
        if (message.id && waiting.delete(message.id)) showBusy();
        onRefused(message.code);
        break;
    }
  }

  const watch = createWatch<HostState, Heard, Command>({
    url: socketUrl(
      `/ws/host/${encodeURIComponent(game)}${hand.remote ? `?remote=${encodeURIComponent(hand.remote)}` : ''}`,
    ),
    env,
    events: {
      onConnection: next => {
        connection.value = next;
      },
      onState: take,
      onMessage: hear,
    },
  });

  /** The same button does nothing more until its first press is answered. */
  function send(name: string, command: Command, done?: () => void): void {
    if (busy.value.has(name)) return;
    const id = watch.command(command);
    if (id === null) {
      onRefused('busy');
      return;
    }
    waiting.set(id, { name, done });
    showBusy();
  }

  return {
    game,
    clock: watch.clock,
    get opened() {
      return watch.opened;
    },
    connection,
    state,
    roster,
    screens,
    hosts,
    phones,
    answered,
    tally,
    hidden,
    busy,
    steer(what, ms = 0) {
      send(what, what === 'extend' ? { do: 'extend', ms, seq: position } : { do: what, seq: position });
    },
    set: (what, done) => send('lock', { do: what }, done),
    hide(what, question, text) {
      send(`${what} ${text}`, { do: what, question, text }, () => {
        const others = hidden.value.filter(other => other !== text);
        hidden.value = what === 'hide' ? [...others, text] : others;
      });
    },
    seat: (what, player) => send(`${what} ${player}`, { do: what, player }),
    grant: (player, percent) => send(`extra ${player}`, { do: 'extra', player, percent }),
    admitAll: () => send('admit-all', { do: 'admit-all' }),
    draw: done => send('draw', { do: 'draw' }, done),
    correct: what => send(what.do, what),
    append: (quizId, done) => send('append', { do: 'append', quizId }, done),
    revive: () => watch.revive(),
    close: () => watch.close(),
  };
}
