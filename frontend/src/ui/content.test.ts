import { afterEach, expect, test } from 'vitest';
import { placesOf, quizLanguage } from './content';

afterEach(() => {
  quizLanguage.value = undefined;
});

test.each([
  ['Which river?', 'ltr'],
  ['أي نهر؟', 'rtl'],
  ['1. „שלום“', 'rtl'],
  ['哪条河最长？', 'ltr'],
  ['What does مكتب mean?', 'ltr'],
  ['7 × 6 = ?', 'ltr'],
  ['', 'ltr'],
])('the first answer to "%s" stands %s', (text, places) => expect(placesOf(text)).toBe(places));

test('a quiz has one direction, whatever a question of it is about', () => {
  quizLanguage.value = 'ar';
  expect(placesOf('What does it mean?')).toBe('rtl');
  expect(placesOf('')).toBe('rtl');
  quizLanguage.value = 'en-GB';
  expect(placesOf('أي نهر؟')).toBe('ltr');
});
