import { describe, expect, test } from 'vitest';
import { at } from './address';

describe('a chosen address', () => {
  const join = 'http://192.168.1.20:8080/?pin=123456';

  test('takes the place of the one that was guessed', () => {
    expect(at(join, '10.0.0.7:8080')).toBe('http://10.0.0.7:8080/?pin=123456');
    expect(at('http://192.168.1.20:8080/screen#t0ken', '10.0.0.7:8080')).toBe(
      'http://10.0.0.7:8080/screen#t0ken',
    );
    expect(at('http://localhost:8080/?pin=123456', '10.0.0.7:8080')).toBe('http://10.0.0.7:8080/?pin=123456');
  });

  test('leaves alone what somebody configured', () => {
    for (const link of ['https://quiz.example.org/?pin=1', 'http://quiz.local:8080/?pin=1'])
      expect(at(link, '10.0.0.7:8080')).toBe(link);
  });

  test('is not there unless somebody chose', () => {
    expect(at(join, null)).toBe(join);
  });
});
