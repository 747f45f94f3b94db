import { type Key, t } from '../../i18n';

/** Where a browser signs in by the provider. */
export const PROVIDER = '/api/session/provider';

const WORDS: Record<string, Key> = {
  away: 'provider.away' satisfies Key,
  failed: 'provider.failed' satisfies Key,
  cancelled: 'provider.cancelled' satisfies Key,
  'no-cookie': 'provider.noCookie' satisfies Key,
  'no-address': 'provider.noAddress' satisfies Key,
  'not-admitted': 'provider.notAdmitted' satisfies Key,
  taken: 'provider.taken' satisfies Key,
  'linked-elsewhere': 'provider.elsewhere' satisfies Key,
  disabled: 'signIn.disabled' satisfies Key,
  'not-set-up': 'provider.notSetUp' satisfies Key,
  linked: 'provider.linked' satisfies Key,
};

const word = taken();

/** The address says once what came of the provider's sign-in: a reload is not told again. */
function taken(): string | undefined {
  const address = new URL(location.href);
  const found = address.searchParams.get('sign-in');
  if (found === null) return undefined;
  address.searchParams.delete('sign-in');
  history.replaceState(history.state, '', address);
  return found;
}

/** What came of it, where the page is the answer to one. */
export function arrivalText(): string | undefined {
  if (word === undefined) return undefined;
  if (word === 'too-many') return t('signIn.tooMany', { n: 5 });
  return t(WORDS[word] ?? 'provider.failed');
}
