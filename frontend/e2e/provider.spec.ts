/** Hosts sign in by a provider of their school: as people do it, and as those do it who are not to come in. */
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { becomeHost } from './cast';
import { databaseIsKnown, freePort, startInstance } from './instance';
import { startProvider } from './provider';

const BUTTON = 'Sign in with School account';
const PASSWORD = 'a sentence to remember';
/** People of this run: the database has those of others. */
const someone = (name: string) => `${name}-${Date.now()}`;

let url: string;
let provider: Awaited<ReturnType<typeof startProvider>>;
let instance: Awaited<ReturnType<typeof startInstance>>;

test.describe.configure({ mode: 'serial' });
test.skip(!databaseIsKnown, 'only ./podium test tells which database a second instance can use');
test.beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  provider = await startProvider(url);
  instance = await startInstance(provider.settings, port);
});
test.afterAll(async () => {
  await instance?.kill();
  await provider?.stop();
});
test.afterEach(() => {
  provider.spoil = undefined;
  provider.away = false;
});

async function page(browser: Browser, locale = 'en-GB'): Promise<Page> {
  const there = await (await browser.newContext({ locale, reducedMotion: 'reduce' })).newPage();
  await there.goto(`${url}/host`);
  return there;
}

/** At the provider: who it is, and that Podium may know. */
async function identify(there: Page, who: string): Promise<void> {
  await there.locator('input[name=login]').fill(who);
  await there.locator('input[name=password]').fill('anything');
  await there.getByRole('button', { name: 'Sign-in' }).click();
  await there.getByRole('button', { name: 'Continue' }).click();
}

async function come(browser: Browser, who: string): Promise<Page> {
  const there = await page(browser);
  await there.getByRole('link', { name: BUTTON }).click();
  await identify(there, who);
  return there;
}

async function signOut(there: Page): Promise<void> {
  await there.getByRole('button', { name: 'Account and language' }).click();
  await there.getByRole('button', { name: 'Sign out' }).click();
}

const status = async (context: BrowserContext) => (await context.request.get(`${url}/api/session`)).status();
const alert = (there: Page) => there.getByRole('alert');

