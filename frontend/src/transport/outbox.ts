/**
 * Answers between the tap and the acknowledgement. Each is kept in storage with the ticket it belongs to, and on this page
 * should storage be cleared, sent on every connection until the server says what became of it, and reported exactly once.
 */
import type { Answer, AnswerAck, PlayState, SendAnswer } from '../protocol';
import { readList, writeList } from './store';
import type { Env, Receipt } from './types';

const NAME = 'podium.outbox';
/** One answer a question can wait at a time; more than a few waiting means nobody will ever ask for them. */
const MOST = 16;

interface Kept {
  id: string;
  ticket: string;
  question: number;
  answer: Answer;
  elapsedMs: number;
  bell?: true;
}

export interface Outbox {
  /** Keeps and sends; false when an answer to this question already waits. */
  put(ticket: string, question: number, answer: Answer, elapsedMs: number, bell: boolean): boolean;
  pending(ticket: string, question: number): Answer | undefined;
  /** A connection is welcomed: everything of this seat goes out again. */
  resend(ticket: string): void;
  acknowledged(ack: AnswerAck): void;
  /** The server could make nothing of the message with this id. */
  refused(id: string): void;
  /** A new state of the game: what came too early may go now. */
  arrived(ticket: string, state: PlayState): void;
  /** The seat is gone: its answers cannot be delivered any more. */
  abandon(ticket: string): void;
  /** Whether an acknowledgement is due on this connection. */
  readonly waiting: boolean;
}

export interface OutboxOptions {
  env: Pick<Env, 'store' | 'uuid'>;
  send(message: SendAnswer): boolean;
  onReceipt(question: number, receipt: Receipt): void;
}

export function createOutbox({ env, send, onReceipt }: OutboxOptions): Outbox {
  const { store } = env;
  /** Sent on this connection and not heard of yet. */
  let due = new Set<string>();
  /** The server said `early`: not to be sent before the question is open. */
  const early = new Set<string>();
  /** Of these answers the server said so again in the state they were sent anew in: it knows better than that state. */
  const tried = new Map<string, PlayState>();
  /** Given on this page, and what it found when it was opened. */
  const given = new Map(readList<Kept>(store, NAME).map(kept => [kept.id, kept]));
  let latest: { ticket: string; state: PlayState } | undefined;

  const all = () => {
    const stored = readList<Kept>(store, NAME);
    const ids = new Set(stored.map(kept => kept.id));
    return [...stored, ...[...given.values()].filter(kept => !ids.has(kept.id))];
  };
  const of = (ticket: string) => all().filter(kept => kept.ticket === ticket);
  const settle = (settled: readonly Kept[], receipt: Receipt) => {
    const ids = new Set(settled.map(kept => kept.id));
    writeList(
      store,
      NAME,
      all().filter(kept => !ids.has(kept.id)),
    );
    for (const { id, question, bell } of settled) {
      forget(id);
      onReceipt(question, bell ? { ...receipt, bell } : receipt);
    }
  };
  const forget = (id: string) => {
    due.delete(id);
    early.delete(id);
    tried.delete(id);
    given.delete(id);
  };
  const deliver = ({ ticket: _mine, ...answer }: Kept) => {
    if (send({ type: 'answer', ...answer })) due.add(answer.id);
  };
  /** What came too early may go now, once in each state. */
  const reconsider = (kept: Kept) => {
    if (!latest || latest.ticket !== kept.ticket || !early.has(kept.id)) return;
    if (tooEarly(kept.question, latest.state) || tried.get(kept.id) === latest.state) return;
    tried.set(kept.id, latest.state);
    early.delete(kept.id);
    deliver(kept);
  };
  const find = (id: string) => all().find(kept => kept.id === id);

  return {
    put(ticket, question, answer, elapsedMs, bell) {
      if (of(ticket).some(kept => kept.question === question)) return false;
      const fresh: Kept = { id: env.uuid(), ticket, question, answer, elapsedMs, ...(bell && { bell }) };
      const list = [...all(), fresh];
      given.set(fresh.id, fresh);
      writeList(store, NAME, list.slice(-MOST));
      for (const lost of list.slice(0, -MOST)) {
        forget(lost.id);
        if (lost.ticket === ticket) onReceipt(lost.question, { status: 'undelivered' });
      }
      deliver(fresh);
      return true;
    },
    pending: (ticket, question) => of(ticket).find(kept => kept.question === question)?.answer,
    resend(ticket) {
      due = new Set();
      for (const kept of of(ticket)) if (!early.has(kept.id)) deliver(kept);
    },
    acknowledged(ack) {
      const kept = find(ack.id);
      if (!kept) return;
      if (ack.status === 'early') {
        due.delete(kept.id);
        early.add(kept.id);
        reconsider(kept);
      } else if (ack.status === 'duplicate') {
        settle([kept], ack.answer ? { status: 'duplicate', answer: ack.answer } : { status: 'duplicate' });
      } else settle([kept], { status: ack.status });
    },
    refused(id) {
      const kept = find(id);
      if (kept) settle([kept], { status: 'invalid' });
    },
    arrived(ticket, state) {
      latest = { ticket, state };
      for (const kept of of(ticket)) reconsider(kept);
    },
    abandon: ticket => settle(of(ticket), { status: 'undelivered' }),
    get waiting() {
      return due.size > 0;
    },
  };
}

/** Whether the server would still refuse an answer to `question`; once it is over, the server says so itself. */
function tooEarly(question: number, state: PlayState): boolean {
  if (state.phase === 'lobby') return true;
  if (state.phase === 'ready') return state.question.index <= question;
  if (state.phase === 'question') {
    return state.question.index < question || (state.question.index === question && state.paused === true);
  }
  return state.phase === 'reveal' && state.question.index < question;
}
