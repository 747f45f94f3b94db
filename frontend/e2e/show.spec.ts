/** What a show is beside its questions: how it looks is chosen at launch, and every phone has its part. */
import { expect, test } from '@playwright/test';
import { DEMO, inLibrary, launch, openScreen, signedIn, signIn } from './cast';
import { fakeGame, golden } from './fake-game';
import { ink, tone } from './files';

async function withSeat(page: import('@playwright/test').Page) {
  const game = await fakeGame(page);
  await page.goto('/?pin=123456');
  await page.getByLabel('Your nickname').fill('Ada');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.locator('.bar-name')).toHaveText('Ada');
  return game;
}

test('a phone’s reveal tells the streak, who is just ahead and how many have answered', async ({ page }) => {
  const game = await withSeat(page);
  game.show(golden('reveal.show'));
  await expect(page.getByText('2 in a row')).toBeVisible();
  await expect(page.getByText('1,100 points behind Cleo')).toBeVisible();
  await expect(page.getByText('2 of 3 have answered')).toBeVisible();
});

test('where only the own place is told, a phone shows no table of others', async ({ page }) => {
  const game = await withSeat(page);
  game.show(golden('standings.own'));
  await expect(page.locator('.place-number')).toHaveText('2');
  await expect(page.locator('.table .crest')).toHaveCount(0);
  game.show({ ...golden('standings.own'), ranks: 'hidden' } as ReturnType<typeof golden>);
  await expect(page.getByRole('heading', { name: 'The places stay a secret until the end.' })).toBeVisible();
  await expect(page.locator('.place-number')).toHaveCount(0);
});

test('the finished page tells one’s own way, also after a reload', async ({ page }) => {
  await page.route('**/api/play/path', route =>
    route.fulfill({
      json: {
        questions: [
          {
            index: 0,
            kind: 'choice',
            text: 'Which river is the longest?',
            answered: true,
            correct: true,
            points: 950,
          },
          {
            index: 2,
            kind: 'true-false',
            text: 'Iceland has mosquitoes.',
            answered: false,
            correct: false,
            points: 0,
          },
          { index: 6, kind: 'poll', text: 'Where would you rather be?', answered: true, points: 0 },
        ],
      },
    }),
  );
  const game = await withSeat(page);
  game.show(golden('finished'));
  const way = page.locator('.way-step');
  await expect(way).toHaveText([
    /Question 1 · right.*Which river.*\+950/,
    /Question 3 · no answer.*Iceland/,
    /Question 7 · not scored/,
  ]);
  await page.reload();
  await expect(way).toHaveCount(3);
});

test('a look is chosen at launch, has to be readable, and is remembered for its quiz', async ({
  page: host,
}) => {
  await signIn(host);
  await (await inLibrary(host, DEMO)).getByRole('link', { name: 'Launch' }).first().click();
  // The form moves once, when its quiz has come.
  await expect(host.locator('.launch h1')).toHaveText(DEMO);
  await host.locator('.look-theme', { hasText: 'Paper' }).click();
  await expect(host.getByLabel('Paper')).toBeChecked();
  await host.getByLabel('Colour of what is lit').fill('#ffe08a');
  await expect(host.getByText('This is too close to the ground to be read.')).toBeVisible();
  await host.getByRole('button', { name: 'Open the lobby' }).click();
  await expect(host.getByRole('button', { name: 'Open the lobby' })).toBeVisible();
  await host.getByRole('button', { name: /^Use #/ }).click();
  await expect(host.getByText('This is too close to the ground to be read.')).toBeHidden();
  const logo = host.getByRole('group', { name: 'Logo' });
  await logo.getByLabel('Address').fill('http://example.org/logo.svg');
  await expect(logo.getByText('The address has to begin with https://')).toBeVisible();
  await logo.getByLabel('Address').fill('');
  const chosen = await host.getByLabel('Colour of what is lit').inputValue();
  // A logo of black ink, on glass.
  await logo.locator('input[type=file]').setInputFiles({
    name: 'logo.png',
    mimeType: 'image/png',
    buffer: await ink(host, 900, 300),
  });
  await expect(logo.getByRole('img')).toBeVisible();
  await host.locator('.look-theme', { hasText: 'Arcade' }).click();
  await expect(logo.getByRole('alert')).toHaveText('It can hardly be seen on this theme’s ground.');
  await host.locator('.look-theme', { hasText: 'Paper' }).click();
  await expect(logo.getByRole('alert')).toHaveCount(0);
  const sound = host.getByRole('group', { name: 'Sound of the lobby' });
  const send = (name: string, buffer: Buffer) =>
    sound.locator('input[type=file]').setInputFiles({ name, mimeType: 'audio/wav', buffer });
  await send('logo.wav', await ink(host, 9, 9));
  await expect(sound.getByRole('alert')).toHaveText('logo.wav: Only a sound fits here.');
  await send('anthem.wav', tone());
  await expect(sound.locator('audio')).toBeVisible();

  await host.getByRole('button', { name: 'Open the lobby' }).click();
  const screen = await openScreen(host);
  await expect(screen.locator('html')).toHaveAttribute('data-theme', 'paper');
  await expect(screen.locator('.own-logo')).toHaveJSProperty('naturalWidth', 720);
  const heard = screen.waitForRequest(request => request.resourceType() === 'media');
  await screen.mouse.move(9, 9);
  await screen.getByRole('slider', { name: 'Sound' }).fill('0.5');
  const { pathname } = new URL((await heard).url());
  // What a game shows and plays is not collected while there is the game.
  const { items } = await (await host.request.get('/api/media')).json();
  expect(items.find(({ url }: { url: string }) => url === pathname).games).toBeGreaterThan(0);
  expect(
    await screen.locator('html').evaluate(element => element.style.getPropertyValue('--limelight')),
  ).toBe(chosen);
  await screen.close();

  await host.goto('/host');
  await launch(host, DEMO);
  const again = await openScreen(host);
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'paper');
});

test('whatever has the focus at a launch stands above the button that stays, on a phone too', async ({
  page: host,
}) => {
  await host.setViewportSize({ width: 360, height: 740 });
  await signedIn(host);
  const [{ id }] = await (await host.request.get('/api/quizzes')).json();
  await host.goto(`/host#/quizzes/${id}/launch`);
  await host.locator('.launch h1:not(:empty)').waitFor();
  const seen = new Set<string>();
  for (let presses = 0; presses < 80; presses++) {
    await host.keyboard.press('Tab');
    const at = await host.evaluate(() => {
      const it = document.activeElement!;
      const { top, bottom } = (it.closest('label') ?? it).getBoundingClientRect();
      const edge = document.querySelector('.launch-do')!.getBoundingClientRect().top;
      return {
        in: it.matches('.launch-card *'),
        end: it.matches('.launch-do *'),
        name: it.outerHTML.slice(0, 120),
        // Of several lines a browser brings the one that is written into sight.
        under: (it.matches('textarea') ? top + 40 : bottom) > edge + 1,
      };
    });
    if (at.end) break;
    if (!at.in) continue;
    seen.add(at.name);
    expect(at.under, at.name).toBe(false);
  }
  expect(seen.size).toBeGreaterThan(10);
});
