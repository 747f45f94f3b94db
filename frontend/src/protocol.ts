/**
 * The contract of version 1 between Podium's server and its three pages, and nothing else.
 * Times are epoch milliseconds on the database's clock (`…At`), durations milliseconds (`…Ms`).
 * It grows by optional fields and new `type`s; a reader ignores what it does not know.
 */
export const VERSION = 1;

// ---- questions, as they travel ------------------------------------------------------------------

export type Kind =
  | 'choice'
  | 'true-false'
  | 'poll'
  | 'text'
  | 'word-cloud'
  | 'number'
  | 'scale'
  | 'order'
  | 'point'
  | 'slide';

/** Markdown with TeX between dollars, in texts, explanations, choices and items. Absent: plain. */
export type Format = 'markdown';

export interface Media {
  url: string;
  kind?: 'image' | 'audio' | 'video';
  alt?: string;
  id?: string;
  width?: number;
  height?: number;
  /** A small rendition. */
  phone?: { url: string; width: number; height: number };
}
export interface Choice {
  id: string;
  /** Empty where a picture says it all, or where phones show shapes and places only. */
  text: string;
  media?: Media;
  /** Only with true-false. */
  value?: boolean;
}
/** The text is for clients without words of their own: each page says true and false in its reader's language. */
export type Verdict = Choice & { value: boolean };
export interface Item {
  id: string;
  text: string;
}

/** What is known of a question while it gets ready: all but what one answers with. */
export interface Preview {
  index: number;
  total: number;
  kind: Kind;
  format?: Format;
  text: string;
  media?: Media;
  points: number;
  /** 0: none. */
  timeLimitMs: number;
  /** Only with choice. */
  multiple?: boolean;
}

interface Asked<K extends Kind> extends Preview {
  kind: K;
}
/** `C` is the shape of `correct`, which is there only at the reveal (a host has it earlier). */
interface Keyed<C> {
  correct?: C;
  explanation?: string;
}
export type ChoiceQuestion = Asked<'choice'> & Keyed<string[]> & { choices: Choice[]; multiple: boolean };
export type TrueFalseQuestion = Asked<'true-false'> & Keyed<string[]> & { choices: Verdict[] };
export type PollQuestion = Asked<'poll'> & Keyed<never> & { choices: Choice[] };
export type TextQuestion = Asked<'text'> & Keyed<string[]> & { maxLength: number };
export type WordCloudQuestion = Asked<'word-cloud'> & Keyed<never> & { maxLength: number };
export type NumberQuestion = Asked<'number'> & Keyed<{ value: number; tolerance: number }> & Range;
export type ScaleQuestion = Asked<'scale'> & Keyed<never> & Range & { labels?: string[] };
export type OrderQuestion = Asked<'order'> & Keyed<string[]> & { items: Item[] };
export type PointQuestion = Asked<'point'> & Keyed<Region>;
export type SlideQuestion = Asked<'slide'> & Keyed<never>;
interface Range {
  min: number;
  max: number;
  step: number;
  unit?: string;
}
/** In 0..1 of the picture's width and height; `r` is of its width. A picture of unknown size counts as square. */
export type Region =
  | { shape: 'circle'; x: number; y: number; r: number }
  | { shape: 'rectangle'; x: number; y: number; width: number; height: number };
export type Question =
  | ChoiceQuestion
  | TrueFalseQuestion
  | PollQuestion
  | TextQuestion
  | WordCloudQuestion
  | NumberQuestion
  | ScaleQuestion
  | OrderQuestion
  | PointQuestion
  | SlideQuestion;

export type Answer =
  | { choices: string[] }
  | { text: string }
  | { number: number }
  | { order: string[] }
  | { point: [number, number] };

export type CountedChoice = { id: string; count: number };
export type CountedText = { text: string; count: number };
export type CountedRange = { from: number; to: number; count: number };
export type CountedPoint = { x: number; y: number; count: number };
/** By kind: choices, true-false, poll and order count ids; text and word cloud texts; number and scale ranges. */
export type Tally = CountedChoice[] | CountedText[] | CountedRange[] | CountedPoint[];

