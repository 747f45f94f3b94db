/** The quiz as it is being written. Pure: every change makes a new draft. */
import type { FieldError } from '../../api';
import type { Format } from '../../protocol';
import {
  type Common,
  isKind,
  KINDS,
  type Option,
  type Quiz,
  type QuizKind,
  type QuizQuestion,
} from '../library/quiz';
import { cleanLine, cleanLines } from './clean';
import { CHOICES } from './limits';
import { once } from './once';
import { readRegion } from './region';

/** A question with a name of its own, which stays with it wherever it is moved. */
export interface Entry {
  key: string;
  question: QuizQuestion;
  /** What it was as other kinds, so that a kind chosen by mistake costs nothing. */
  others?: Partial<Record<QuizKind, QuizQuestion>>;
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
    entries: quiz.questions.map(it => entry(shaped(it))),
  };
}

/** A draft may come with anything in it (a file of another program): what the editor cannot show becomes what it can. */
export function shaped(found: unknown): QuizQuestion {
  const { draft: _, ...raw } = (isObject(found) ? found : {}) as Record<string, unknown>;
  const { media, explanation, notes, ...rest } = raw;
  const common = {
    ...rest,
    text: text(raw.text),
    timeLimitMs: number(raw.timeLimitMs) ?? DEFAULTS.timeLimitMs,
    points: number(raw.points) ?? DEFAULTS.points,
    ...(isObject(media) && { media: { ...media, url: text(media.url) } }),
    ...(explanation !== undefined && { explanation: text(explanation) }),
    ...(notes !== undefined && { notes: text(notes) }),
  };
  // A kind of a newer server stays what it is.
  if (typeof raw.kind === 'string' && !isKind(raw.kind)) return common as unknown as QuizQuestion;
  const kind = KINDS.find(it => it === raw.kind) ?? 'choice';
  switch (kind) {
    case 'choice':
    case 'poll': {
      const choices = list(raw.choices).map(it =>
        isObject(it) ? { ...it, text: text(it.text) } : { text: text(it) },
      );
      while (choices.length < CHOICES.min) choices.push(kind === 'choice' ? option() : { text: '' });
      return { ...common, kind, choices };
    }
    case 'true-false':
      return { ...common, kind, correct: raw.correct !== false };
    case 'text': {
      const accept = list(raw.accept).map(text);
      return { ...common, kind, accept: accept.length > 0 ? accept : [''] };
    }
    case 'number':
      return {
        ...common,
        kind,
        correct: number(raw.correct),
        tolerance: number(raw.tolerance) ?? 0,
        min: number(raw.min),
        max: number(raw.max),
        step: number(raw.step) ?? 1,
        ...(raw.unit !== undefined && { unit: text(raw.unit) }),
      };
    case 'order': {
      const items = list(raw.items).map(text);
      while (items.length < CHOICES.min) items.push('');
      return { ...common, kind, items };
    }
    case 'point':
      return { ...common, kind, region: readRegion(raw.region) };
    case 'word-cloud':
      return { ...common, kind, maxLength: number(raw.maxLength) ?? WORD_LENGTH };
    case 'scale': {
      const [low, high] = list(raw.labels).map(text);
      return {
        ...common,
        kind,
        min: number(raw.min),
        max: number(raw.max),
        step: number(raw.step) ?? 1,
        labels: [low ?? '', high ?? ''],
      };
    }
    case 'slide':
      return { ...common, kind };
  }
}

const WORD_LENGTH = 30;
const DEFAULTS = { timeLimitMs: 20_000, points: 1_000 };
const isObject = (it: unknown): it is Record<string, unknown> =>
  typeof it === 'object' && it !== null && !Array.isArray(it);
const list = (it: unknown): unknown[] => (Array.isArray(it) ? it : []);
const number = (it: unknown): number | null => (typeof it === 'number' ? it : null);
const text = (it: unknown): string =>
  typeof it === 'string' ? it : typeof it === 'number' ? String(it) : '';

/** Equal for quizzes that say the same, in whatever order their fields stand. */
export function stableText({ questions, ...head }: Quiz): string {
  return [stable(head), ...questions.map(stableQuestion)].join('\n');
}
const stable = (it: object) =>
  JSON.stringify(it, (_, it) =>
    isObject(it) ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1))) : it,
  );
