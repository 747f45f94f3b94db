/** What a host writes, and what becomes of it when things go wrong. */
import { expect, type Page, test } from '@playwright/test';
import { signedIn } from './cast';

/** Quizzes of these tests, told from all others by their titles. */
const MINE = 'Editor';

test.beforeEach(async ({ page }) => {
  page.on('pageerror', error => {
    throw error;
  });
  await signedIn(page);
});
test.afterEach(async ({ page }) => {
  for (const { id, title } of await library(page)) {
    if (title.startsWith(MINE)) await page.request.delete(`/api/quizzes/${id}`);
  }
});

const library = async (page: Page): Promise<{ id: string; title: string }[]> =>
  (await page.request.get('/api/quizzes')).json();
const titled = async (page: Page, title: string) =>
  (await library(page)).filter(quiz => quiz.title === title);

async function keep(page: Page, title: string, questions: object[]): Promise<string> {
  const reply = await page.request.post('/api/quizzes', { data: { title, questions } });
  expect(reply.status(), await reply.text()).toBe(201);
  return (await reply.json()).id;
}
const choice = {
  kind: 'choice',
  text: 'Which is a river?',
  timeLimitMs: 60_000,
  points: 1000,
  choices: [
    { text: 'Nile', correct: true },
    { text: 'Alps', correct: false },
  ],
};
const slide = (text: string) => ({ kind: 'slide', text, timeLimitMs: 20_000, points: 0 });
const saved = (page: Page) => expect(page.locator('.editor-status')).toHaveText('Saved ✓');
const rows = (page: Page) => page.locator('.row-text');

test('Ctrl+S held on a new quiz makes one quiz', async ({ page }) => {
  await page.goto('/host#/quizzes/new');
  await page.getByLabel('Title of the quiz').fill(`${MINE} held`);
  for (let n = 0; n < 4; n++) await page.keyboard.press('Control+s');
  await saved(page);
  expect(await titled(page, `${MINE} held`)).toHaveLength(1);
});

test('kinds tried with the arrow keys cost nothing, and one Ctrl+Z brings back what was deleted', async ({
  page,
}) => {
  const id = await keep(page, `${MINE} kinds`, [choice, slide('Thank you')]);
  await page.goto(`/host#/quizzes/${id}`);
  const kind = page.getByLabel('Kind');
  await kind.focus();
  for (let n = 0; n < 9; n++) await page.keyboard.press('ArrowDown');
  await expect(kind).toHaveValue('slide');
  for (let n = 0; n < 9; n++) await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Answer 1', { exact: true })).toHaveValue('Nile');
  await expect(page.getByLabel('Answer 1 is right')).toBeChecked();

  await page.getByLabel('Answer 2', { exact: true }).fill('Andes');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Answer 2', { exact: true })).toHaveValue('Alps');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByLabel('Answer 2', { exact: true })).toHaveValue('Andes');

  await page.locator('.settings-pane').getByRole('button', { name: 'Delete' }).click();
  await expect(rows(page)).toHaveText(['Thank you']);
  await expect(page.locator('.row-current .row-open')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveText(['Which is a river?', 'Thank you']);
});

test('a deleted question comes back by its Undo also after the editor was left', async ({ page }) => {
  const id = await keep(page, `${MINE} undo`, [choice, slide('Thank you')]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.locator('.settings-pane').getByRole('button', { name: 'Delete' }).click();
  await saved(page);
  await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await (await page.request.get(`/api/quizzes/${id}`)).json()).questions.length)
    .toBe(2);
});

test('of two quizzes deleted one after the other each can be brought back, and the focus stays in the list', async ({
  page,
}) => {
  await keep(page, `${MINE} a`, []);
  await keep(page, `${MINE} b`, []);
  await page.goto('/host');
  for (const name of ['b', 'a']) {
    await page.getByLabel(`More for “${MINE} ${name}”`).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { name: `${MINE} ${name}` })).toHaveCount(0);
    await expect(page.locator('body')).not.toBeFocused();
  }
  for (const name of ['b', 'a']) {
    const line = page.locator('.toast').filter({ hasText: `${MINE} ${name}` });
    await line.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: `${MINE} ${name}` })).toBeFocused();
  }
});

