/** The newer kinds as they are written, with a library that is played by the test: what is drawn is what is stored. */
import { expect, type Page, test } from '@playwright/test';
import { shot } from './every-page';
import { drawPictures } from './kind-states';

interface Question {
  region?: { shape: string; [part: string]: number | string };
  [field: string]: unknown;
}
const picture = (name: string) => ({
  kind: 'image',
  url: `https://pictures.example/media/${name}-600x400.svg`,
  alt: name,
});
const POINT = {
  kind: 'point',
  text: 'Where does the river begin?',
  timeLimitMs: 0,
  points: 1000,
  media: picture('map'),
};
const CHOICE = {
  kind: 'choice',
  text: 'Which is the Rhine?',
  timeLimitMs: 20_000,
  points: 1000,
  choices: [{ text: 'Nile', correct: true }, { text: 'Rhine' }],
};

/** The editor with a quiz of one question; tells what was stored of it last. */
async function edit(page: Page, question: object): Promise<() => Question | undefined> {
  let stored: Question | undefined;
  const quiz = { id: 'q1', title: 'Rivers', language: 'en', questions: [question] };
  await page.route('**/api/**', (route, request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/api/session')
      return route.fulfill({ json: { id: 'h1', email: 'h@podium.example', name: 'Host', role: 'host' } });
    if (pathname !== '/api/quizzes/q1') return route.fulfill({ json: [] });
    if (request.method() === 'PUT') [stored] = request.postDataJSON().questions;
    return route.fulfill({ json: { ...quiz, questions: [stored ?? question] }, headers: { ETag: '"1"' } });
  });
  await drawPictures(page);
  await page.goto('/host#/quizzes/q1');
  await page.locator('.row-open').first().click();
  return () => stored;
}

test('the right place is drawn and moved by hand, turned into a rectangle, and made larger by keyboard', async ({
  page,
}) => {
  const stored = await edit(page, POINT);
  const box = page.locator('.region-picture img');
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(100);
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await box.boundingBox())!;
  const drag = async (from: [number, number], to: [number, number]) => {
    await page.mouse.move(x + width * from[0], y + height * from[1]);
    await page.mouse.down();
    await page.mouse.move(x + width * to[0], y + height * to[1], { steps: 4 });
    await page.mouse.up();
  };
  const part = (name: string) => Number(stored()?.region?.[name]);
  await drag([0.3, 0.5], [0.4, 0.5]);
  await expect.poll(() => stored()?.region?.shape).toBe('circle');
  await expect.poll(() => part('x')).toBeCloseTo(0.3, 1);
  await expect.poll(() => part('r')).toBeCloseTo(0.1, 1);
  await drag([0.3, 0.5], [0.6, 0.6]);
  await expect.poll(() => part('x')).toBeCloseTo(0.6, 1);
  expect(part('r')).toBeCloseTo(0.1, 1);

  await page.getByRole('radio', { name: 'Rectangle' }).check();
  await expect.poll(() => stored()?.region?.shape).toBe('rectangle');
  const before = part('width');
  await page.getByRole('slider', { name: 'Width' }).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => part('width')).toBeGreaterThan(before + 0.02);
  expect(stored()).toMatchObject({ timeLimitMs: 0, media: POINT.media });
});

test('an answer may be a picture alone, by its address', async ({ page }) => {
  const stored = await edit(page, CHOICE);
  await page.locator('summary[aria-label="Picture of answer 2"]').click();
  const fields = page.locator('[data-answer="1"] .answer-picture-fields');
  await fields.getByLabel('Address').fill(picture('rhine').url);
  await fields.getByLabel('Description').fill('rhine');
  await page.getByRole('textbox', { name: 'Answer 2' }).fill('');
  await expect
    .poll(() => stored()?.choices)
    .toEqual([
      { text: 'Nile', correct: true },
      { text: '', media: picture('rhine') },
    ]);
});

test('a question becomes a word cloud or a scale, and keeps its text', async ({ page }) => {
  const stored = await edit(page, CHOICE);
  const kind = page.getByLabel('Kind');
  await kind.selectOption('word-cloud');
  await page.getByLabel('Longest word').fill('12');
  await expect
    .poll(stored)
    .toMatchObject({ kind: 'word-cloud', text: CHOICE.text, maxLength: 12, points: 0 });
  await kind.selectOption('scale');
  await page.getByLabel('The lowest means').fill('never');
  await page.getByLabel('The highest means').fill('always');
  await expect
    .poll(stored)
    .toMatchObject({ kind: 'scale', min: 1, max: 5, step: 1, labels: ['never', 'always'], points: 0 });
});

test('what is Markdown is switched on for a question, seen below what is typed and in the preview, and goes on with the next', async ({
  page,
}) => {
  const stored = await edit(page, CHOICE);
  const text = page.getByLabel('Question', { exact: true });
  await text.fill('What is $x^2$ for **this** $x$?');
  await expect(page.locator('.shown')).toHaveCount(0);
  await page.getByLabel('Markdown and formulas').check();
  await page.getByLabel('Answer 1', { exact: true }).fill('$\\sqrt{2}$');
  await expect(page.locator('.stage-question .shown .katex')).toHaveCount(2);
  await expect(page.locator('.answer .shown .katex')).toHaveCount(1);
  await expect.poll(stored).toMatchObject({
    format: 'markdown',
    text: 'What is $x^2$ for **this** $x$?',
    choices: [{ text: '$\\sqrt{2}$' }, {}],
  });
  await shot(page, 'formulas editor');
  await page.getByRole('button', { name: 'Preview' }).click();
  for (const frame of ['The screen', 'A phone']) {
    const inside = page.frameLocator(`iframe[title="${frame}"]`);
    await expect(inside.locator('h1 .katex')).toHaveCount(2);
    await expect(inside.locator('h1 strong')).toHaveText('this');
  }
  await shot(page, 'formulas preview');
  await page.getByRole('button', { name: 'Back to the editor' }).click();
  await page.getByText('Add a question').click();
  await page.locator('.add-question').getByRole('button', { name: 'Slide', exact: true }).click();
  await expect(page.getByLabel('Markdown and formulas')).toBeChecked();
});
