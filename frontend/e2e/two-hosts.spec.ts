/**
 * Somebody is invited, moves in, makes a quiz of every kind with a picture, a sound and a film, and shares it; a colleague launches
 * it, and five phones and a screen play what has media. What is played of the other kinds is every-kind.spec's.
 */
import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  becomeHost,
  inLibrary,
  invitation,
  join,
  openScreen,
  phone,
  phoneShows,
  pinOn,
  press,
  saved,
  screenShows,
  signedIn,
} from './cast';
import { photo } from './files';
import { fetched, mediaField, soughtInTheMiddle, sound, upload } from './uploads';

const RESOURCES = new URL('../../src/test/resources/', import.meta.url);
const PASSWORD = 'a sentence to remember';
const TITLE = 'Harbours of the world';

/** A file of each program: its rows, those that are kept, and a text that has to be there. */
const ONE_OF_EACH: [string, number, number, string][] = [
  ['kahoot-official.xlsx', 4, 4, 'Umlaut größer?'],
  ['blooket.csv', 3, 3, 'Which are even, please?'],
  ['blooket-semicolon-cp1252.csv', 3, 3, 'Which colour is a Größe?'],
  ['gimkit.csv', 1, 1, 'Which colour is a lime?'],
  ['wayground.xlsx', 3, 3, 'verde'],
  ['questions.gift', 11, 10, 'A missing ____ word.'],
  ['aiken.txt', 4, 4, 'Lowercase answer'],
  ['moodle.xml', 6, 6, 'Blue & white'],
  ['opentdb.json', 2, 2, "It's red"],
];

/** So many kinds there are. */
const WRITTEN = 10;
const NAMES = ['Ada', 'Bob', 'Cleo', 'Dora', 'Emil'];

