/** What a quiz says, as against what the page says: in its own language, with its line breaks, and open to translation. */
import { signal } from '@preact/signals';

/** The quiz's language, where it is known. */
export const quizLanguage = signal<string | undefined>(undefined);

/**
 * Goes onto every element that shows a text of a quiz. All else on a page that plays is closed to the browser's translator:
 * it puts its own text in the place of ours, and what counts would stand still.
 */
export function content() {
  return { dir: 'auto', translate: true, lang: quizLanguage.value } as const;
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Languages that are written from right to left in any of their scripts that a browser would expect. */
const FROM_THE_RIGHT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * Where the first answer stands is one for the whole game, whatever language a page is in: by the language of the quiz, and
 * where that is not known by the question's own text, its formulas left out.
 */
export function placesOf(question: string): 'ltr' | 'rtl' {
  const quiz = quizLanguage.value?.split('-')[0];
  if (quiz) return FROM_THE_RIGHT.has(quiz) ? 'rtl' : 'ltr';
  const [letter] = /\p{L}/u.exec(question.replace(/\$[^$]*\$/g, '')) ?? [];
  return letter && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}
