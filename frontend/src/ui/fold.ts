/** How typed answers, accepted texts and nicknames are compared; the server folds in the same way (the contract, "Folding"). */
export function fold(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[‘’ʼ´′`]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .trim()
    .replace(/\s+/gu, ' ');
}

const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};

/** The same, where accents are forgiven. */
export function foldForgiving(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[łøđðþæœßı]/g, letter => LETTERS[letter]!);
}
