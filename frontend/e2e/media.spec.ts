/** Pictures from the host's computer: how they come into a quiz, what is left of them, and who fetches them. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { join, openScreen, phone, phoneShows, pinOn, press, screenShows, signedIn } from './cast';
import { GIF_THAT_IS_A_PAGE, PAGE_THAT_BEGINS_AS_GIF, photo, SECRET, SVG } from './files';
import { fetched, mediaField, upload } from './uploads';

const MINE = 'Media';
const choice = {
  kind: 'choice',
  text: 'Which harbour is this?',
  timeLimitMs: 300_000,
  points: 1000,
  choices: [
    { text: 'Lisbon', correct: true },
    { text: 'Oslo', correct: false },
  ],
};
type Quiz = { questions: { media?: Media; choices: { text: string; media?: Media }[] }[] };
type Media = {
  url: string;
  kind?: string;
  alt?: string;
  width?: number;
  height?: number;
  phone?: { url: string; width: number; height: number };
};

let quiz: string;

test.beforeEach(async ({ page }, { title }) => {
  page.on('pageerror', error => {
    throw error;
  });
  await signedIn(page);
  const reply = await page.request.post('/api/quizzes', {
    data: { title: `${MINE} ${title}`.slice(0, 100), questions: [choice] },
  });
  quiz = (await reply.json()).id;
  await page.goto(`/host#/quizzes/${quiz}`);
  await page.getByText('Picture, sound or video').first().click();
});
test.afterEach(async ({ page }) => {
  await page.request.delete(`/api/quizzes/${quiz}`);
});

const answer = (page: Page, n: number) => page.locator('[data-answer]').nth(n - 1);
const shown = (page: Page) => mediaField(page).locator('.media-shown');

/** The first question as it is stored once it has what is waited for. */
async function stored(page: Page, has: (question: Quiz['questions'][0]) => unknown) {
  const read = async () => (await (await page.request.get(`/api/quizzes/${quiz}`)).json()) as Quiz;
  await expect.poll(async () => Boolean(has((await read()).questions[0]!))).toBe(true);
  return (await read()).questions[0]!;
}
const bytesOf = async (page: Page, url: string) => (await page.request.get(url)).body();

test('a photo leaves the browser small, upright and without its place, and is fetched once by each who shows it', async ({
  browser,
  page,
}) => {
  const sent = await listening(page);
  const original = await photo(page);
  expect(original.includes(SECRET)).toBe(true);
  await upload(mediaField(page), 'harbour.jpg', 'image/jpeg', original);
  await expect(shown(page)).toBeVisible();
  const about = mediaField(page).getByLabel('Description');
  await expect(about).toHaveAccessibleDescription(/say in a sentence what it shows/);
  await about.fill('Cranes before a red bridge');

  const { media } = await stored(page, question => question.media?.alt);
  // It was turned by a quarter.
  expect([media!.width, media!.height]).toEqual([1_280, 1_920]);
  expect([media!.phone!.width, media!.phone!.height]).toEqual([480, 720]);
  const parts = await sent();
  expect(parts).toHaveLength(2);
  for (const bytes of [...parts, await bytesOf(page, media!.url)]) {
    expect(bytes.includes(SECRET)).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
    expect(bytes.length).toBeLessThan(original.length);
  }
  expect((await bytesOf(page, media!.phone!.url)).length).toBeLessThanOrEqual(60_000);

  const ada = await phone(browser);
  const [onScreen, onPhone] = await played(page, ada);
  expect(onScreen).toEqual([media!.url]);
  expect(onPhone).toEqual([media!.phone!.url]);
});

/** Notes the files that the page sends from now on. */
async function listening(page: Page): Promise<() => Promise<Buffer[]>> {
  const sent = await page.evaluateHandle(() => {
    const files: Blob[] = [];
    const { send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.send = function (body) {
      for (const file of (body as FormData).values()) files.push(file as Blob);
      send.call(this, body);
    };
    return files;
  });
  return async () => {
    const bytes = await sent.evaluate(files =>
      Promise.all(files.map(async file => [...new Uint8Array(await file.arrayBuffer())])),
    );
    return bytes.map(it => Buffer.from(it));
  };
}

/** Plays the quiz to the reveal of its first question; what a screen and a phone have fetched meanwhile. */
async function played(host: Page, ada: Page): Promise<[string[], string[]]> {
  const reply = await host.request.post('/api/games', { data: { quizId: quiz } });
  await host.goto(`/host#/games/${(await reply.json()).id}`);
  const opened = await openScreen(host);
  // With a browser of its own: the host's has seen the picture.
  const screen = await ada.context().browser()!.newPage();
  const byScreen = await fetched(screen);
  await screen.goto(opened.url());
  const byPhone = await fetched(ada);
  await join(ada, await pinOn(screen), 'Ada');
  await press(host, 'Show question 1');
  await phoneShows(ada, 'question');
  for (const picture of [screen.locator('.hall img').first(), ada.locator('img.media').first()]) {
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate(it => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  await ada.getByRole('button', { name: 'Lisbon' }).tap();
  await screenShows(screen, 'reveal');
  await phoneShows(ada, 'reveal');
  return [byScreen, byPhone];
}

/** Lets a file fall onto something, or pastes it there. */
async function bring(
  how: 'drop' | 'paste',
  to: Locator,
  name: string,
  file: Buffer,
  text = '',
): Promise<void> {
  const data = await to.page().evaluateHandle(
    ({ name, base64, text }) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      if (text) transfer.setData('text/plain', text);
      return transfer;
    },
    { name, base64: file.toString('base64'), text },
  );
  await to.evaluate(
    (element, { how, data }) => {
      const more = { bubbles: true, cancelable: true };
      if (how === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...more, clipboardData: data }));
        return;
      }
      element.dispatchEvent(new DragEvent('dragover', { ...more, dataTransfer: data }));
      element.dispatchEvent(new DragEvent('drop', { ...more, dataTransfer: data }));
    },
    { how, data },
  );
}

