import { expect, test } from 'vitest';
import { spoken } from './address';
import { firstFitting } from './fit';

test('an address is said without what nobody types', () => {
  expect(spoken('http://192.168.1.20:8080/?pin=123456')).toBe('192.168.1.20:8080');
  expect(spoken('https://quiz.example.org/podium/?pin=123456')).toBe('quiz.example.org/podium');
  expect(spoken('not an address')).toBe('not an address');
});

test('text takes the largest size that fits, and the smallest when none does', () => {
  expect(firstFitting([7, 5, 3], size => size <= 5)).toBe(5);
  expect(firstFitting([7, 5, 3], () => false)).toBe(3);
});

test('a text is laid out once where the largest size holds it, and five times at most of fourteen', () => {
  const sizes = Array.from({ length: 14 }, (_, i) => 14 - i);
  for (const largest of [0, ...sizes]) {
    let tries = 0;
    const fits = (size: number) => {
      tries++;
      return size <= largest;
    };
    expect(firstFitting(sizes, fits)).toBe(Math.max(1, largest));
    expect(tries).toBeLessThanOrEqual(largest === 14 ? 1 : 5);
  }
});
