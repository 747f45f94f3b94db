import type { Kind } from '../../protocol';

/** What is not known, or makes no sense for a kind, is absent. */
export interface QuestionReport {
  index: number;
  kind: Kind;
  text: string;
  voided: boolean;
  asked: boolean;
  answers: number;
  correct?: number;
  /** The mean right fraction, 0 to 1. */
  fraction?: number;
  meanMs?: number;
  tally: Counted[];
}
/** An answer in the words of the phone; true and false are `true` and `false`. */
export interface Counted {
  text: string;
  count: number;
  correct?: boolean;
}
export interface PlayerReport {
  rank: number;
  nickname: string;
  team?: string;
  score: number;
  correct: number;
  answers: { question: number; answer: string; fraction?: number; points: number; ms: number }[];
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

/** What stands between the cells of a CSV. */
export const SEPARATORS = ['comma', 'semicolon', 'tab'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What a language's Excel expects: where the comma is in the numbers it cannot stand between them. */
export function usualSeparator(language: string): Separator {
  return new Intl.NumberFormat(language).format(1.5).includes(',') ? 'semicolon' : 'comma';
}
