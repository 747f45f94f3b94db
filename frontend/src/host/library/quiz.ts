/** A quiz as the library keeps it. */
import type { Format, Media, Region } from '../../protocol';

export const KINDS = [
  'choice',
  'true-false',
  'text',
  'number',
  'order',
  'point',
  'poll',
  'word-cloud',
  'scale',
  'slide',
] as const;
export type QuizKind = (typeof KINDS)[number];
export const isKind = (word: string): word is QuizKind => (KINDS as readonly string[]).includes(word);

export interface Common {
  format?: Format;
  text: string;
  media?: Media;
  timeLimitMs: number;
  points: number;
  explanation?: string;
  /** For those who steer a game of it alone. */
  notes?: string;
}
export interface Option {
  text: string;
  correct?: boolean;
  media?: Media;
}
export type ChoiceQuestion = Common & { kind: 'choice'; choices: Option[] };
export type TrueFalseQuestion = Common & { kind: 'true-false'; correct: boolean };
/** `accents`: whether `cafe` is right where `café` is. */
export type TextQuestion = Common & { kind: 'text'; accept: string[]; accents?: 'forgive' };
/** A number is null while nothing usable is typed; the server then asks for it. */
export type NumberQuestion = Common & {
  kind: 'number';
  correct: number | null;
  tolerance: number | null;
  min: number | null;
  max: number | null;
  step: number | null;
  unit?: string;
};
export type OrderQuestion = Common & { kind: 'order'; items: string[] };
export type PollQuestion = Common & { kind: 'poll'; choices: Option[] };
/** Null while no place is drawn. */
export type PointQuestion = Common & { kind: 'point'; region: Region | null };
export type CloudQuestion = Common & { kind: 'word-cloud'; maxLength: number | null };
/** `labels`: what the lowest and the highest mean. */
export type ScaleQuestion = Common & {
  kind: 'scale';
  min: number | null;
  max: number | null;
  step: number | null;
  labels?: [string, string];
};
export type SlideQuestion = Common & { kind: 'slide' };
export type QuizQuestion =
  | ChoiceQuestion
  | TrueFalseQuestion
  | TextQuestion
  | NumberQuestion
  | OrderQuestion
  | PointQuestion
  | PollQuestion
  | CloudQuestion
  | ScaleQuestion
  | SlideQuestion;

export interface Quiz {
  id?: string;
  title: string;
  description?: string;
  language?: string;
  questions: QuizQuestion[];
}

export interface QuizSummary {
  id: string;
  title: string;
  description?: string;
  language?: string;
  questions: number;
  kinds: QuizKind[];
  first?: { kind: QuizKind; text: string; format?: Format; media?: Media };
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
  /** Since when it is in the trash. */
  deletedAt?: number;
  folder?: string;
  tags: string[];
  may: 'see' | 'launch' | 'edit' | 'own';
  /** The name of whoever has shared it. */
  owner?: string;
}

/** Where quizzes are, each with how many. */
export interface Places {
  all: number;
  shared: number;
  trash: number;
  folders: Folder[];
  tags: { name: string; quizzes: number }[];
}
export interface Folder {
  id: string;
  parent?: string;
  name: string;
  quizzes: number;
}
