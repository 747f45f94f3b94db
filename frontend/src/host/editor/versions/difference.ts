/** What differs between a quiz as it was and as it is. Pure. */
import type { Quiz, QuizQuestion } from '../../library/quiz';

/** A part of a question that a person would name. */
export const PARTS = ['text', 'kind', 'answers', 'time', 'points', 'media', 'explanation', 'format'] as const;
export type Part = (typeof PARTS)[number];

/** Numbers count from 1: `n` in the quiz as it is, `was` as it was. */
export type Difference =
  | { what: 'title' | 'description' | 'language'; before: string; after: string }
  /** It is not there any more. */
  | { what: 'gone'; was: number; before: QuizQuestion }
  /** It was not there yet. */
  | { what: 'new'; n: number; after: QuizQuestion }
  | { what: 'changed'; n: number; was: number; before: QuizQuestion; after: QuizQuestion; parts: Part[] }
  | { what: 'moved'; n: number; was: number; after: QuizQuestion };

/** In the order of the quiz as it is; what is gone stands behind what it stood behind. */
export function differences(then: Quiz, now: Quiz): Difference[] {
  const found: Difference[] = [];
  for (const what of ['title', 'description', 'language'] as const) {
    const [before, after] = [then[what] ?? '', now[what] ?? ''];
    if (before !== after) found.push({ what, before, after });
  }
  const pairs = paired(then.questions, now.questions);
  const goneBehind = (was: number): void => {
    for (let at = was + 1; at < then.questions.length && pairs.to[at] === undefined; at++)
      found.push({ what: 'gone', was: at + 1, before: then.questions[at]! });
  };
  goneBehind(-1);
  const stayed = new Set(longestRising(pairs.from));
  now.questions.forEach((question, at) => {
    const was = pairs.from[at];
    if (was === undefined) {
      found.push({ what: 'new', n: at + 1, after: question });
      return;
    }
    const before = then.questions[was]!;
    const parts = PARTS.filter(part => partText(before, part) !== partText(question, part));
    if (parts.length > 0)
      found.push({ what: 'changed', n: at + 1, was: was + 1, before, after: question, parts });
    else if (!stayed.has(at)) found.push({ what: 'moved', n: at + 1, was: was + 1, after: question });
    goneBehind(was);
  });
  return found;
}

interface Pairs {
  /** By the place now, the place then, and the other way round. */
  from: (number | undefined)[];
  to: (number | undefined)[];
}

/** Which question was which: the same, else one with the same text, else with the same answers, else the one in its place. */
function paired(then: QuizQuestion[], now: QuizQuestion[]): Pairs {
  const pairs: Pairs = { from: Array(now.length), to: Array(then.length) };
  const pair = (name: (question: QuizQuestion, at: number) => string) => {
    const waiting = new Map<string, number[]>();
    then.forEach((question, at) => {
      const key = name(question, at);
      if (pairs.to[at] === undefined && key) waiting.set(key, [...(waiting.get(key) ?? []), at]);
    });
    now.forEach((question, at) => {
      if (pairs.from[at] !== undefined) return;
      const was = waiting.get(name(question, at))?.shift();
      if (was === undefined) return;
      pairs.from[at] = was;
      pairs.to[was] = at;
    });
  };
  pair(question => PARTS.map(part => partText(question, part)).join('\u0000'));
  pair(question => partText(question, 'text'));
  pair(question => ('choices' in question || 'items' in question ? partText(question, 'answers') : ''));
  // In the same place between two that stayed: what was written over.
  let last = -1;
  now.forEach((_, at) => {
    const was = pairs.from[at];
    if (was !== undefined) last = was;
    else if (last + 1 < then.length && pairs.to[last + 1] === undefined) {
      last += 1;
      pairs.from[at] = last;
      pairs.to[last] = at;
    }
  });
  return pairs;
}

/** The places of a longest row of rising numbers: those questions stayed, the others were moved. */
function longestRising(places: (number | undefined)[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  places.forEach((was, at) => {
    if (was === undefined) return;
    const longer = tails.findIndex(tail => places[tail]! >= was);
    const length = longer < 0 ? tails.length : longer;
    before[at] = tails[length - 1] ?? -1;
    tails[length] = at;
  });
  const stayed: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) stayed.push(at);
  return stayed;
}

const KNOWN: ReadonlySet<string> = new Set([
  'text',
  'kind',
  'timeLimitMs',
  'points',
  'media',
  'explanation',
  'format',
  'draft',
]);

/** Equal for parts that say the same. */
export function partText(question: QuizQuestion, part: Part): string {
  switch (part) {
    case 'text':
    case 'kind':
      return question[part];
    case 'time':
      return String(question.timeLimitMs);
    case 'points':
      return String(question.points);
    case 'explanation':
      return question.explanation ?? '';
    case 'format':
      return question.format ?? '';
    case 'media':
      return question.media ? `${question.media.url} ${question.media.alt ?? ''}` : '';
    case 'answers':
      return sorted(Object.entries(question).filter(([name]) => !KNOWN.has(name)));
  }
}

/** In whatever order fields stand; nothing is the same as an empty one. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, it) =>
    it && typeof it === 'object' && !Array.isArray(it)
      ? Object.fromEntries(
          Object.entries(it)
            .filter(([, inner]) => inner !== false && inner !== '' && inner !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : it,
  );
}
