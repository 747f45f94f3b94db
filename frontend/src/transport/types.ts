/** The face of the transport: what the three pages code against. Nothing in this folder knows a DOM framework. */
import type { Answer, AnswerAck, Bye, Failure, PlayState, Pong, Seat } from '../protocol';
import type { Cancel } from './page';

export type { Cancel, Env, Hint, Socket, Store } from './page';

// ---- one connection -----------------------------------------------------------------------------

export type ConnectionState =
  | { name: 'idle' }
  | { name: 'connecting' }
  /** `welcomed` once the server has sent the first state on this socket. */
  | { name: 'open'; welcomed: boolean }
  /** `retryAt` is monotonic; null while the page is hidden: nothing is tried then. */
  | { name: 'waiting'; retryAt: number | null }
  /** Five attempts failed: a tap, the network or the page coming back starts afresh. */
  | { name: 'given-up' }
  /** The server said why, and trying again would not help; `reason` is the key to its words. */
  | { name: 'stopped'; code: number; reason: StopReason };

export type StopReason =
  | 'protocol'
  | 'over'
  | 'removed'
  | 'elsewhere'
  | 'old'
  | 'ticket'
  | 'no-game'
  | 'locked'
  | 'tries'
  | 'refused';

/** Server time carried on the monotonic clock. */
export interface ServerClock {
  /** Epoch milliseconds on the database's clock, as well as it is known; NaN before the first message. */
  now(): number;
  /** Milliseconds from now to `at`, negative when it is over; 0 before the first message. */
  until(at: number): number;
  /** Hears that the server's time is known otherwise than before, until the returned function is called. */
  listen(hear: () => void): Cancel;
}

// ---- a player's link: /ws/play ------------------------------------------------------------------

/** What became of an answer that was given; `bell`: it stood in the pad when the time was up. */
export type Receipt = { bell?: true } & (
  | { status: 'saved' }
  /** `answer`: another one, stored before, is what counts and is to be shown. */
  | { status: 'duplicate'; answer?: Answer }
  | { status: 'late' | 'invalid' }
  /** It could not be delivered: the game ended or the seat is gone. */
  | { status: 'undelivered' }
);

export interface PlayEvents {
  onConnection(state: ConnectionState): void;
  /** The seat, after a join or resume. */
  onSeat(seat: Seat): void;
  onState(state: PlayState): void;
  /** More players in the lobby. */
  onPlayers(players: number): void;
  /** Once for each answer that was given to `answer`, now or before a reload. */
  onReceipt(question: number, receipt: Receipt): void;
  /** `nickname-taken` and its like: the socket stays open, call `join` again. */
  onRefused(code: string, suggestion?: string): void;
}

export interface JoinRequest {
  pin: string;
  nickname: string;
  team?: string;
  /** From a link that is for one player. */
  invite?: string;
  /** From the screen of another phone, whose seat it is. */
  handover?: string;
  /** Who one is, for the host alone. */
  identity?: string;
}

export interface Play {
  readonly clock: ServerClock;
  /** False when storage is blocked: say what a reload costs. */
  readonly lasting: boolean;
  /** Whether a socket was ever open: where none was, the network may let none through. */
  readonly opened: boolean;
  /** What this seat is proved with; nobody else is shown it. */
  readonly ticket: string | undefined;
  /** Takes a seat; after a refusal it may be called again. */
  join(request: JoinRequest): void;
  /** Comes back to the stored seat (of `pin`, when given); false when there is none. */
  resume(pin?: string): boolean;
  /** Keeps and sends an answer; false when one to this question is under way already. `bell`: nobody pressed "send". */
  answer(question: number, answer: Answer, elapsedMs: number, bell?: boolean): boolean;
  /** What stands in the pad of a question and was not sent, also before a reload. */
  draft(question: number): Answer | undefined;
  /** Null: nothing does any more. */
  keepDraft(question: number, answer: Answer | null): void;
  /** The answer that is kept and not yet acknowledged, if any: it is not saved yet. */
  pending(question: number): Answer | undefined;
  /** Leaves the game; as long as it runs, the seat is kept for a return. */
  leave(): void;
  /** A button: try again now; also "use it here" after `elsewhere`. */
  revive(): void;
  /** The page is done with this link. */
  close(): void;
}

/** The stored seat, for the join page: a name to greet, a game to go back to. */
export interface StoredSeat {
  pin: string;
  nickname: string;
  team?: string;
  invite?: string;
  handover?: string;
  identity?: string;
  /** Made before the first `join`; the same key in the same game is the same seat. */
  key: string;
  ticket?: string;
  n: number;
  /** Its player gave it up, and may come back. */
  left?: boolean;
}

// ---- a watching link: /ws/host/{gameId} and /ws/screen/{token} ----------------------------------

/** Messages every endpoint has; the transport deals with them. */
export type Common = Pong | Bye | Failure;
export type { AnswerAck };

export interface WatchEvents<S, M> {
  onConnection(state: ConnectionState): void;
  onState(state: S, seq: number): void;
  /** What comes without `seq`: progress, roster, acknowledgements. */
  onMessage(message: M): void;
}

export interface Watch<C> {
  readonly clock: ServerClock;
  /** Whether a socket was ever open: where none was, the network may let none through. */
  readonly opened: boolean;
  /**
   * Sends a command under an id of its own and keeps it over reconnects until it is acknowledged
   * (`onMessage` gets the `ack`). They go in their order. Returns the id; null when too many wait: it is not kept.
   */
  command(command: C): string | null;
  revive(): void;
  close(): void;
}