// ---- states -------------------------------------------------------------------------------------

export interface Row {
  rank: number;
  nickname: string;
  score: number;
  delta?: number;
  moved?: number;
  /** Between rounds, and at the end of several: what each that is over gave. */
  rounds?: number[];
}
export interface TeamRow {
  rank: number;
  id?: string;
  /** Which of the game's teams it is, from 0: its colour and shape everywhere. */
  place?: number;
  name: string;
  score: number;
  delta?: number;
}
export interface Seat {
  id: string;
  nickname: string;
  team?: string;
  /** In rosters for hosts: it has still to be let in, or its player is gone. */
  waiting?: true;
  left?: true;
  /** Percent of more time for each question, which nobody else is told. */
  extra?: number;
  /** Who it is, where hosts ask for that. */
  identity?: string;
}

export type Theme = 'hall' | 'paper' | 'velvet' | 'arcade' | 'meadow';
export interface Look {
  theme: Theme;
  /** `#rrggbb`, where the theme's own is not wanted. */
  accent?: string;
  /** The address of a picture. */
  logo?: string;
  /** The address of what is heard in the lobby. */
  sound?: string;
}
/** Who sees ranks before the end: all (where it is absent), each player the own place, nobody. */
export type Ranks = 'own' | 'hidden';
export interface Facts {
  /** `right` is a part of all answers, 0 to 1. */
  hardest?: { index: number; text: string; format?: Format; right: number };
  /** Right answers in a row. */
  streak?: { nickname: string; length: number };
}

/** May stand beside any phase. */
interface Beside {
  /** Of the quiz, as a BCP 47 tag; absent where its author named none. */
  language?: string;
  /** To watchers, where it is played for practice. */
  rehearsal?: true;
  paused?: true;
  /** Instead of `opensAt` and `closesAt`, while paused. */
  remainingMs?: number;
  locked?: true;
  /** Which quiz of the evening it is, where there are several; `index` counts from 0. */
  round?: { index: number; total: number; title: string };
  /** In lobbies and welcomes; absent for the usual one. */
  look?: Look;
}
export type Lobby = Beside & {
  phase: 'lobby';
  title: string;
  players: number;
  teams?: { id: string; name: string }[];
};
export type Ready = Beside & { phase: 'ready'; question: Preview; opensAt?: number };
/** `opensAt` and `closesAt` are absent while paused; a slide, and a question without a limit, never has `closesAt`. */
export type Open = Beside & { phase: 'question'; question: Question; opensAt?: number; closesAt?: number };
export type Reveal = Beside & {
  phase: 'reveal';
  question: Question;
  voided?: true;
  /** The key was mended, or the question taken out, after it was revealed. */
  regraded?: true;
  players: number;
  answered?: number;
  ranks?: Ranks;
};
/** Nobody is in `top` where ranks are not shown. */
export type Standings = Beside & {
  phase: 'standings';
  top: Row[];
  players: number;
  teams?: TeamRow[];
  ranks?: Ranks;
};
/** Between two rounds. */
export type Break = Beside & {
  phase: 'break';
  /** Of the round that is over. */
  title: string;
  /** Absent without a clock, and while paused. */
  until?: number;
  next?: { title: string };
  top: Row[];
  players: number;
  teams?: TeamRow[];
  ranks?: Ranks;
};
export type Finished = Beside & {
  phase: 'finished';
  top: Row[];
  players: number;
  teams?: TeamRow[];
  ranks?: Ranks;
};

/** The next better score. */
export interface Ahead {
  nickname: string;
  by: number;
}

