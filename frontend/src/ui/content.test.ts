import { expect, test } from 'vitest';
import { placesOf } from './content';

test.each([
  ['Which river?', 'ltr'],
  ['أي نهر؟', 'rtl'],
  ['1. „שלום“', 'rtl'],
  ['哪条河最长？', 'ltr'],
  ['What does مكتب mean?', 'ltr'],
  ['7 × 6 = ?', 'ltr'],
  ['', 'ltr'],
])('the first answer to "%s" stands %s', (text, places) => expect(placesOf(text)).toBe(places));
