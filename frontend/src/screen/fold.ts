/** Typed answers are compared in this form: a tally tells of them folded, the key as it was written. */
export function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().trim().replace(/\s+/gu, ' ');
}
