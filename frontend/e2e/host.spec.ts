import AxeBuilder from '@axe-core/playwright';
import { expect as atOnce, type Cookie, type Page, test } from '@playwright/test';

/** A small machine may be busy with other things; signing in is slow on purpose. */
const expect = atOnce.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 180_000 });

async function signIn(page: Page) {
  await page.goto('/host');
  await page.getByRole('button', { name: 'Use the demo account' }).click();
  await expect(page.getByRole('heading', { name: 'Your quizzes' })).toBeVisible();
}

/** No serious violation, in light and, once a page, in dark. */
async function accessible(page: Page, looks: ('light' | 'dark')[] = ['light', 'dark']) {
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Two frames, so that the colours measured are those of one look only.
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
}

const bigButton = (page: Page) => page.locator('.big-button');
const addQuestion = async (page: Page, kind: string) => {
  await page.getByText('Add a question').click();
  await page.locator('.add-question').getByRole('button', { name: kind }).click();
};

/** One sign-in serves all tests but the one that signs out. */
let session: Cookie[] = [];

test.beforeEach(async ({ page }) => {
  page.on('pageerror', error => {
    throw error;
  });
  if (session.length === 0) {
    await signIn(page);
    session = await page.context().cookies();
  } else {
    await page.context().addCookies(session);
    await page.goto('/host');
  }
});

/** Whatever a test began is over when it ends; other files play with the same account meanwhile. */
test.afterEach(async ({ page }) => {
  const games: { id: string; title: string; phase: string }[] = await (
    await page.request.get('/api/games')
  ).json();
  for (const { id, title, phase } of games) {
    if (phase === 'finished' || !title.startsWith('Desk ')) continue;
    await page.goto(`/host#/games/${id}`);
    await page.getByRole('button', { name: 'End the game' }).click();
    await page.locator('dialog').getByRole('button', { name: 'End the game' }).click();
    await expect(bigButton(page)).toHaveText('See the report');
  }
  const quizzes: { id: string; title: string }[] = await (await page.request.get('/api/quizzes')).json();
  for (const { id, title } of quizzes) {
    if (title.startsWith('Desk ')) await page.request.delete(`/api/quizzes/${id}`);
  }
});

test('a wrong password is told kindly', async ({ page }) => {
  await page.getByLabel('Account and language').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  session = [];
  await page.getByLabel('E-mail address').fill('nobody@podium.local');
  await page.getByLabel('Password').fill('not the password');
  await page.locator('[type=submit]').click();
  await expect(page.getByRole('alert')).toHaveText('E-mail address and password do not match.');
  await signIn(page);
});

test('a quiz is written with the keyboard, saved by itself, put right where launching minds, and found again', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'New quiz' }).first().click();
  await page.getByLabel('Title of the quiz').fill('Desk one');
  await page.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByText('have to be put right before')).toBeVisible();
  await expect(page.locator('.stage').getByRole('alert').first()).toHaveText('This is still missing.');
  await accessible(page);

  await page.getByLabel('Question', { exact: true }).fill('Which is a river?');
  await page.getByLabel('Answer 1', { exact: true }).fill('Nile');
  await page.getByLabel('Answer 2', { exact: true }).fill('Alps');
  await page.getByRole('button', { name: 'Launch' }).click();
  await expect(page.getByText('Mark at least one answer as right.')).toBeVisible();
  await page.getByLabel('Answer 1 is right').check();
  await addQuestion(page, 'Typed answer');
  await page.getByLabel('Question', { exact: true }).fill('Capital of Peru?');
  await page.getByLabel('Accepted answer 1').fill('Lima');
  await addQuestion(page, 'Number');
  await page.getByLabel('Question', { exact: true }).fill('How many days has a week?');
  await page.getByLabel('Right answer').fill('7');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved ✓')).toBeVisible();
  await accessible(page);

  await page.locator('.row-open').nth(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('.row-text')).toHaveText([
    'How many days has a week?',
    'Which is a river?',
    'Capital of Peru?',
  ]);
  await expect(page.locator('.row-open').first()).toBeFocused();
  await page.locator('.row').nth(2).dragTo(page.locator('.row').nth(1));
  await expect(page.locator('.row-text')).toHaveText([
    'How many days has a week?',
    'Capital of Peru?',
    'Which is a river?',
  ]);

  await expect(page.getByText('Saved ✓')).toBeVisible();
  await page.reload();
  await expect(page.locator('.row-text').nth(1)).toHaveText('Capital of Peru?');

  await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
  await page.getByLabel('Search your quizzes').fill('desk one');
  await expect(page.locator('.quiz-card')).toHaveCount(1);
  await accessible(page);
  await page.getByLabel('More for “Desk one”').click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.locator('.quiz-card')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.quiz-card')).toHaveCount(1);
});