test('an unfinished quiz is saved as it is; launching asks, beside the field', async ({ page }) => {
  const id = await keep(page, `${MINE} half`, [slide('Hello'), choice]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.locator('.row-open').nth(1).click();
  await page.getByLabel('Answer 1', { exact: true }).fill('');
  await saved(page);
  await page.locator('.row-open').first().click();
  await page.getByRole('button', { name: 'Launch' }).click();
  const field = page.getByLabel('Answer 1', { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.stage').getByRole('alert').first()).toHaveText('This is still missing.');

  await page.goto(`/host#/quizzes/${id}/launch`);
  await page.getByRole('button', { name: 'Open the lobby' }).click();
  await page.getByRole('link', { name: 'Question 2: Answer 1: This is still missing.' }).click();
  await expect(page.getByLabel('Answer 1', { exact: true })).toBeFocused();
  await page.keyboard.type('Nile');
  await page.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('button', { name: 'Open the lobby' })).toBeVisible();
});

test('launching plays what is on the page, not what was saved before', async ({ page }) => {
  const id = await keep(page, `${MINE} old`, [slide('Hello')]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.getByLabel('Title of the quiz').fill(`${MINE} now`);
  await page.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByRole('heading', { name: `${MINE} now` })).toBeVisible();
});

test('Enter goes on to the next answer, Shift+Enter breaks the line, and empty lines at the end are not saved', async ({
  page,
}) => {
  const id = await keep(page, `${MINE} keys`, [choice]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.getByLabel('Answer 1', { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Answer 2', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Answer 3', { exact: true })).toBeFocused();
  await page.keyboard.type('  for i:');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('    go');
  await saved(page);
  const { questions } = await (await page.request.get(`/api/quizzes/${id}`)).json();
  expect(questions[0].choices.map((it: { text: string }) => it.text)).toEqual([
    'Nile',
    'Alps',
    '  for i:\n    go',
  ]);
});

test('media that a browser would not show are told beside their address', async ({ page }) => {
  const id = await keep(page, `${MINE} media`, [choice]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.getByText('Picture, sound or video').click();
  const address = page.getByLabel('Address');
  await address.fill('http://example.org/a.png');
  await expect(address).toHaveAccessibleDescription(/has to begin with https/);
  await address.fill('https://www.youtube.com/watch?v=1');
  await expect(address).toHaveAccessibleDescription(/a page, not a file/);
  await address.fill('https://example.org/a.png');
  await expect(address).not.toHaveAttribute('aria-invalid');
});

test('a quiz deleted elsewhere meanwhile is kept as a copy', async ({ page }) => {
  const id = await keep(page, `${MINE} gone`, [slide('Hello')]);
  await page.goto(`/host#/quizzes/${id}`);
  await expect(page.getByLabel('Text of the slide')).toHaveValue('Hello');
  await page.request.delete(`/api/quizzes/${id}`);
  await page.getByLabel('Text of the slide').fill('Mine');
  await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await saved(page);
  const [copy] = await titled(page, `${MINE} gone`);
  expect(copy!.id).not.toBe(id);
  await expect(page).toHaveURL(new RegExp(copy!.id));
});

test('what is written while the server is away is found again, and saved when it is back', async ({
  page,
}) => {
  await page.goto('/host#/quizzes/new');
  await expect(page.getByLabel('Title of the quiz')).toBeVisible();
  const away = (url: URL) => url.pathname.startsWith('/api/quizzes');
  await page.route(away, route => route.abort());
  await page.getByLabel('Title of the quiz').fill(`${MINE} offline`);
  await expect(page.getByText('Podium cannot be reached. Your changes are kept')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Title of the quiz')).toHaveValue(`${MINE} offline`);
  await page.unroute(away);
  await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
  await expect.poll(() => titled(page, `${MINE} offline`)).toHaveLength(1);
});

test('an import names what it cannot take whole, and keeps it as a draft', async ({ page }) => {
  await page.goto('/host#/import');
  const file = {
    title: `${MINE} import`,
    questions: [slide('Hello'), { ...choice, choices: [{ text: '', correct: true }, { text: 'b' }] }, 7],
  };
  await page.locator('input[type=file]').setInputFiles({
    name: 'a.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  const seen = page.locator('.import-row');
  await expect(seen.nth(1)).toContainText('Question 2');
  await expect(seen.nth(1)).toContainText('Answer 1: This is still missing.');
  await expect(seen.nth(2)).toContainText('Not taken');
  await page.getByRole('button', { name: 'Make a quiz of 2 questions' }).click();
  await expect(page.locator('.row-wrong')).toHaveCount(1);

  await page.goto('/host#/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'b.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"hello":"world"}'),
  });
  await expect(page.getByText('Podium cannot read “b.json” as a quiz.')).toBeVisible();
});

test('what somebody else saved over is an earlier version: what differs is told, it comes back, and that is undone', async ({
  page,
  playwright,
  baseURL,
}) => {
  const id = await keep(page, `${MINE} versions`, [choice, slide('Thank you')]);
  const colleague = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const email = `${crypto.randomUUID()}@example.org`;
  const { path } = await (await page.request.post('/api/invites', { data: { email, role: 'host' } })).json();
  const data = { token: path.split('/').at(-1), name: 'Grace', password: 'a sentence to remember' };
  expect((await colleague.post('/api/invitation/accept', { data })).ok()).toBe(true);
  await page.request.put(`/api/quizzes/${id}/shares`, { data: { email, may: 'edit' } });
  const questions = [{ ...choice, timeLimitMs: 30_000, text: 'Which is no mountain?' }];
  const changed = { title: `${MINE} versions`, questions };
  expect(
    (await colleague.put(`/api/quizzes/${id}`, { data: changed, headers: { 'If-Match': '*' } })).ok(),
  ).toBe(true);
  await colleague.dispose();

  await page.goto(`/host#/quizzes/${id}`);
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  await expect(page.getByText('2 things differ from now.')).toBeVisible();
  await expect(page.getByText('Which is a river?')).toBeVisible();
  await expect(page.getByText('Question 2 of this version is not there any more')).toBeVisible();
  await page.getByRole('button', { name: 'Restore this version' }).click();
  await expect(rows(page)).toHaveText(['Which is a river?', 'Thank you']);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveText(['Which is no mountain?']);
  await page.getByRole('button', { name: 'Earlier versions' }).click();
  await expect(page.locator('.versions-one')).toHaveCount(2);
});

test('a quiz is seen as screen and phone will show it, and played alone to its end; nothing is sent', async ({
  page,
}) => {
  const id = await keep(page, `${MINE} preview`, [choice, { ...choice, text: 'And which now?' }]);
  await page.goto(`/host#/quizzes/${id}`);
  await expect(rows(page)).toHaveCount(2);
  const sent: string[] = [];
  page.on('request', request => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.getByRole('button', { name: 'Preview' }).click();
  const screen = page.frameLocator('iframe[title="The screen"]');
  const phone = page.frameLocator('iframe[title="A phone"]');
  await expect(screen.getByRole('heading', { name: 'Which is a river?' })).toBeVisible();
  await expect(phone.getByRole('button', { name: 'Nile' })).toBeVisible();
  await page.getByRole('radio', { name: 'Reveal' }).check();
  await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
  await page.getByRole('button', { name: 'Next question' }).click();
  await expect(screen.getByRole('heading', { name: 'And which now?' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Look of the screen' }).selectOption('paper');
  await expect(screen.locator('html')).toHaveAttribute('data-theme', 'paper');

  await page.getByRole('button', { name: 'Play it alone' }).click();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await phone.getByRole('button', { name: 'Nile' }).click();
  await expect(phone.getByRole('heading', { name: 'Right' })).toBeVisible();
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByRole('button', { name: 'Open it now' }).click();
  await phone.getByRole('button', { name: 'Alps' }).click();
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(phone.getByText('1 of 2')).toBeVisible();
  await expect(screen.getByText('Podium').first()).toBeVisible();
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(sent).toEqual([]);
});

test('many questions get another time in one step, and go into another quiz', async ({ page }) => {
  const id = await keep(page, `${MINE} many`, [choice, slide('Between'), { ...choice, text: 'Last?' }]);
  const other = await keep(page, `${MINE} other`, [slide('Hello')]);
  await page.goto(`/host#/quizzes/${id}`);
  await page.getByRole('button', { name: 'Select several' }).click();
  await page.getByLabel('Select: Which is a river?').check();
  await page.getByLabel('Select: Last?').click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 questions selected')).toBeVisible();
  await page.getByLabel('Time to answer').selectOption('5');
  const times = async () =>
    (await (await page.request.get(`/api/quizzes/${id}`)).json()).questions.map(
      (it: { timeLimitMs: number }) => it.timeLimitMs,
    );
  await expect.poll(times).toEqual([5_000, 20_000, 5_000]);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(times).toEqual([60_000, 20_000, 60_000]);

  await page.goto('about:blank');
  await page.goto(`/host#/quizzes/${other}`);
  await page.getByRole('button', { name: 'Paste 3 copied questions' }).click();
  await expect(rows(page)).toHaveText(['Hello', 'Which is a river?', 'Between', 'Last?']);
  await saved(page);
});

test('a quiz of five hundred questions is opened, searched, written in and put in order, and a few rows are drawn', async ({
  page,
}) => {
  const many = Array.from({ length: 500 }, (_, n) => ({ ...choice, text: `Question number ${n + 1}?` }));
  const id = await keep(page, `${MINE} long`, many);
  await page.goto(`/host#/quizzes/${id}`);
  const row = (n: number) => page.locator(`.row[aria-posinset="${n}"]`);
  const scrollTo = (top: number) => page.locator('.rows').evaluate((it, to) => it.scrollTo(0, to), top);
  await expect(row(1)).toHaveAttribute('aria-setsize', '500');
  expect(await rows(page).count()).toBeLessThan(50);

  await page.getByLabel('Find in this quiz').fill('number 499');
  await expect(page.getByText('One question found.')).toBeVisible();
  await page.locator('.row-open').click();
  const text = page.getByLabel('Question', { exact: true });
  await expect(text).toHaveValue('Question number 499?');
  await text.press('End');
  await text.pressSequentially(' Or is it another one?');
  await expect(rows(page)).toHaveText(['Question number 499? Or is it another one?']);
  await page.getByLabel('Find in this quiz').fill('');
  await expect(row(499)).toBeInViewport();
  await expect(row(1)).toHaveCount(0);

  // The keys go on from where they were, wherever the list was scrolled to.
  await page.locator('.row-current .row-open').focus();
  await scrollTo(0);
  await expect(row(1)).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(row(500).locator('.row-open')).toBeFocused();
  await expect(row(500)).toBeInViewport();
  await expect(text).toHaveValue('Question number 500?');

  // By hand from one end to the other.
  await row(500).hover();
  await page.mouse.down();
  await row(499).hover();
  await scrollTo(0);
  await row(1).hover();
  await row(1).hover();
  await page.mouse.up();
  await expect(row(1)).toHaveText(/Question number 500/);
  await expect(row(2)).toHaveText(/Question number 1\?/);

  await page.getByRole('button', { name: 'Select several' }).click();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await expect(page.getByText('500 questions selected')).toBeVisible();
  await saved(page);
});

test('a new quiz lands in the folder that is open', async ({ page }) => {
  const folder = await (
    await page.request.post('/api/library/folders', { data: { name: `${MINE} folder` } })
  ).json();
  await page.goto(`/host#/folders/${folder.id}`);
  await page.getByRole('link', { name: 'New quiz' }).first().click();
  await page.getByLabel('Title of the quiz').fill(`${MINE} inside`);
  await saved(page);
  await page.goto(`/host#/folders/${folder.id}`);
  await expect(page.getByRole('heading', { name: `${MINE} inside` })).toBeVisible();
  await page.request.delete(`/api/library/folders/${folder.id}`);
});