export interface MyResult {
  answer?: Answer;
  /** True exactly when the fraction is 1; null where nothing is scored. */
  correct: boolean | null;
  fraction: number;
  /** With the streak's bonus: the score before plus these points is the score now. */
  points: number;
  elapsedMs?: number;
  streak: number;
}
/** A host has still to let this player in. */
export type Waiting = Beside & { phase: 'waiting' };
export type PlayState =
  | Waiting
  /** `team`: one's own, which may have been dealt anew. */
  | (Lobby & { team?: string })
  | Ready
  | (Open & { mine?: { answer: Answer; status: 'saved' } })
  | (Reveal & { mine: MyResult; score: number; rank: number; ahead?: Ahead })
  | (Standings & { mine: { score: number; rank: number; ahead?: Ahead } })
  | (Break & { mine: { score: number; rank: number; ahead?: Ahead } })
  | (Finished & { mine: { score: number; rank: number; correct: number; total: number } });

/** The way in: after the lobby as long as one can join. */
export interface Door {
  pin: string;
  joinUrl: string;
}
export type ScreenState =
  | (Lobby & Door & { roster: Seat[] })
  | (Ready & Partial<Door>)
  | (Open & Partial<Door>)
  | (Reveal & Partial<Door> & { tally?: Tally })
  | (Standings & Partial<Door>)
  | (Break & Partial<Door>)
  | (Finished & { facts?: Facts });

/** A host sees what a screen sees, whole questions with their keys from the start, and what comes next (if anything). */
export type HostState = (Exclude<ScreenState, Ready> | (Omit<Ready, 'question'> & { question: Question })) & {
  next?: Question & { notes?: string };
  /** Its author's, for this question. */
  notes?: string;
  /** By whose hand the game came to this state; absent where by a clock's. */
  did?: Did;
  /** All of the evening, where there are several. */
  rounds?: { title: string; questions: number }[];
  /** The game goes on by itself. */
  automatic?: true;
};

/** `by` is the id of a host or of a remote; a remote has no name. */
export interface Did {
  what: string;
  by: string;
  name?: string;
}
/** How a player's phone is doing. */
export interface Phone {
  id: string;
  connected: boolean;
  /** Its round trip. */
  lagMs?: number;
  answered: boolean;
}

export type Phase = PlayState['phase'];

// ---- both ways ----------------------------------------------------------------------------------

interface Stamped<S> {
  seq: number;
  serverTime: number;
  state: S;
}
export type State<S> = Stamped<S> & { type: 'state' };
export type Pong = { type: 'pong'; t: number; serverTime: number };
export type Ping = { type: 'ping'; t: number };
export type Bye = { type: 'bye'; code: number; reconnectInMs?: number };
/** `suggestion` is a free nickname, where the wanted one is taken. */
export type Failure = { type: 'error'; code: string; message?: string; id?: string; suggestion?: string };
/** To watchers, in an open question, with how many of how many have answered. */
export type Watching<S> = Stamped<S> & {
  type: 'welcome';
  heartbeatMs: number;
  look?: Look;
  answered?: number;
  players?: number;
};

// ---- /ws/play -----------------------------------------------------------------------------------

export type Join = {
  type: 'join';
  pin: string;
  nickname: string;
  /** Made and stored before it is sent: the same key in the same game is the same seat. */
  key: string;
  team?: string;
  /** What a link carries that a host has made for one player. */
  invite?: string;
  /** What another phone showed, whose seat this one is to have. */
  handover?: string;
  /** Where the host asks who one is: 1 to 100 characters. */
  identity?: string;
  /** Absent means 1. */
  v?: typeof VERSION;
};
export type Resume = { type: 'resume'; ticket: string; n?: number; v?: typeof VERSION };
export type SendAnswer = {
  type: 'answer';
  id: string;
  question: number;
  answer: Answer;
  elapsedMs?: number;
  /** It stood in the pad when the time was up. */
  bell?: true;
};
export type PlayOut = Join | Resume | SendAnswer | Ping | { type: 'leave' };

