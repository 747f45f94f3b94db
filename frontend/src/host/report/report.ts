import type { Answer, CountedChoice, CountedRange, CountedText, Kind } from '../../protocol';

export interface QuestionReport {
  index: number;
  kind: Kind;
  text: string;
  voided: boolean;
  asked: boolean;
  answers: number;
  correct: number;
  /** The mean right fraction, 0 to 1; null where nothing was scored. */
  fraction: number | null;
  meanMs: number | null;
  tally?: Counted[];
}
/** A choice or item has its words beside its id. */
export type Counted = ((CountedChoice & { text?: string }) | CountedText | CountedRange) & {
  correct?: boolean;
};
export interface PlayerReport {
  rank: number;
  nickname: string;
  team?: string;
  score: number;
  correct: number;
  answers: { question: number; answer?: Answer; fraction?: number; points: number; ms?: number }[];
}
export interface Report {
  game: {
    id: string;
    title: string;
    pin: string;
    createdAt: number;
    finishedAt?: number;
    players: number;
  };
  questions: QuestionReport[];
  players: PlayerReport[];
}
