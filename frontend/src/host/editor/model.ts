/** The quiz as it is being written. Pure: every change makes a new draft. */
import type { FieldError } from '../../api';
import type { Common, Option, Quiz, QuizKind, QuizQuestion } from '../library/quiz';
import { CHOICES } from './limits';

/** A question with a name of its own, which stays with it wherever it is moved. */
export interface Entry {
  key: string;
  question: QuizQuestion;
}
export interface Draft {
  title: string;
  description: string;
  language: string;
  entries: Entry[];
}

let last = 0;
const entry = (question: QuizQuestion): Entry => ({ key: `q${++last}`, question });

export const emptyDraft = (language: string): Draft => ({
  title: '',
  description: '',
  language,
  entries: [entry(blank('choice'))],
});

export function fromQuiz(quiz: Quiz): Draft {
  return {
    title: quiz.title,
    description: quiz.description ?? '',
    language: quiz.language ?? '',
    entries: quiz.questions.map(entry),
  };
}

/** What is sent: without the answer boxes at the end that were left empty, and without optional texts that are. */
export function toQuiz(draft: Draft): Quiz {
  return {
    title: draft.title.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    ...(draft.language && { language: draft.language }),
    questions: draft.entries.map(({ question }) => sent(question)),
  };
}

function sent(question: QuizQuestion): QuizQuestion {
  const { explanation, media, ...rest } = question;
  const kept = {
    ...rest,
    ...(explanation?.trim() && { explanation: explanation.trim() }),
    ...(media?.url && { media }),
  } as QuizQuestion;
  switch (kept.kind) {
    case 'choice':
    case 'poll':
      return {
        ...kept,
        choices: withoutEmptyEnd(kept.choices, option => !option.text.trim() && !option.correct),
      };
    case 'order':
      return { ...kept, items: withoutEmptyEnd(kept.items, item => !item.trim()) };
    case 'text':
      return { ...kept, accept: withoutEmptyEnd(kept.accept, word => !word.trim(), 1) };
    case 'number': {
      const { unit, ...number } = kept;
      return { ...number, ...(unit?.trim() && { unit: unit.trim() }) };
    }
    default:
      return kept;
  }
}

function withoutEmptyEnd<T>(list: T[], isEmpty: (it: T) => boolean, least = CHOICES.min): T[] {
  let end = list.length;
  while (end > least && isEmpty(list[end - 1]!)) end--;
  return list.slice(0, end);
}

const option = (text = ''): Option => ({ text, correct: false });

/** A new question of a kind. */
export function blank(kind: QuizKind): QuizQuestion {
  return body({ text: '', timeLimitMs: 20_000, points: 1_000 }, kind, []);
}

/** The same question as another kind; what was written is carried over as far as it fits. */
export function turnInto(question: QuizQuestion, kind: QuizKind): QuizQuestion {
  const { text, media, timeLimitMs, points, explanation } = question;
  const common: Common = {
    text,
    timeLimitMs,
    points,
    ...(media && { media }),
    ...(explanation && { explanation }),
  };
  return body(common, kind, wordsOf(question));
}

function body(common: Common, kind: QuizKind, words: string[]): QuizQuestion {
  const boxes =
    words.length >= CHOICES.min ? words.slice(0, CHOICES.max) : [...words, '', '', '', ''].slice(0, 4);
  const scored = { ...common, points: common.points || 1_000 };
  const unscored = { ...common, points: 0 };
  switch (kind) {
    case 'choice':
      return { ...scored, kind, choices: boxes.map(text => option(text)) };
    case 'poll':
      return { ...unscored, kind, choices: boxes.map(text => ({ text })) };
    case 'true-false':
      return { ...scored, kind, correct: true };
    case 'text':
      return { ...scored, kind, accept: words.length > 0 ? words : [''] };
    case 'number':
      return { ...scored, kind, correct: null, tolerance: 0, min: 0, max: 100, step: 1 };
    case 'order':
      return { ...scored, kind, items: boxes };
    case 'slide':
      return { ...unscored, kind };
  }
}

function wordsOf(question: QuizQuestion): string[] {
  switch (question.kind) {
    case 'choice':
    case 'poll':
      return question.choices.map(({ text }) => text).filter(Boolean);
    case 'order':
      return question.items.filter(Boolean);
    case 'text':
      return question.accept.filter(Boolean);
    default:
      return [];
  }
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  const [it] = rest.splice(from, 1);
  if (it !== undefined) rest.splice(to, 0, it);
  return rest;
}

export const replaced = <T>(list: readonly T[], at: number, it: T): T[] =>
  list.map((old, i) => (i === at ? it : old));
export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

/** Adds a question behind the one with `key`, or at the end. */
export function added(
  draft: Draft,
  question: QuizQuestion,
  key: string | null,
): { draft: Draft; key: string } {
  const at = draft.entries.findIndex(it => it.key === key);
  const fresh = entry(question);
  const entries = [...draft.entries];
  entries.splice(at < 0 ? entries.length : at + 1, 0, fresh);
  return { draft: { ...draft, entries }, key: fresh.key };
}

// ---- what the server minded ---------------------------------------------------------------------

/** `${key} ${path within the question}`, or ` title`; the word for what is wrong. */
export type Mistakes = ReadonlyMap<string, string>;

/** Puts each refused field where it is now: beside its question, wherever that is moved later. */
export function mistakes(errors: FieldError[], draft: Draft): Mistakes {
  const found = new Map<string, string>();
  for (const { field, code } of errors) {
    const [, index, path] = /^questions\[(\d+)\]\.?(.*)$/.exec(field) ?? [];
    const key = index === undefined ? '' : (draft.entries[Number(index)]?.key ?? '');
    const name = `${key} ${index === undefined ? field : path}`;
    if (!found.has(name)) found.set(name, code);
  }
  return found;
}

/** Once a field is touched, what was said about it and about what is inside it is forgotten; no path is the whole question. */
export function forgiven(all: Mistakes, key: string, path: string): Mistakes {
  const name = `${key} ${path}`;
  const inside = path === '' ? [name] : [`${name}[`, `${name}.`];
  const left = [...all].filter(([at]) => at !== name && !inside.some(start => at.startsWith(start)));
  return left.length === all.size ? all : new Map(left);
}

export const hasMistakes = (all: Mistakes, key: string) =>
  [...all.keys()].some(at => at.startsWith(`${key} `));