test('a new host moves in and shares a quiz with pictures, sound and film, and a colleague plays it with a class', async ({
  page: admin,
  browser,
}) => {
  test.setTimeout(600_000);
  await signedIn(admin);
  const grace = await newHost(admin, browser, 'grace');
  const hopper = await newHost(admin, browser, 'hopper');

  await test.step('one file of each program is seen, then imported', async () => {
    for (const [name, rows, kept, text] of ONE_OF_EACH) {
      await grace.page.goto('/host#/import');
      await grace.page
        .locator('input[type=file]')
        .setInputFiles(new URL(`import/${name}`, RESOURCES).pathname);
      await expect(grace.page.locator('.import-row')).toHaveCount(rows);
      await expect(grace.page.locator('.import-rows')).toContainText(text);
      await grace.page.getByRole('button', { name: `Make a quiz of ${kept}` }).click();
      await expect(grace.page.locator('.row-text')).toHaveCount(kept);
    }
    await grace.page.goto('/host#/');
    await expect(grace.page.locator('.quiz-card')).toHaveCount(ONE_OF_EACH.length);
  });

  await test.step('a quiz of every kind is written, with a picture, a sound and a film', () =>
    write(grace.page));

  await test.step('it is shared with a colleague, who finds and launches it', async () => {
    await shareWith(grace.page, hopper.email, 'launch it');
    await hopper.page.reload();
    await hopper.page.getByRole('link', { name: 'Shared with you' }).click();
    await hopper.page.locator('.quiz-card').getByRole('link', { name: 'Launch' }).first().click();
    await hopper.page.getByRole('button', { name: 'Open the lobby' }).click();
  });

  await test.step('five phones and a screen play it; what a picture is they ask for once, and they seek in the others', () =>
    play(hopper.page, browser));

  await test.step('what a colleague has written over is an earlier version, and its owner brings it back', async () => {
    await shareWith(grace.page, hopper.email, 'change it');
    await hopper.page.goto('/host#/shared');
    // The list that was there before does not know yet what they may.
    const card = await inLibrary(hopper.page, TITLE);
    await expect(card.locator('.menu-items a').filter({ hasText: 'Edit' })).toBeAttached();
    await card.getByRole('link', { name: TITLE }).click();
    const theirs = hopper.page.getByLabel('Question', { exact: true });
    await expect(theirs).toHaveValue('Which harbour is this?');
    await theirs.fill('Which town is this?');
    await expect(hopper.page.locator('.editor-status')).toHaveText('Saved ✓');

    await grace.page.goto('/host#/');
    await (await inLibrary(grace.page, TITLE)).getByRole('link', { name: TITLE }).click();
    await expect(grace.page.locator('.row-text').first()).toHaveText('Which town is this?');
    await grace.page.getByRole('button', { name: 'Earlier versions' }).click();
    await grace.page.getByRole('button', { name: 'Restore this version' }).click();
    await expect(grace.page.locator('.row-text').first()).toHaveText('Which harbour is this?');
    await expect(grace.page.locator('.row-text')).toHaveCount(WRITTEN);
    await hopper.page.reload();
    await expect(theirs).toHaveValue('Which harbour is this?');
    // An editor that is left reads the library once more.
    await grace.page.goto('about:blank');
    await grace.page.goto('/host#/');
  });

  await test.step('the trash gives it back, media and all', async () => {
    await inLibrary(grace.page, TITLE);
    // What is found takes the place of what was there, and of what was picked of it.
    await expect(grace.page.locator('.quiz-card')).toHaveCount(1);
    await grace.page.getByLabel(`Select “${TITLE}”`).check();
    await grace.page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
    await grace.page.getByRole('link', { name: 'Trash' }).click();
    await grace.page.locator('.quiz-card').getByRole('button', { name: 'Bring back' }).click();
    await expect(grace.page.locator('.quiz-card')).toHaveCount(0);
    await grace.page.getByRole('link', { name: 'All quizzes' }).click();
    await (await inLibrary(grace.page, TITLE)).getByRole('link', { name: TITLE }).click();
    await expect(grace.page.locator('.row-text')).toHaveCount(WRITTEN);
    const picture = mediaField(grace.page).locator('img.media-shown');
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate(it => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });
});

async function newHost(admin: Page, browser: Browser, name: string): Promise<{ page: Page; email: string }> {
  const email = `${name}-${Date.now()}@example.org`;
  const link = await invitation(admin, email);
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(link);
  await becomeHost(page, name, PASSWORD);
  return { page, email };
}

async function shareWith(owner: Page, email: string, may: string): Promise<void> {
  await owner.goto('/host#/');
  const card = await inLibrary(owner, TITLE);
  await card.getByRole('button', { name: `More for “${TITLE}”` }).click();
  await owner.getByRole('button', { name: 'Share…' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('E-mail address of a host here').fill(email);
  await dialog.getByLabel('Who may').selectOption(may);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog.getByLabel('What hopper may do').locator('option:checked')).toHaveText(may);
  await owner.keyboard.press('Escape');
}

async function write(page: Page): Promise<void> {
  const add = async (kind: string) => {
    await page.getByText('Add a question').click();
    await page.locator('.add-question').getByRole('button', { name: kind, exact: true }).click();
  };
  const ask = (text: string) => page.getByLabel('Question', { exact: true }).fill(text);
  const attach = async (name: string, type: string, bytes: Buffer) => {
    const open = await mediaField(page).isVisible();
    if (!open) await page.getByText('Picture, sound or video').first().click();
    await upload(mediaField(page), name, type, bytes);
    await expect(mediaField(page).locator('.media-shown')).toBeVisible();
  };
  await page.goto('/host#/quizzes/new');
  await page.getByLabel('Title of the quiz').fill(TITLE);
  await ask('Which harbour is this?');
  await page.getByLabel('Answer 1', { exact: true }).fill('Lisbon');
  await page.getByLabel('Answer 2', { exact: true }).fill('Oslo');
  await page.getByLabel('Answer 1 is right').check();
  await attach('harbour.jpg', 'image/jpeg', await photo(page, 1_500, 1_000));
  await add('True or false');
  await ask('This is the sea.');
  await attach('sea.wav', 'audio/wav', sound(20));
  await add('Typed answer');
  await ask('What passes by?');
  await page.getByLabel('Accepted answer 1').fill('A boat');
  await attach('boat.webm', 'video/webm', readFileSync(new URL('media/vp9-opus.webm', RESOURCES)));
  await add('Slide');
  await page.locator('.stage-text').fill('That was all.');
  await add('Number');
  await ask('How many piers?');
  await page.getByLabel('Right answer').fill('12');
  await add('Put in order');
  await ask('From north to south');
  for (const [at, name] of ['Oslo', 'Porto'].entries()) await page.locator('.answer-text').nth(at).fill(name);
  await add('Poll');
  await ask('Where next?');
  for (const [at, name] of ['North', 'South'].entries())
    await page.locator('.answer-text').nth(at).fill(name);
  await add('Word cloud');
  await ask('How was it?');
  await add('Scale');
  await ask('How sure are you?');
  await add('Place on a picture');
  await ask('Where is the harbour?');
  await attach('map.jpg', 'image/jpeg', await photo(page, 900, 600));
  await page.locator('.region-picture img').click();
  await expect(page.locator('.region-sliders')).toBeVisible();
  await expect(page.locator('.editor-status')).toHaveText('Saved ✓');
}

/** What of the uploads came over the line, and not out of the browser's cache. */
function overTheLine(): string[] {
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(({ name, transferSize }) => name.includes('/media/') && transferSize > 0)
    .map(({ name }) => name);
}

async function play(host: Page, browser: Browser): Promise<void> {
  const screen = await openScreen(host);
  const pin = await pinOn(screen);
  const phones: Page[] = [];
  for (const name of NAMES) {
    const one = await phone(browser);
    phones.push(one);
    await join(one, pin, name);
  }
  const all = [screen, ...phones];
  const asked = await Promise.all(all.map(fetched));
  const partly = all.map(one => {
    const statuses: number[] = [];
    one.on('response', reply => reply.url().includes('/media/') && statuses.push(reply.status()));
    return statuses;
  });
  const everybody = async (phase: 'question' | 'reveal') => {
    await screenShows(screen, phase);
    for (const one of phones) await phoneShows(one, phase);
  };
  const ended = async () => {
    for (const one of phones) await saved(one).catch(() => phoneShows(one, 'reveal'));
    await everybody('reveal');
    await press(host, 'Leaderboard');
    await screenShows(screen, 'standings');
  };
  const sought = async (tag: 'audio' | 'video') => {
    for (const one of all) {
      const player = one.locator(tag).first();
      await expect
        .poll(() => player.evaluate(it => (it as HTMLMediaElement).duration || 0))
        .toBeGreaterThan(0);
      expect(await player.evaluate(soughtInTheMiddle)).toBe(true);
    }
  };

  await press(host, 'Show question 1');
  await everybody('question');
  for (const one of phones) await one.getByRole('button', { name: 'Lisbon' }).tap();
  await ended();
  const pictures = await Promise.all(phones.map(one => one.evaluate(overTheLine)));
  for (const urls of pictures) expect(urls).toHaveLength(1);
  // The small one; the screen has what the host's check-list has loaded in the same browser.
  expect(new Set(pictures.flat()).size).toBe(1);
  expect((await screen.evaluate(overTheLine)).filter(url => !pictures[0]!.includes(url)).length).toBeLessThan(
    2,
  );

  for (const urls of asked) urls.length = 0;
  for (const statuses of partly) statuses.length = 0;
  await press(host, 'Show question 2');
  await everybody('question');
  await sought('audio');
  for (const one of phones) await one.getByRole('button', { name: 'True', exact: true }).tap();
  await ended();
  await press(host, 'Show question 3');
  await everybody('question');
  await sought('video');
  for (const one of phones) {
    await one.getByRole('textbox').fill('a boat');
    await one.getByRole('button', { name: 'Send answer' }).tap();
  }
  await ended();
  expect(new Set(asked.flat()).size).toBe(2);
  for (const statuses of partly) expect(new Set(statuses)).toEqual(new Set([206]));

  await press(host, 'Show question 4');
  await host.getByRole('button', { name: 'End the game' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'End the game' }).click();
  for (const one of phones) await expect(one.getByText('3 of 3 right')).toBeVisible();
  for (const one of phones) await one.context().close();
}