test('who cannot be asked yet is asked again, and each answer is in the language of whoever reads it', async ({
  browser,
}) => {
  provider.away = true;
  const there = await page(browser, 'de-DE');
  const button = there.getByRole('link', { name: 'Mit School account anmelden' });
  await button.click();
  await expect(alert(there)).toHaveText(/Die andere Seite ist gerade nicht erreichbar/);
  provider.away = false;
  await button.click();
  await there.getByRole('link', { name: 'Cancel' }).click();
  await expect(alert(there)).toHaveText('Du hast dich dort nicht angemeldet.');
  await there.reload();
  await expect(there.getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await expect(alert(there)).toHaveCount(0);
});

test('a host of the provider has a session like any other, and signs out there as well', async ({
  browser,
}) => {
  const who = someone('ada');
  const there = await come(browser, who);
  await expect(there.getByText('Write your first quiz')).toBeVisible();
  await there.goto(`${url}/host#/account`);
  await expect(there.getByLabel('Your name')).toHaveValue(`${who} of the school`);
  await expect(there.getByText('Your account there signs you in here.')).toBeVisible();
  await expect(there.getByText('This device')).toHaveCount(1);
  await expect(there.getByLabel('Current password')).toHaveCount(0);

  // What the framework keeps in a cookie opens nothing: neither where it goes nor where it does not.
  const cookies = await there.context().cookies();
  const kept = cookies.filter(({ name }) => name.startsWith('q_'));
  expect(kept.map(({ path }) => path)).toEqual(['/api/session/provider/end']);
  const header = { Cookie: kept.map(({ name, value }) => `${name}=${value}`).join('; ') };
  for (const path of ['/api/session', '/api/quizzes', '/api/hosts'])
    expect((await fetch(url + path, { headers: header })).status, path).toBe(401);

  await signOut(there);
  await there.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(there.getByRole('link', { name: BUTTON })).toBeVisible();
  expect(await status(there.context())).toBe(401);
  await there.getByRole('link', { name: BUTTON }).click();
  await expect(there.locator('input[name=login]')).toBeVisible();
});

test('roles are those that the provider tells, and who has none stays outside', async ({ browser }) => {
  const head = await come(browser, someone('head'));
  await head.getByRole('button', { name: 'Account and language' }).click();
  await expect(head.getByRole('link', { name: 'Hosts' })).toBeVisible();
  const guest = await come(browser, someone('guest'));
  await expect(alert(guest)).toHaveText(/not meant for hosts/);
  expect(await status(guest.context())).toBe(401);

  const who = someone('bea');
  const bea = await come(browser, who);
  await expect(bea.getByText('Write your first quiz')).toBeVisible();
  await head.goto(`${url}/host#/hosts`);
  const row = head.locator('.account-rows > li').filter({ hasText: `${who}@school.example` });
  await row.locator('.menu-button').click();
  await head.getByRole('button', { name: 'Disable', exact: true }).click();
  await head.locator('dialog[open]').getByRole('button', { name: 'Disable' }).click();
  await expect(row.getByText('Disabled')).toBeVisible();
  await bea.goto(`${url}/host`);
  await bea.getByRole('link', { name: BUTTON }).click();
  await expect(alert(bea)).toHaveText(/This account is disabled/);
});

test('an account there with the address of a host here is a stranger, until the host has linked it', async ({
  browser,
}) => {
  const who = someone('lea');
  const head = await come(browser, someone('head'));
  await expect(head.getByText('Write your first quiz')).toBeVisible();
  const email = `${who}@school.example`;
  const invited = await head.request.post(`${url}/api/invites`, { data: { email, role: 'host' } });
  const { path } = await invited.json();
  const lea = await page(browser);
  await lea.goto(url + path);
  await becomeHost(lea, 'Lea', PASSWORD);

  const stranger = await come(browser, who);
  await expect(alert(stranger)).toHaveText(/link the two on the page/);
  expect(await status(stranger.context())).toBe(401);

  await lea.goto(`${url}/host#/account`);
  await lea.getByRole('link', { name: 'Link', exact: true }).click();
  await identify(lea, who);
  await expect(lea.getByText('You can sign in that way from now on.')).toBeVisible();
  await expect(lea.getByRole('button', { name: 'Unlink' })).toBeVisible();
  await stranger.getByRole('link', { name: BUTTON }).click();
  await expect(stranger.getByText('Write your first quiz')).toBeVisible();
  expect((await (await stranger.request.get(`${url}/api/session`)).json()).name).toBe('Lea');

  await lea.getByRole('button', { name: 'Unlink' }).click();
  await expect(lea.getByRole('link', { name: 'Link', exact: true })).toBeVisible();
});

const SPOILT: Record<string, NonNullable<typeof provider.spoil>> = {
  'of another issuer': claims => ({ ...claims, iss: 'https://elsewhere.example' }),
  'that has expired': claims => ({ ...claims, iat: 1_700_000_000, exp: 1_700_000_600 }),
  'for another program': claims => ({ ...claims, aud: 'another' }),
  'that answers somebody else': claims => ({ ...claims, nonce: 'another' }),
  'about somebody else than its details': claims => ({ ...claims, sub: 'head' }),
};
for (const [what, spoil] of Object.entries(SPOILT))
  test(`a token ${what} lets nobody in`, async ({ browser }) => {
    provider.spoil = spoil;
    const there = await come(browser, someone('eve'));
    await expect(alert(there)).toHaveText('Signing in there did not work. Please try again.');
    expect(await status(there.context())).toBe(401);
  });

test('neither a code that was used nor a state of another browser lets anybody in', async ({ browser }) => {
  const there = await page(browser);
  const back: string[] = [];
  there.on('request', request => {
    if (request.url().includes('/api/session/provider?code=')) back.push(request.url());
  });
  await there.getByRole('link', { name: BUTTON }).click();
  await identify(there, someone('ada'));
  await expect(there.getByText('Write your first quiz')).toBeVisible();
  const used = new URL(back[0]!);

  // In a browser that has asked for nothing; in one whose state is another; and with a state of its own.
  const thief = await page(browser);
  await thief.goto(used.href);
  await expect(alert(thief)).toHaveText(/This browser keeps no cookies/);
  const begun = await thief.request.get(`${url}/api/session/provider`, { maxRedirects: 0 });
  const state = new URL(begun.headers().location!).searchParams.get('state')!;
  await thief.goto(used.href);
  await expect(alert(thief)).toHaveText(/did not work/);
  await thief.request.get(`${url}/api/session/provider`, { maxRedirects: 0 });
  const again = await thief.request.get(`${url}/api/session/provider`, { maxRedirects: 0 });
  used.searchParams.set('state', new URL(again.headers().location!).searchParams.get('state')!);
  expect(used.searchParams.get('state')).not.toBe(state);
  await thief.goto(used.href);
  await expect(alert(thief)).toHaveText(/did not work/);
  expect(await status(thief.context())).toBe(401);
});
