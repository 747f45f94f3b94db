import { afterEach, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, language } from '../i18n';
import { points, quantity, readNumber } from './numbers';

afterEach(() => {
  language.value = 'en';
});

const EVERYWHERE: [string, number[]][] = [
  ['7', [7]],
  ['+7', [7]],
  ['-7', [-7]],
  ['−7', [-7]],
  ['– 7', [-7]],
  ['0', [0]],
  ['-0', [0]],
  ['1793', [1793]],
  ['10.000.000', [10_000_000]],
  ['10,000,000', [10_000_000]],
  ['1 000', [1000]],
  ['1\u202f000\u00a0000', [1_000_000]],
  ["1'000", [1000]],
  ['1’000', [1000]],
  ['1,00,000', [100_000]],
  ['1,000.5', [1000.5]],
  ['1.000,5', [1000.5]],
  ["1'000.25", [1000.25]],
  ['8848.5', [8848.5]],
  ['8848,5', [8848.5]],
  ['0,500', [0.5]],
  ['.5', [0.5]],
  ['5.', [5]],
  ['８８', [88]],
  ['１，０００．５', [1000.5]],
  ['٨٨٫٥', [88.5]],
  ['١٬٠٠٠', [1000]],
  ['١٫٢٣٤', [1.234]],
  ['۱۲۳', [123]],
  ['\u200f-٥', [-5]],
  ['', []],
  ['-', []],
  ['.', []],
  ['1e3', []],
  ['nine', []],
  ['1.2.3', []],
  ['1 2', []],
  ['--7', []],
];
/** By language, where they differ: `1.000`, `1,000`, `1.234`, `1,234`. */
const DIFFERENT: Record<Language, [number[], number[], number[], number[]]> = {
  en: [[1, 1000], [1000], [1.234], [1234]],
  zh: [[1, 1000], [1000], [1.234], [1234]],
  ar: [[1, 1000], [1000], [1.234], [1234]],
  de: [[1000], [1, 1000], [1234], [1.234]],
  es: [[1000], [1, 1000], [1234], [1.234]],
  fr: [[1, 1000], [1, 1000], [1.234, 1234], [1.234]],
};
const languages = Object.keys(LANGUAGES) as Language[];

describe.each(languages)('in %s', code => {
  test.each(EVERYWHERE)('"%s" means %j', (typed, meant) => expect(readNumber(typed, code)).toEqual(meant));

  test('a mark before three digits is read as the language prints it; where it would not, both are offered', () => {
    const typed = ['1.000', '1,000', '1.234', '1,234'];
    expect(typed.map(text => readNumber(text, code))).toEqual(DIFFERENT[code]);
  });

  test('what is printed is read as it was printed', () => {
    language.value = code;
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let i = 0; i < 2_000; i++) {
      const size = 10 ** Math.floor(random() * 13);
      const decimals = Math.floor(random() * 5);
      const value = Number(((random() - 0.5) * size).toFixed(decimals)) + 0;
      expect(readNumber(quantity(value), code), quantity(value)).toEqual([value]);
      const grouped = new Intl.NumberFormat(code, { useGrouping: true, maximumFractionDigits: 10 }).format(
        value,
      );
      expect(readNumber(grouped, code), grouped).toEqual([value]);
    }
  });
});

test('a year is written without a mark, larger numbers with one', () => {
  expect([quantity(1793), quantity(10_000), quantity(1.5, 'km')]).toEqual(['1793', '10,000', '1.5\u00a0km']);
  language.value = 'de';
  expect([quantity(1793), quantity(10_000)]).toEqual(['1793', '10.000']);
});

test('points are whole, also where they are a mean', () => expect(points(2204.267)).toBe('2,204'));
