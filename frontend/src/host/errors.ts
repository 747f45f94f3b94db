import type { FieldError } from '../api';
import { type Key, t } from '../i18n';

const CODES = [
  'required',
  'too-long',
  'too-short',
  'out-of-range',
  'not-a-number',
  'not-allowed',
  'unknown',
  'no-correct',
  'low-contrast',
  'too-many',
  'too-few',
  'duplicate',
  'invalid',
] as const;
type Code = (typeof CODES)[number];
const isCode = (word: string): word is Code => (CODES as readonly string[]).includes(word);

const PLACES: readonly [RegExp, Key][] = [
  [/^choices\[(\d+)\]/, 'editor.answer' satisfies Key],
  [/^items\[(\d+)\]/, 'editor.item' satisfies Key],
  [/^accept\[(\d+)\]/, 'editor.accepted' satisfies Key],
  [/^choices|^items|^accept/, 'place.answers' satisfies Key],
  [/^text$/, 'editor.text' satisfies Key],
  [/^kind$/, 'editor.kind' satisfies Key],
  [/^correct$/, 'editor.numberRight' satisfies Key],
  [/^tolerance$/, 'editor.tolerance' satisfies Key],
  [/^min$/, 'editor.min' satisfies Key],
  [/^max$/, 'editor.max' satisfies Key],
  [/^step$/, 'editor.step' satisfies Key],
  [/^unit$/, 'editor.unit' satisfies Key],
  [/^region/, 'editor.region' satisfies Key],
  [/^maxLength$/, 'editor.wordLength' satisfies Key],
  [/^labels(?:\[0\])?$/, 'editor.scaleLow' satisfies Key],
  [/^labels/, 'editor.scaleHigh' satisfies Key],
  [/^media/, 'editor.media' satisfies Key],
  [/^explanation$/, 'editor.explanation' satisfies Key],
  [/^notes$/, 'editor.notes' satisfies Key],
  [/^timeLimitMs$/, 'editor.time' satisfies Key],
  [/^points$/, 'editor.points' satisfies Key],
];

/** A field of a question as the editor calls it: `choices[0].text` is “Answer 1”; nothing for the question as a whole. */
export function placeText(field: string): string | undefined {
  for (const [pattern, key] of PLACES) {
    const found = pattern.exec(field);
    if (found) return t(key, { n: Number(found[1] ?? 0) + 1 });
  }
}

/** Such as “Question 3: Answer 1: This is still missing.” */
export function mistakeText(n: number, field: string, code: string): string {
  const place = placeText(field);
  return [t('import.row', { n }), place && `${place}:`, fieldText({ code })].filter(Boolean).join(' ');
}

/** What is wrong with a field, in the reader's language; a code of a newer server counts as `invalid`. */
export function fieldText({ code }: Pick<FieldError, 'code'>): string {
  const known = isCode(code) ? code : 'invalid';
  return t(`error.${known}`);
}
