/** A host is invited, makes the account an own one, and leaves; everything is done as people do it. */
import { type Browser, expect, type Page, test } from '@playwright/test';
import { becomeHost, invitation, signedIn } from './cast';

const PASSWORD = 'a sentence to remember';

async function desk(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

const row = (page: Page, words: string) => page.locator('.account-rows > li').filter({ hasText: words });
async function choose(page: Page, words: string, what: string): Promise<void> {
  await row(page, words).locator('.menu-button').click();
  await page.getByRole('button', { name: what, exact: true }).click();
}

test('a host is invited, works, is disabled, and somebody else has what there was', async ({
  page,
  browser,
}) => {
  const email = `grace-${Date.now()}@example.org`;
  await signedIn(page);
  const link = await invitation(page, email);

  const grace = await desk(browser);
  await grace.goto(link);
  await expect(grace.getByText(email)).toBeVisible();
  await grace.getByLabel('Your name').fill('Grace');
  await grace.getByLabel('Password').fill('short');
  await grace.getByRole('button', { name: 'Create the account' }).click();
  await expect(grace.getByText('This is too short.')).toBeVisible();
  await becomeHost(grace, 'Grace', PASSWORD);
  const again = await desk(browser);
  await again.goto(link);
  await expect(again.getByText('This link leads nowhere')).toBeVisible();

  // On a second device, in the language chosen on the first; then the first one signs it out by a new password.
  await grace.goto('/host#/account');
  await grace.getByLabel('Language on every device').selectOption('de');
  await grace.getByLabel('Your name').fill('Grace H.');
  await grace.getByRole('button', { name: 'Save' }).click();
  await expect(grace.getByRole('heading', { name: 'Dein Konto' })).toBeVisible();
  await again.goto('/host');
  await again.getByLabel('E-mail address').fill(email);
  await again.getByLabel('Password').fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again.getByText('Schreibe dein erstes Quiz')).toBeVisible();
  await grace.reload();
  await expect(row(grace, 'Chrome, Linux')).toHaveCount(2);
  await grace.getByLabel('Bisheriges Passwort').fill('wrong');
  await grace.getByLabel('Neues Passwort').fill(`${PASSWORD} well`);
  await grace.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(grace.getByText('Das ist nicht dein bisheriges Passwort.')).toBeVisible();
  await grace.getByLabel('Bisheriges Passwort').fill(PASSWORD);
  await grace.getByRole('button', { name: 'Passwort ändern' }).click();
  await expect(grace.getByText('Das Passwort ist geändert.')).toBeVisible();
  await again.reload();
  await expect(again.getByRole('button', { name: 'Anmelden' })).toBeVisible();

  // A program makes a quiz and sees nothing else.
  await grace.getByLabel('Wofür ist es?').fill('Sicherung');
  await grace.getByLabel('Quizze ändern').check();
  await grace.getByRole('button', { name: 'Token erstellen' }).click();
  const token = await grace.locator('.once code').textContent();
  const headers = { Authorization: `Bearer ${token}` };
  const program = (await browser.newContext()).request;
  const made = await program.post('/api/quizzes', {
    headers,
    data: { title: 'By a program', questions: [] },
  });
  expect(made.status(), await made.text()).toBe(201);
  expect((await program.get('/api/account/sessions', { headers })).status()).toBe(403);
  await row(grace, 'Sicherung').getByRole('button').click();
  await expect(row(grace, 'Sicherung')).toHaveCount(0);
  expect((await program.get('/api/quizzes', { headers })).status()).toBe(401);

  // She leaves.
  await page.reload();
  await choose(page, email, 'Disable');
  await page.locator('dialog[open]').getByRole('button', { name: 'Disable' }).click();
  await expect(row(page, email).getByText('Disabled')).toBeVisible();
  await grace.reload();
  await expect(grace.getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await grace.getByLabel('E-Mail-Adresse').fill(email);
  await grace.getByLabel('Passwort').fill(`${PASSWORD} well`);
  await grace.getByRole('button', { name: 'Anmelden' }).click();
  await expect(grace.getByText('Dieses Konto ist gesperrt.')).toBeVisible();
  await choose(page, email, 'Hand over quizzes and games');
  await page.getByLabel('Who takes it?').selectOption({ label: 'Demo (host@podium.local)' });
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(page.getByText('Demo has it now.')).toBeVisible();
  await page.goto('/host#/');
  await expect(page.getByRole('heading', { name: 'By a program' }).first()).toBeVisible();
});