export type PlayWelcome = Watching<PlayState> & { player: Seat; ticket: string };
export type AckStatus = 'saved' | 'duplicate' | 'late' | 'early' | 'invalid';
export type AnswerAck = {
  type: 'ack';
  id: string;
  question: number;
  status: AckStatus;
  /** With `duplicate`: the stored answer, which is the one to show. */
  answer?: Answer;
};
export type LobbyProgress = { type: 'progress'; players: number };
export type PlayIn = PlayWelcome | State<PlayState> | AnswerAck | LobbyProgress | Pong | Failure | Bye;

/** No seat: the socket stays open for another `join`, but after `game-full` it is closed. */
export type JoinErrorCode =
  | 'nickname-taken'
  | 'nickname-invalid'
  | 'nickname-refused'
  | 'team-unknown'
  | 'team-full'
  | 'game-full'
  | 'invite-unknown'
  | 'handover-unknown'
  | 'identity-needed';

// ---- /ws/host/{gameId} and /ws/screen/{token} ---------------------------------------------------

export type Progress = { type: 'progress'; answered: number; players: number };
/** `hosts`: how many steer, this page among them. */
export type HostProgress = Progress & { hosts?: number };
/** How an unscored question stands while it is open. */
export type LiveTally = { type: 'tally'; question: number; tally: Tally };
/** A change to the last full one; with `full`, all that are in. */
export type RosterChange = {
  type: 'roster';
  players: number;
  joined: Seat[];
  left: string[];
  full?: true;
};
/** To those who steer, every two seconds where something has changed; not in large halls. */
export type Phones = { type: 'phones'; screens: number; phones: Phone[] };
export type ScreenIn =
  | Watching<ScreenState>
  | State<ScreenState>
  | Progress
  | LiveTally
  | RosterChange
  | Pong
  | Failure
  | Bye;
export type ScreenOut = Ping;

/** Refused as `stale` unless `seq` is the game's. */
export type OrderedCommand =
  | { do: 'advance' | 'onward' | 'close' | 'pause' | 'continue' | 'skip' | 'end'; seq: number }
  | { do: 'extend'; ms: number; seq: number };
/** What a host says about a revealed question: `correct`, in the shape of the reveal, replaces; `accept` adds. */
export type Regrade =
  | { void: true }
  | { correct: string[] | { value: number; tolerance: number } | Region }
  | { accept: string[] };
/** What was wrong is put right: a key, a skip, an end. And the answer is looked at once more. */
export type Correction =
  | ({ do: 'regrade'; question: number; seq?: number } & Regrade)
  | { do: 'ungrade'; question: number; seq?: number }
  | { do: 'restore' | 'back'; seq?: number }
  /** Another quiz follows on the last, also for an hour after the end. */
  | { do: 'append'; quizId: string; seq?: number };
export type FreeCommand =
  | { do: 'lock' | 'unlock'; seq?: number }
  | { do: 'kick' | 'release' | 'admit'; player: string; seq?: number }
  | { do: 'admit-all' | 'draw'; seq?: number }
  | { do: 'extra'; player: string; percent: number; seq?: number }
  /** Takes a typed text off all tallies, and brings it back. */
  | { do: 'hide' | 'unhide'; question: number; text: string; seq?: number }
  | Correction;
export type Command = OrderedCommand | FreeCommand;
export type SendCommand = { type: 'command'; id: string } & Command;
export type CommandAck = {
  type: 'ack';
  id: string;
  status: 'done' | 'refused';
  reason?: string;
  seq: number;
};
export type HostIn =
  | Watching<HostState>
  | State<HostState>
  | CommandAck
  | HostProgress
  | Phones
  | LiveTally
  | RosterChange
  | Pong
  | Failure
  | Bye;
export type HostOut = SendCommand | Ping;

// ---- close codes --------------------------------------------------------------------------------

export const CloseCode = {
  draining: 4001,
  slow: 4002,
  silent: 4003,
  flooded: 4004,
  protocol: 4500,
  over: 4501,
  removed: 4502,
  elsewhere: 4503,
  old: 4504,
  ticket: 4505,
  noGame: 4506,
  locked: 4507,
  tries: 4508,
} as const;
