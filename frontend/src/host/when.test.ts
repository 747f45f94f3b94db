import { expect, test } from 'vitest';
import { ago } from './when';

const NOW = Date.UTC(2026, 0, 15);
test.each([
  [0, 'now'],
  [90_000, '1 minute ago'],
  [3 * 3_600_000, '3 hours ago'],
  [25 * 3_600_000, 'yesterday'],
  [40 * 86_400_000, 'last month'],
])('%d ms before is “%s”', (ms, words) => {
  expect(ago(NOW - ms, 'en', NOW)).toBe(words);
});
test('an instant as text is understood, and a clock that runs ahead is now', () => {
  expect(ago(new Date(NOW + 5_000).toISOString(), 'en', NOW)).toBe('now');
});
