import { expect, test } from 'vitest';
import { pinOf, showPin } from '../ui/pin';
import { complaint, inventName, tidy } from './nickname';

test.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['123\u00a0456', '123456'],
  ['１２３４５６', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['https://podium.example/?pin=123456&x=9', '123456'],
  ['http://192.168.1.20:8080/?pin=654321', '654321'],
  ['12', '12'],
  ['1234567', '123456'],
  ['PIN: ', ''],
])('a PIN given as "%s" is read as "%s"', (given, pin) => expect(pinOf(given)).toBe(pin));

test('a PIN is shown in two groups, also while it is typed', () => {
  expect(['', '12', '123', '1234', '123456'].map(showPin)).toEqual([
    '',
    '12',
    '123',
    '123\u00a04',
    '123\u00a0456',
  ]);
});

test('a nickname is judged by what people see, not by code units', () => {
  expect(complaint('   ')).toBe('empty');
  expect(complaint('Ada')).toBeNull();
  expect(complaint('👩‍👩‍👧‍👦'.repeat(24))).toBeNull();
  expect(complaint('x'.repeat(25))).toBe('long');
  expect(tidy('  Ada   Lovelace ')).toBe('Ada Lovelace');
});

test('an invented name is one of the list with a number of two digits', () => {
  expect(inventName('Otter, Fox', () => 0)).toBe('Otter 10');
  expect(inventName('Otter, Fox', () => 0.999)).toBe('Fox 99');
});