test('a picture is dropped on an answer and pasted into a question; cells of a table are text', async ({
  page,
}) => {
  const picture = await photo(page, 400, 300);
  await bring('drop', answer(page, 2), 'oslo.jpg', picture);
  const { choices } = await stored(page, question => question.choices[1]?.media);
  // Small enough for a phone as it is.
  expect(choices[1]).toMatchObject({ text: 'Oslo', media: { width: 300, height: 400 } });
  expect(choices[1]!.media!.phone).toBeUndefined();

  await bring('paste', page.locator('.stage-text'), 'cells.png', picture, 'a\tb');
  await bring('drop', page.locator('.editor-head'), 'aside.jpg', picture);
  await expect(page.locator('.media-progress')).toHaveCount(0);
  await expect(shown(page)).toHaveCount(0);

  await bring('paste', page.locator('.stage-text'), 'lisbon.jpg', picture);
  await stored(page, question => question.media);
  await page.keyboard.press('Control+z');
  await stored(page, question => !question.media);
});

test('what a browser could run is refused beside the field, and what hides behind a picture is cut off', async ({
  page,
}) => {
  const trouble = mediaField(page).getByRole('alert');
  await upload(mediaField(page), 'logo.png', 'image/png', SVG);
  await expect(trouble).toHaveText(/^logo\.png: Podium cannot take this file\./);
  await upload(mediaField(page), 'cat.gif', 'image/gif', PAGE_THAT_BEGINS_AS_GIF);
  await expect(trouble).toHaveText(/^cat\.gif: This file is damaged/);
  await mediaField(page).getByRole('button', { name: 'Close' }).click();
  await expect(trouble).toHaveCount(0);

  await bring('drop', answer(page, 1), 'song.mp3', Buffer.from('ID3\x04'));
  await expect(answer(page, 1).getByRole('alert')).toHaveText(/Only a picture fits here/);

  await upload(mediaField(page), 'dot.gif', 'image/gif', GIF_THAT_IS_A_PAGE);
  const { media } = await stored(page, question => question.media);
  const kept = await bytesOf(page, media!.url);
  expect(kept.subarray(0, 3).toString()).toBe('GIF');
  expect(kept.includes('<script')).toBe(false);
});

test('when the room is full it is said, and tried again on request; what is cancelled is not kept', async ({
  page,
}) => {
  const picture = await photo(page, 640, 480);
  await page.route('**/api/media', route =>
    route.fulfill({
      status: 413,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'Too large', status: 413, code: 'quota' },
    }),
  );
  await upload(mediaField(page), 'harbour.jpg', 'image/jpeg', picture);
  await expect(mediaField(page).getByRole('alert')).toHaveText(/Your room for uploads is full/);
  await page.unroute('**/api/media');
  let held = () => {};
  await page.route('**/api/media', async route => {
    await new Promise<void>(go => {
      held = go;
    });
    // The page has given it up by then.
    await route.abort().catch(() => {});
  });
  await mediaField(page).getByRole('button', { name: 'Try again' }).click();
  await expect(mediaField(page).getByText('Uploading “harbour.jpg”…')).toBeVisible();
  await mediaField(page).getByRole('button', { name: 'Cancel' }).click();
  held();
  await page.unroute('**/api/media');
  await expect(mediaField(page).locator('.media-progress, [role=alert]')).toHaveCount(0);
  await upload(mediaField(page), 'harbour.jpg', 'image/jpeg', picture);
  await expect(shown(page)).toBeVisible();
});

test('what was uploaded is used again, and goes for good only when nothing uses it', async ({ page }) => {
  await upload(mediaField(page), 'harbour.jpg', 'image/jpeg', await photo(page, 1_000, 800));
  const { media } = await stored(page, question => question.media);
  await page.locator('summary[aria-label="Picture of answer 1"]').click();
  await answer(page, 1).getByRole('button', { name: 'From your uploads' }).click();
  const shelf = page.getByRole('dialog', { name: 'Your uploads' });
  await expect(shelf.getByText(/of 2\.1 GB are used/)).toBeVisible();
  const first = shelf.locator('.shelf-item').first();
  await expect(first).toContainText(`Used in “${MINE}`);
  await first.getByRole('button', { name: /^Delete/ }).click();
  await expect(shelf.getByRole('alert')).toHaveText(/Take it out there first/);
  await first.getByRole('button', { name: /^Use/ }).click();
  const { choices } = await stored(page, question => question.choices[0]?.media);
  expect(choices[0]!.media).toEqual({ ...media, kind: 'image' });

  await answer(page, 1).getByRole('button', { name: 'Remove' }).click();
  await mediaField(page).getByRole('button', { name: 'Remove' }).click();
  await stored(page, question => !question.media && !question.choices[0]!.media);
  await mediaField(page).getByRole('button', { name: 'From your uploads' }).click();
  await expect(first).toContainText('Not used');
  await first.getByRole('button', { name: /^Delete/ }).click();
  await page
    .getByRole('dialog', { name: 'Delete this upload?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  const left = async () =>
    (await (await page.request.get('/api/media')).json()).items.map(({ url }: Media) => url);
  await expect.poll(left).not.toContain(media!.url);
});
