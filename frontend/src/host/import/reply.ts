/** What the server says of a file, row by row. */
import type { FieldError } from '../../api';
import { type Key, t } from '../../i18n';
import type { Media } from '../../protocol';
import { fieldText, mistakeText, placeText } from '../errors';
import type { ImportReply, ImportRow } from '../server';

/** What a column of a table may hold, in the words of the API. */
export const COLUMNS = [
  'question',
  'type',
  'choice',
  'correct',
  'wrong',
  'time',
  'explanation',
  'image',
  'none',
] as const;

const NOTES: Record<string, Key> = {
  timeLimitMs: 'import.note.time' satisfies Key,
  choices: 'import.note.points' satisfies Key,
  accept: 'import.note.points' satisfies Key,
  'choices/required': 'import.note.cards' satisfies Key,
  correct: 'import.note.first' satisfies Key,
  media: 'import.note.media' satisfies Key,
  'media/too-many': 'import.note.onePicture' satisfies Key,
  kind: 'import.note.poll' satisfies Key,
};

export const kept = (reply: ImportReply): number => reply.rows.filter(row => row.status !== 'refused').length;

/** Why a row is not as it stands in the file; nothing where it is. */
export function noteText({ status, field = '', code = 'invalid' }: ImportRow): string | undefined {
  if (status === 'imported') return;
  const note = status === 'changed' && (NOTES[`${field}/${code}`] ?? NOTES[field]);
  if (note) return t(note);
  const place = placeText(field);
  return place ? `${place}: ${fieldText({ code })}` : fieldText({ code });
}

/** Of a file, not of what is in a question. */
const REASONS: Record<string, Key> = {
  invalid: 'import.why.damaged' satisfies Key,
  'too-many': 'import.why.many' satisfies Key,
  'not-allowed': 'import.why.outside' satisfies Key,
  'out-of-range': 'import.why.pixels' satisfies Key,
};
const QUESTION = /^(?:questions\[(\d+)\]|rows\[(\d+)\])\.?/;

/** Why a file as a whole is not taken: what is wrong with it, or with the first of its questions. */
export function reasonText({ field, code }: FieldError): string {
  const [path, place, row] = QUESTION.exec(field) ?? [];
  if (path !== undefined)
    return mistakeText(row ? Number(row) : Number(place) + 1, field.slice(path.length), code);
  const reason = field === 'file' && REASONS[code];
  return reason ? t(reason) : fieldText({ code });
}

export interface Answer {
  text: string;
  right: boolean;
  /** A choice may be this alone. */
  media?: Media | undefined;
}

/** The answers of a question in whatever state it came, with the right ones marked. */
export function answersOf(question: Record<string, unknown> = {}): Answer[] {
  const { kind, choices, accept, items, correct, tolerance } = question;
  if (Array.isArray(choices)) {
    return choices.map(it => ({
      text: String(it?.text ?? ''),
      right: it?.correct === true,
      media: it?.media,
    }));
  }
  if (Array.isArray(accept)) return accept.map(it => ({ text: String(it), right: true }));
  if (Array.isArray(items)) return items.map(it => ({ text: String(it), right: true }));
  if (kind === 'true-false') {
    return [true, false].map(it => ({
      text: it ? t('answer.true') : t('answer.false'),
      right: correct === it,
    }));
  }
  if (typeof correct !== 'number') return [];
  const range = typeof tolerance === 'number' && tolerance > 0 ? ` ± ${tolerance}` : '';
  return [{ text: `${correct}${range}`, right: true }];
}
