/** One phone's game as signals: what the server says, what was tapped, and what became of it. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Attempt } from '../join/model';
import type { Answer, PlayState, Seat } from '../protocol';
import type { ConnectionState, JoinRequest, Play, PlayEvents, Receipt } from '../transport/types';

export interface Session {
  readonly play: Play;
  readonly link: ReadonlySignal<ConnectionState>;
  /** The server answers, and yet no socket was ever open: this network lets none through. */
  readonly blocked: ReadonlySignal<boolean>;
  readonly seat: ReadonlySignal<Seat | null>;
  /** Null until the first welcome. */
  readonly state: ReadonlySignal<PlayState | null>;
  readonly players: ReadonlySignal<number>;
  /** The last score that is known. */
  readonly score: ReadonlySignal<number | null>;
  /** What was tapped on this page, by question. */
  readonly given: ReadonlySignal<Readonly<Record<number, Answer>>>;
  readonly receipts: ReadonlySignal<Readonly<Record<number, Receipt>>>;
  /** The question that was under way when this seat was taken; -1 when none was. */
  readonly joinedDuring: ReadonlySignal<number>;
  /** For the join form: how the try to take a seat goes. */
  readonly attempt: ReadonlySignal<Attempt>;
  join(request: JoinRequest): void;
  resume(pin?: string): boolean;
  /** False when an answer to this question was given already. */
  answer(question: number, answer: Answer, elapsedMs: number, bell?: boolean): boolean;
}

/** An attempt may fail for many reasons; from here on the network is asked about. */
const FAILED_ATTEMPTS = 2;

/** `reachable` asks the server for anything, without a socket. */
export function createSession(
  connect: (events: PlayEvents) => Play,
  reachable: () => Promise<boolean>,
): Session {
  const link = signal<ConnectionState>({ name: 'idle' });
  const blocked = signal(false);
  const seat = signal<Seat | null>(null);
  const state = signal<PlayState | null>(null);
  const players = signal(0);
  const score = signal<number | null>(null);
  const given = signal<Record<number, Answer>>({});
  const receipts = signal<Record<number, Receipt>>({});
  const joinedDuring = signal(-1);
  const refused = signal<Attempt | null>(null);
  let fresh = false;
  let failed = 0;

  async function look(): Promise<void> {
    const reached = await reachable();
    blocked.value = reached && !play.opened;
  }

  const play = connect({
    onConnection: next => {
      link.value = next;
      if (play.opened) blocked.value = false;
      else if (next.name === 'given-up' || (next.name === 'waiting' && next.retryAt !== null)) {
        if (++failed >= FAILED_ATTEMPTS && !blocked.value) look();
      }
    },
    onSeat: taken => {
      seat.value = taken;
    },
    onState: next =>
      batch(() => {
        // The end was taken back: what came too late for it may be given after all.
        if (state.value?.phase === 'finished') given.value = receipts.value = {};
        if (fresh) joinedDuring.value = 'question' in next ? next.question.index : -1;
        fresh = false;
        if (next.phase === 'question') remember(next.question.index);
        state.value = next;
        if ('players' in next) players.value = next.players;
        score.value = scoreOf(next) ?? score.value;
      }),
    onPlayers: n => {
      players.value = n;
    },
    onReceipt(question, receipt) {
      const { [question]: _unsaid, ...others } = given.value;
      // Nobody pressed "send": what came of it is told only when it counts.
      if (!receipt.bell || receipt.status === 'saved' || receipt.status === 'duplicate')
        set(receipts, question, receipt);
      else given.value = others;
    },
    onRefused: (code, free) => {
      refused.value = { name: 'refused', code, free };
    },
  });

  /** After a reload the answer is only in the outbox, and leaves it when it is acknowledged. */
  function remember(question: number): void {
    const kept = play.pending(question);
    if (kept && !given.value[question]) set(given, question, kept);
  }

  const attempt = computed<Attempt>(() => {
    if (refused.value) return refused.value;
    const { name } = link.value;
    if (link.value.name === 'stopped') return { name: 'stopped', reason: link.value.reason };
    if (name === 'waiting' || name === 'given-up') return { name: blocked.value ? 'blocked' : 'unreachable' };
    return { name: name === 'idle' ? 'idle' : 'busy' };
  });

  return {
    play,
    link,
    blocked,
    seat,
    state,
    players,
    score,
    given,
    receipts,
    joinedDuring,
    attempt,
    join(request) {
      batch(() => {
        refused.value = null;
        given.value = {};
        receipts.value = {};
        fresh = true;
        play.join(request);
      });
    },
    resume: pin => play.resume(pin),
    answer(question, answer, elapsedMs, bell = false) {
      const { [question]: _invalid, ...others } = receipts.value;
      return batch(() => {
        receipts.value = others;
        const taken = play.answer(question, answer, elapsedMs, bell);
        if (taken) set(given, question, answer);
        return taken;
      });
    },
  };
}

function set<T>(table: Signal<Record<number, T>>, question: number, value: T): void {
  table.value = { ...table.value, [question]: value };
}

function scoreOf(state: PlayState): number | undefined {
  if (state.phase === 'reveal') return state.score;
  return 'top' in state ? state.mine.score : undefined;
}