test('quizzes are found by what they ask, tagged and put into a folder together, thrown away, and brought back', async ({
  page,
}) => {
  for (const [title, text] of [
    ['Desk five', 'Welcher Fluss ist der längste?'],
    ['Desk six', '最长的河流是哪一条？'],
  ]) {
    const data = { title, language: 'de', questions: [{ kind: 'slide', text }] };
    await page.request.post('/api/quizzes', { data });
  }
  await page.goto('/host#/games');
  await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
  const search = page.getByLabel('Search your quizzes');
  const titles = page.locator('.quiz-open');
  for (const [typed, title] of [
    ['Flüsse', 'Desk five'],
    ['河流', 'Desk six'],
  ]) {
    await search.fill(typed!);
    await expect(titles).toHaveText([title!]);
  }
  await search.fill('desk');
  await page.getByLabel('Select “Desk five”').check();
  await page.getByLabel('Select “Desk six”').check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Tags…' }).click();
  await page.getByLabel('Add a tag').fill('rivers of a year');
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'rivers of a year' }).click();
  await expect(titles).toHaveCount(2);

  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByLabel('Name').fill('Desk folder');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'Desk folder' })).toBeVisible();
  await page.goBack();
  await page.getByLabel('More for “Desk six”').click();
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByLabel('To', { exact: true }).selectOption('Desk folder');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await page.getByRole('link', { name: 'Desk folder' }).click();
  await expect(titles).toHaveText(['Desk six']);
  await accessible(page);

  await page.getByLabel('Select “Desk six”').check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No quiz matches “desk”.')).toBeVisible();
  await page.getByRole('link', { name: 'Trash' }).click();
  const thrown = page.locator('.quiz-card').filter({ hasText: 'Desk six' });
  await accessible(page);
  await thrown.getByRole('button', { name: 'Bring back' }).click();
  await expect(thrown).toHaveCount(0);
  await page.getByRole('link', { name: 'Desk folder' }).click();
  await expect(titles).toHaveText(['Desk six']);
  await page.getByLabel('More for this folder').click();
  await page.getByRole('button', { name: 'Remove the folder' }).click();
  await expect(page.getByRole('heading', { name: 'Your quizzes' })).toBeVisible();
});

test('a quiz is shared by a link that shows it without a sign-in', async ({ page, browser }) => {
  const data = {
    title: 'Desk seven',
    questions: [{ kind: 'true-false', text: 'Is water wet?', correct: true }],
  };
  await page.request.post('/api/quizzes', { data });
  await page.goto('/host#/games');
  await page.getByRole('link', { name: 'Quizzes', exact: true }).click();
  await page.getByLabel('Search your quizzes').fill('desk seven');
  await page.getByLabel('More for “Desk seven”').click();
  await page.getByRole('button', { name: 'Share…' }).click();
  await page.getByLabel('E-mail address of a host here').fill('nobody@example.org');
  await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('Nobody hosts here under this address.')).toBeVisible();
  await page.getByLabel('Link').selectOption('Look and copy');
  await accessible(page);
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { name: 'Desk seven' })).toBeVisible();
  await expect(visitor.getByText('Is water wet?')).toBeVisible();
  await accessible(visitor);
  await visitor.getByRole('button', { name: 'Sign in to copy it' }).click();
  await visitor.context().addCookies(session);
  await visitor.reload();
  await visitor.getByRole('button', { name: 'Copy into your library' }).click();
  await expect(visitor.locator('.quiz-open').filter({ hasText: 'Desk seven (2)' })).toBeVisible();
  await visitor.goto('/host#/shared/a-guess');
  await visitor.reload();
  await expect(visitor.getByText('This leads to no quiz any more.')).toBeVisible();
  await visitor.context().close();
});

test('a quiz saved elsewhere meanwhile is not overwritten unasked', async ({ page }) => {
  const quiz = {
    title: 'Desk two',
    questions: [{ kind: 'slide', text: 'Hello', timeLimitMs: 20_000, points: 0 }],
  };
  const { id } = await (await page.request.post('/api/quizzes', { data: quiz })).json();
  await page.goto(`/host#/quizzes/${id}`);
  await page.getByLabel('Text of the slide').fill('Mine');
  const stored = await page.request.get(`/api/quizzes/${id}`);
  await page.request.put(`/api/quizzes/${id}`, {
    data: { ...quiz, title: 'Desk two, theirs' },
    headers: { 'If-Match': stored.headers().etag! },
  });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('This quiz was saved somewhere else')).toBeVisible();
  await expect(page.getByLabel('Text of the slide')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Take the other version' }).click();
  await expect(page.getByLabel('Title of the quiz')).toHaveValue('Desk two, theirs');
});

test('a game is steered from the lobby to the report, over a reload at every phase', async ({ page }) => {
  const quiz = {
    title: 'Desk three',
    questions: [
      {
        kind: 'choice',
        text: 'Which is a river?',
        timeLimitMs: 60_000,
        points: 1000,
        choices: [
          { text: 'Nile', correct: true },
          { text: 'Alps', correct: false },
        ],
      },
      { kind: 'slide', text: 'Thank you', timeLimitMs: 20_000, points: 0 },
    ],
  };
  const { id } = await (await page.request.post('/api/quizzes', { data: quiz })).json();
  await page.goto(`/host#/quizzes/${id}/launch`);
  await accessible(page);
  await page.getByRole('button', { name: 'Open the lobby' }).click();

  const step = async (now: string, next?: string) => {
    await expect(bigButton(page)).toContainText(now);
    await page.reload();
    await expect(bigButton(page)).toContainText(now);
    await accessible(page, ['light']);
    await bigButton(page).click();
    if (next) await expect(bigButton(page)).toContainText(next);
  };
  await step('Show question 1', 'opens by itself');
  await expect(bigButton(page)).toContainText('Close answers');
  await expect(page.locator('.key-right')).toContainText('Nile');
  await page.keyboard.press('p');
  await step('Continue', 'Close answers');
  await page.getByRole('button', { name: '10 s more' }).click();
  await page.getByRole('button', { name: 'Lock the door' }).click();
  await expect(page.getByRole('button', { name: 'Locked' })).toHaveAttribute('aria-pressed', 'true');
  await step('Close answers');
  await step('Leaderboard');
  await step('Show question 2');
  await step('Finish');
  await step('See the report');
  await expect(page.getByRole('heading', { name: 'By question' })).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Games' }).first().click();
  await expect(page.locator('.past-game').filter({ hasText: 'Desk three' }).first()).toBeVisible();
  await accessible(page);
});
