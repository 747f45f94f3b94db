/** Questions from elsewhere, seen before they are taken; and quizzes that go elsewhere. One file of each program: two-hosts.spec. */
import { expect, type Page, test } from '@playwright/test';
import { signedIn } from './cast';

const FILES = new URL('../../src/test/resources/import/', import.meta.url).pathname;

/** Quizzes of these tests, told from those of others that run meanwhile. */
const MINE = /^(table|qti21|Import (into|back))$/;

test.beforeEach(async ({ page }) => {
  page.on('pageerror', error => {
    throw error;
  });
  await signedIn(page);
});
test.afterEach(async ({ page }) => {
  for (const { id } of await made(page)) await page.request.delete(`/api/quizzes/${id}`);
});

const library = async (page: Page): Promise<{ id: string; title: string }[]> =>
  (await page.request.get('/api/quizzes')).json();
const made = async (page: Page) => (await library(page)).filter(quiz => MINE.test(quiz.title));
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function choose(page: Page, chosen: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
  await page.goto('/host#/');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(chosen);
}

test('cards are imported from Quizlet and Anki', async ({ page }) => {
  await choose(page, file('cards.txt', 'lime\tgreen\nsky\tblue\nsnow\twhite\n'));
  await expect(page.locator('.import-row')).toHaveCount(3);
  await expect(page.locator('.import-right').first()).toHaveText('green');
  await expect(page.getByText('The wrong answers are those of other cards.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles(file('notes.txt', '#separator:tab\n#html:true\nWhat is a <b>lime</b>?\tgreen\n'));
  await expect(page.locator('.import-row')).toContainText('What is a lime?');
});

test('a table nobody knows is mapped by hand before it is imported', async ({ page }) => {
  await choose(
    page,
    file('table.csv', 'Fach;Was?;x;y;Welche\nBio;Lime?;green;blue;2\nBio;Sky?;green;blue;2\n'),
  );
  await expect(page.getByText('The table does not say. Podium has guessed')).toBeVisible();
  const column = (n: number) => page.getByLabel(`Column ${n}`);
  await column(2).selectOption('question');
  await expect(column(1)).toHaveValue('none');
  await column(3).selectOption('choice');
  await column(4).selectOption('choice');
  await column(5).selectOption('correct');
  await page.getByLabel('The first question is in row').fill('2');
  await expect(page.locator('.import-row')).toHaveCount(2);
  await expect(page.locator('.import-right')).toHaveText(['blue', 'blue']);
  await page.getByRole('button', { name: 'Make a quiz of 2' }).click();
  await expect(page.locator('.row-text')).toHaveText(['Lime?', 'Sky?']);
});

test('a pasted list is added to the quiz that is open, and one Ctrl+Z takes it away again', async ({
  page,
}) => {
  await page.goto('/host#/quizzes/new');
  await page.getByLabel('Title of the quiz').fill('Import into');
  await page.getByRole('button', { name: 'Add questions from a file or a list' }).click();
  await page
    .getByLabel('Paste a list')
    .fill('Which colour is a lime?\n*Green\nBlue\n\nWhich are even?\n*2\n3\n*4\n\nNo key\na\nb\n');
  await page.getByRole('button', { name: 'Show the questions' }).click();
  await expect(page.locator('.import-right')).toHaveText(['Green', '2', '4']);
  await expect(page.locator('.import-row').last()).toContainText('Mark at least one answer as right.');
  await page.getByRole('button', { name: 'Add 3 questions' }).click();
  await expect(page.locator('.row-text')).toHaveCount(4);
  await expect(page.locator('.editor-status')).toHaveText('Saved ✓');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.row-text')).toHaveCount(1);
});

test('QTI is refused by its name, and the prompt for a machine can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, `${FILES}qti21.zip`);
  await expect(page.getByRole('alert')).toContainText('Podium cannot read “qti21.zip” as a quiz.');
  await expect(page.getByRole('alert')).toContainText('QTI');
  await page.getByRole('button', { name: 'Copy this prompt' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('*The right answer');
  expect(await made(page)).toEqual([]);
});

test('an export says what the file cannot hold before it is fetched', async ({ page }) => {
  const choices = [
    { text: 'green', correct: true },
    { text: 'blue', correct: false },
  ];
  await page.request.post('/api/quizzes', {
    data: {
      title: 'Import back',
      questions: [
        { kind: 'choice', text: 'Lime?', points: 500, timeLimitMs: 20_000, choices },
        { kind: 'poll', text: 'You?', points: 0, choices: [{ text: 'a' }, { text: 'b' }] },
      ],
    },
  });
  await page.goto('/host#/');
  await page.getByRole('button', { name: 'More for “Import back”' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The file holds all questions.');
  await dialog.getByLabel('zip').check();
  await expect(dialog).toContainText('The file holds everything.');
  for (const format of ['Kahoot', 'GIFT', 'Moodle XML']) {
    await dialog.getByLabel(format).check();
    await expect(dialog).toContainText('Question 1: Points');
    await expect(dialog).toContainText('Question 2: the whole question');
  }
  const [fetched] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(fetched.suggestedFilename()).toBe('Import-back.xml');
  await choose(page, await fetched.path());
  await expect(page.locator('.import-row')).toHaveCount(1);
  await expect(page.locator('.import-row')).toContainText('Lime?');
});
