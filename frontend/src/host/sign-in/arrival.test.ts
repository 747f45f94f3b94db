// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

async function opened(search: string) {
  vi.resetModules();
  history.replaceState(null, '', `/host${search}#/account`);
  const { knowEnglish } = await import('../../i18n');
  knowEnglish((await import('../../i18n/en/host.json')).default);
  return (await import('./arrival')).arrivalText();
}
beforeEach(() => history.replaceState(null, '', '/'));

test.each([
  ['cancelled', 'You did not sign in there.'],
  ['disabled', 'This account is disabled. An admin can enable it.'],
  ['too-many', 'Too many tries. Wait 5 minutes, then try again.'],
  ['what a newer server says', 'Signing in there did not work. Please try again.'],
])('%s is told once: %s', async (word, words) => {
  expect(await opened(`?sign-in=${encodeURIComponent(word)}`)).toBe(words);
  expect(location.href).toMatch(/\/host#\/account$/);
  expect(await opened('')).toBeUndefined();
});
