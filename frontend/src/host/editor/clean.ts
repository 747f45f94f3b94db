/** What is saved of a typed text: nothing that nobody can see. */

/** Joiners and marks of direction stay: emoji, Persian and mixed scripts need them. */
const UNSEEN = /[\u00ad\u180e\u200b\u2060\ufeff]|[^\P{Cc}\n\t]|\p{Cs}/gu;
const ROUND = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** A text in lines: line breaks and indentation stay, but for empty lines around it. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** A text in one line, as it is compared with what is typed. */
export function cleanLine(text: string): string {
  return text.replace(UNSEEN, '').replace(ROUND, '').replace(/\s+/g, ' ');
}
