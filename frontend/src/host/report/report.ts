import type { CountedPoint, Kind } from '../../protocol';
import { quantity } from '../../ui/numbers';
import type { QuizQuestion } from '../library/quiz';

/** What is not known, or makes no sense for a kind, is absent. */
export interface QuestionReport {
  index: number;
  /** Of its round, from 0; only where there are several. */
  round?: number;
  kind: Kind;
  text: string;
  voided: boolean;
  asked: boolean;
  /** Judged by another key than the one it was played with. */
  regraded?: true;
  answers: number;
  correct?: number;
  /** The mean right fraction, 0 to 1. */
  fraction?: number;
  meanMs?: number;
  tally: Counted[];
  /** Where a picture was pointed at. */
  cells?: CountedPoint[];
  /** As it counts; older instances do not tell. */
  question?: QuizQuestion;
}
/** An answer in the words of the phone; true and false are `true` and `false`. */
export interface Counted {
  /** Of a choice or an item. */
  id?: string;
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
  /** What each round that is over gave. */
  rounds?: number[];
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
  /** Only where there are several. */
  rounds?: { title: string; questions: number }[];
  /** Scores were carried from round to round; else places count. */
  carry?: boolean;
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

export interface TallyLine extends Counted {
  /** Its place among the choices, for colour and shape. */
  place?: number;
  /** The address of its picture. */
  picture?: string | undefined;
  /** What stands for it in the words of the interface. */
  word?: 'true' | 'false' | 'inside' | 'outside';
}

/** How often each answer was given, as a list shows it: the places of a scale from the lowest to the highest. */
export function tallyLines({ kind, question, tally }: QuestionReport): TallyLine[] {
  switch (kind) {
    case 'choice':
    case 'poll': {
      const choices = question && 'choices' in question ? question.choices : [];
      return tally.map((line, place) => ({ ...line, place, picture: choices[place]?.media?.url }));
    }
    case 'true-false':
      return tally.map((line, place) => ({ ...line, place, word: line.text === 'true' ? 'true' : 'false' }));
    case 'point':
      return tally.map(line => ({ ...line, word: line.correct ? 'inside' : 'outside' }));
    case 'scale':
      return scaleLines(tally, question);
    default:
      return tally;
  }
}

function scaleLines(tally: Counted[], question: QuizQuestion | undefined): TallyLine[] {
  const { min, max, labels } = question?.kind === 'scale' ? question : {};
  return tally
    .map(line => ({ ...line, value: Number(line.text) }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, count }) => {
      const label = value === min ? labels?.[0] : value === max ? labels?.[1] : undefined;
      return { text: label ? `${quantity(value)} · ${label}` : quantity(value), count };
    });
}

/** The mean of a scale; null where the tally does not tell of all answers. */
export function meanOf({ kind, tally, answers }: QuestionReport): number | null {
  const told = tally.reduce((sum, { count }) => sum + count, 0);
  if (kind !== 'scale' || told !== answers || told === 0) return null;
  return tally.reduce((sum, { text, count }) => sum + Number(text) * count, 0) / told;
}
