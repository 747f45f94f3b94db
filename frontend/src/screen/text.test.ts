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
