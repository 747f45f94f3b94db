import type { CountedPoint, Kind } from '../../protocol';
import { quantity } from '../../ui/numbers';
import { isScored } from '../../ui/scored';
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
  /** Of the seat; older instances do not tell. */
  id?: string;
  rank: number;
  nickname: string;
  /** Who it is, where players were asked. */
  identity?: string;
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
    quizId?: string;
    /** When it goes by itself, where it does. */
    keptUntil?: number;
    players: number;
  };
  /** Only where there are several. */
  rounds?: { title: string; questions: number }[];
  /** Scores were carried from round to round; else places count. */
  carry?: boolean;
  questions: QuestionReport[];
  players: PlayerReport[];
}

// ---- what it says about people and questions

/** The share of a question that was right on average, below which it was hard, and below which it was not easy. */
export const HARD = 0.4;
export const EASY = 0.75;
export type Difficulty = 'hard' | 'medium' | 'easy';

/** How hard a question was for those who answered it; null where nobody did, or nobody could be right. */
export function difficultyOf({ asked, voided, answers, fraction }: QuestionReport): Difficulty | null {
  if (!asked || voided || answers === 0 || fraction === undefined) return null;
  return fraction < HARD ? 'hard' : fraction < EASY ? 'medium' : 'easy';
}

/** Fewer scored questions say nothing about anybody. */
export const FEWEST_ASKED = 3;
/** Whoever got less of the scored questions right may need help. */
export const HELP_BELOW = 0.5;

/** Questions whose answers count for or against somebody. */
export const counting = (questions: readonly QuestionReport[]) =>
  questions.filter(({ asked, voided, kind }) => asked && !voided && isScored(kind));

/** What part of the scored questions a player got right; what was not answered was not right. */
export function rightPart(player: PlayerReport, questions: readonly QuestionReport[]): number {
  const asked = counting(questions);
  if (asked.length === 0) return 0;
  const got = asked.map(({ index }) => player.answers.find(it => it.question === index)?.fraction ?? 0);
  return got.reduce((sum, part) => sum + part, 0) / asked.length;
}

export const silent = (players: readonly PlayerReport[]) =>
  players.filter(({ answers }) => answers.length === 0);

/** Who took part and got less than half right, the least first. */
export function needHelp(
  players: readonly PlayerReport[],
  questions: readonly QuestionReport[],
): PlayerReport[] {
  if (counting(questions).length < FEWEST_ASKED) return [];
  return players
    .filter(player => player.answers.length > 0)
    .map(player => ({ player, part: rightPart(player, questions) }))
    .filter(({ part }) => part < HELP_BELOW)
    .sort((a, b) => a.part - b.part)
    .map(({ player }) => player);
}

/** The same question of another game of the quiz, which may have been changed meanwhile. */
export function twin(
  question: QuestionReport,
  others: readonly QuestionReport[],
): QuestionReport | undefined {
  const same = others.filter(({ kind, text }) => kind === question.kind && text === question.text);
  return same.find(({ index }) => index === question.index) ?? same[0];
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
