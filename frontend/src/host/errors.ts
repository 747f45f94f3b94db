import type { FieldError } from '../api';
import { t } from '../i18n';

const CODES = [
  'required',
  'too-long',
  'too-short',
  'out-of-range',
  'not-a-number',
  'not-allowed',
  'unknown',
  'no-correct',
  'too-many',
  'too-few',
  'duplicate',
  'invalid',
] as const;
type Code = (typeof CODES)[number];
const isCode = (word: string): word is Code => (CODES as readonly string[]).includes(word);

/** What is wrong with a field, in the reader's language; a code of a newer server counts as `invalid`. */
export function fieldText({ code }: Pick<FieldError, 'code'>): string {
  const known = isCode(code) ? code : 'invalid';
  return t(`error.${known}`);
}
