/** A player's link: the seat, the answers and the state of one phone, over any number of connections. */
import { type Failure, type PlayIn, type PlayState, type PlayWelcome, VERSION } from '../protocol';
import { createClock } from './clock';
import { createConnection } from './connection';
import { createDraft } from './draft';
import { createOutbox } from './outbox';
import { FRAME_ERRORS, SEAT_LOST } from './policy';
import { createPosition } from './position';
import { createSeats } from './seat';
import type { Message } from './socket';
import type { ConnectionState, Env, JoinRequest, Play, PlayEvents, StopReason } from './types';
import { validState } from './validState';

export interface PlayOptions {
  url: string;
  env: Env;
  events: PlayEvents;
}

export function createPlay({ url, env, events }: PlayOptions): Play {
  const clock = createClock(env);
  const seats = createSeats(env);
  const position = createPosition();
  const draft = createDraft(env.store);
  let pin: string | undefined;
  let ticket: string | undefined;
  let over = false;
  /** A refused name is not tried again by itself. */
  let refused = false;

  const connection = createConnection({
    url,
    env,
    clock,
    persistent: false,
    hello,
    onMessage: message => hear(message as unknown as PlayIn | Message),
    onState: changed,
  });
  const outbox = createOutbox({
    env,
    send: message => welcomed() && connection.send(message),
    onReceipt: events.onReceipt,
  });

  function welcomed(): boolean {
    return connection.state.name === 'open' && connection.state.welcomed;
  }

  function hello(): object | null {
    const seat = pin === undefined ? undefined : seats.of(pin);
    if (!seat || refused) return null;
    if (seat.ticket) return { type: 'resume', ticket: seat.ticket, n: seats.raise(seat.pin), v: VERSION };
    const { n: _n, left: _left, ...wish } = seat;
    return { type: 'join', ...wish, v: VERSION };
  }

  function hear(message: PlayIn | Message): void {
    const known = message as PlayIn;
    if (known.type === 'welcome') welcome(known);
    else if (known.type === 'state') {
      if (position.advance(known.seq)) show(known.state);
    } else if (known.type === 'ack') outbox.acknowledged(known);
    else if (known.type === 'progress') events.onPlayers(known.players);
    else if (known.type === 'error') trouble(known);
    connection.hurry(outbox.waiting);
  }

  function welcome({ player, ticket: given, seq, state }: PlayWelcome): void {
    if (pin === undefined) return;
    ticket = given;
    seats.ticket(pin, given, player.nickname, player.team);
    position.welcome(seq);
    events.onSeat(player);
    outbox.resend(given);
    show(state);
  }

  function show(state: PlayState): void {
    const known = validState(state, true);
    over = known.phase === 'finished';
    events.onState(known);
    if (ticket) outbox.arrived(ticket, known);
  }

  function trouble({ code, id, suggestion }: Failure): void {
    if (id) outbox.refused(id);
    if (FRAME_ERRORS.includes(code) || ticket || pin === undefined) return;
    refused = true;
    seats.forget(pin);
    events.onRefused(code, suggestion);
  }

  function changed(state: ConnectionState): void {
    if (state.name === 'stopped') stopped(state.reason);
    events.onConnection(state);
  }

  function stopped(reason: StopReason): void {
    if (pin === undefined) return;
    if (SEAT_LOST.includes(reason)) {
      if (reason === 'over') seats.forget(pin);
      else seats.dropTicket(pin);
      if (ticket) outbox.abandon(ticket);
      ticket = undefined;
    } else if (!ticket && (reason === 'no-game' || reason === 'locked')) seats.forget(pin);
  }

  function join(request: JoinRequest): void {
    pin = request.pin;
    ticket = undefined;
    refused = false;
    seats.claim(request);
    const { state } = connection;
    if (state.name === 'open' && !state.welcomed) connection.send(hello()!);
    else connection.restart();
  }

  return {
    clock,
    lasting: env.store.lasting,
    get opened() {
      return connection.opened;
    },
    get ticket() {
      return ticket;
    },
    join,
    resume(wanted) {
      const seat = wanted === undefined ? seats.latest() : seats.of(wanted);
      if (!seat) return false;
      seats.hold(seat);
      pin = seat.pin;
      ticket = seat.ticket;
      refused = false;
      connection.restart();
      return true;
    },
    answer(question, answer, elapsedMs, bell = false) {
      if (!ticket) return false;
      const kept = outbox.put(ticket, question, answer, Math.round(elapsedMs), bell);
      draft.set(ticket, question, null);
      connection.hurry(outbox.waiting);
      return kept;
    },
    draft: question => (ticket ? draft.get(ticket, question) : undefined),
    keepDraft(question, answer) {
      if (ticket) draft.set(ticket, question, answer);
    },
    pending: question => (ticket ? outbox.pending(ticket, question) : undefined),
    leave() {
      connection.send({ type: 'leave' });
      connection.close();
      if (pin !== undefined) {
        if (ticket && !over) seats.leave(pin);
        else seats.forget(pin);
      }
      if (ticket) outbox.abandon(ticket);
      pin = ticket = undefined;
    },
    revive: () => connection.revive(),
    close: () => connection.close(),
  };
}
