import { expect, test } from 'vitest';
import { spoken } from './address';
import { firstFitting } from './fit';

test('an address is said without what nobody types', () => {
  expect(spoken('http://192.168.1.20:8080/?pin=123456')).toBe('192.168.1.20:8080');
  expect(spoken('https://quiz.example.org/podium/?pin=123456')).toBe('quiz.example.org/podium');
  expect(spoken('not an address')).toBe('not an address');
});

/** Searches as a page does that lays the text out; `over` says how many times too large a size is. */
function search(sizes: number[], over: (size: number) => number) {
  const search = firstFitting(sizes);
  let tries = 0;
  let tried = search.next();
  for (; !tried.done; tries++) tried = search.next(over(tried.value));
  return { size: tried.value, tries };
}

test('text takes the largest size that fits, and the smallest when none does', () => {
  expect(search([7, 5, 3], size => size / 5).size).toBe(5);
  expect(search([7, 5, 3], () => 9).size).toBe(3);
  expect(search([3], () => 9).size).toBe(3);
});

test('a text is laid out once where the largest size holds it, mostly three times, and seven times at most of fourteen', () => {
  const sizes = Array.from({ length: 14 }, (_, i) => 14 - i);
  for (const largest of [0.1, ...sizes]) {
    const right = Math.max(1, Math.floor(largest));
    const most = largest === 14 ? 1 : 3;
    const guessed = search(sizes, size => size / largest);
    expect(guessed.size).toBe(right);
    expect(guessed.tries).toBeLessThanOrEqual(most);
    // Lines and words break where no guess sees it.
    for (const misleading of [1.001, 99]) {
      const { size, tries } = search(sizes, size => (size <= largest ? 1 : misleading));
      expect(size).toBe(right);
      expect(tries).toBeLessThanOrEqual(7);
    }
  }
});
