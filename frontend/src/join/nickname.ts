/** The longest nickname, counted in what people see as one character. */
export const NICKNAME_LENGTH = 24;

/** As the server will have it: trimmed, with single spaces. */
export function tidy(nickname: string): string {
  return nickname.trim().replace(/\s+/gu, ' ');
}

/** What is gently to be said about a nickname before it is sent; the server has the last word. */
export function complaint(nickname: string): 'empty' | 'long' | null {
  const tidied = tidy(nickname);
  if (tidied === '') return 'empty';
  return graphemes(tidied) > NICKNAME_LENGTH ? 'long' : null;
}

function graphemes(text: string): number {
  if (!('Segmenter' in Intl)) return [...text].length; // may count an emoji too high: then the server is asked
  return [...new Intl.Segmenter().segment(text)].length;
}

/** A name to start from: one of `names` (separated by commas) and a number, so that a class does not run out of them. */
export function inventName(names: string, random: () => number): string {
  const all = names.split(',');
  const name = all[Math.floor(random() * all.length)]!.trim();
  return `${name} ${10 + Math.floor(random() * 90)}`;
}