const stableQuestion = once(stable);

/**
 * What is sent: without the answer boxes at the end that were left empty, without optional texts that are, and without
 * characters that nobody sees.
 */
export function toQuiz(draft: Draft): Quiz {
  const description = cleanLines(draft.description);
  return {
    title: cleanLine(draft.title),
    ...(description && { description }),
    ...(draft.language && { language: draft.language }),
    questions: draft.entries.map(({ question }) => sentOnce(question)),
  };
}

const sentOnce = once(sent);

function sent(question: QuizQuestion): QuizQuestion {
  const { explanation, notes, media, ...rest } = question;
  const why = cleanLines(explanation ?? '');
  const own = cleanLines(notes ?? '');
  const it = {
    ...rest,
    text: cleanLines(question.text),
    ...(why && { explanation: why }),
    ...(own && { notes: own }),
    ...(media?.url && { media }),
  } as QuizQuestion;
  switch (it.kind) {
    case 'choice':
    case 'poll': {
      const choices = it.choices.map(choice => ({ ...choice, text: cleanLines(choice.text) }));
      return {
        ...it,
        choices: withoutEmptyEnd(choices, choice => !choice.text && !choice.media && !choice.correct),
      };
    }
    case 'order':
      return { ...it, items: withoutEmptyEnd(it.items.map(cleanLines), item => !item) };
    case 'text':
      return { ...it, accept: withoutEmptyEnd(it.accept.map(cleanLine), word => !word, 1) };
    case 'number': {
      const { unit, ...number } = it;
      const clean = cleanLine(unit ?? '');
      return { ...number, ...(clean && { unit: clean }) };
    }
    case 'scale': {
      const { labels, ...scale } = it;
      const [low, high] = (labels ?? []).map(cleanLine);
      return { ...scale, ...((low || high) && { labels: [low ?? '', high ?? ''] as [string, string] }) };
    }
    default:
      return it;
  }
}

function withoutEmptyEnd<T>(list: T[], isEmpty: (it: T) => boolean, least = CHOICES.min): T[] {
  let end = list.length;
  while (end > least && isEmpty(list[end - 1]!)) end--;
  return list.slice(0, end);
}

const option = (text = ''): Option => ({ text, correct: false });

/** A new question of a kind. */
export function blank(kind: QuizKind, format?: Format): QuizQuestion {
  return body({ ...(format && { format }), text: '', ...DEFAULTS }, kind, []);
}

/** The entry as another kind: as it was when it last had that kind, else with what was written as far as it fits. */
export function turned({ key, question, others }: Entry, kind: QuizKind): Entry {
  const before = others?.[kind];
  return {
    key,
    question: before ? withCommon(before, question) : turnInto(question, kind),
    others: { ...others, [question.kind]: question },
  };
}

function withCommon(
  before: QuizQuestion,
  { format, text, media, timeLimitMs, points, explanation, notes }: QuizQuestion,
): QuizQuestion {
  const { format: _, media: __, explanation: ___, notes: ____, ...rest } = before;
  return {
    ...rest,
    text,
    timeLimitMs,
    points: points && before.points ? points : before.points,
    ...(format && { format }),
    ...(media && { media }),
    ...(explanation && { explanation }),
    ...(notes && { notes }),
  } as QuizQuestion;
}

/** The same question as another kind; what was written is carried over as far as it fits. */
export function turnInto(question: QuizQuestion, kind: QuizKind): QuizQuestion {
  const { format, text, media, timeLimitMs, points, explanation, notes } = question;
  const common: Common = {
    ...(format && { format }),
    text,
    timeLimitMs,
    points,
    ...(media && { media }),
    ...(explanation && { explanation }),
    ...(notes && { notes }),
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
    case 'point':
      return { ...scored, kind, region: null };
    case 'word-cloud':
      return { ...unscored, kind, maxLength: WORD_LENGTH };
    case 'scale':
      return { ...unscored, kind, min: 1, max: 5, step: 1, labels: ['', ''] };
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

/** Which questions have any; an empty key stands for the quiz as a whole. */
export const keysWithMistakes = (all: Mistakes): ReadonlySet<string> =>
  new Set([...all.keys()].map(at => at.slice(0, at.indexOf(' '))));
