import { expect, type Page, test } from '@playwright/test';
import {
  arrange,
  demoAtLeisure,
  join,
  launch,
  openScreen,
  phone,
  phoneShows,
  pick,
  pinOn,
  press,
  saved,
  screenShows,
  signIn,
  type,
} from './cast';

/** A title of this run's own. */
const TITLE = `Around the world, ${Date.now()}`;

/**
 * The demo quiz from the library to the report, with one host, one screen and three phones: Ada goes offline and comes
 * back, Bob reloads in the middle of a question, Cleo joins late.
 */
test('a whole game is played, from the library to the report', async ({ browser, page: host }) => {
  test.setTimeout(600_000);
  await signIn(host);
  await demoAtLeisure(host, TITLE);
  await launch(host, TITLE);
  const screen = await openScreen(host);
  const pin = await pinOn(screen);
  await expect(screen.getByRole('img', { name: /^QR code/ })).toBeVisible();

  const [ada, bob, cleo] = [await phone(browser), await phone(browser), await phone(browser)];
  await test.step('two phones join, one by the link and one by the PIN', async () => {
    await join(ada, pin, 'Ada');
    await join(bob, pin, 'Bob', 'pin');
    await expect(screen.locator('.name')).toHaveText(['Ada', 'Bob']);
    await expect(screen.locator('.names-count')).toHaveText('2 players are here');
    await expect(host.getByText('players are in')).toBeVisible();
  });

  await test.step('a choice: everybody has answered, so it closes at once', async () => {
    await press(host, 'Show question 1');
    await screenShows(screen, 'question');
    await pick(bob, 'Cairo');
    await saved(bob);
    await expect(screen.locator('.footlights-count')).toHaveText('1 of 2 have answered');
    await pick(ada, 'Istanbul');
    await everybodySees('reveal', screen, ada, bob);
    await expect(ada.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await expect(bob.getByRole('heading', { name: 'Not this time' })).toBeVisible();
    await expect(screen.locator('.bar-right .answer-text')).toHaveText('Istanbul');
    await expect(screen.getByText('The Bosporus runs through Istanbul', { exact: false })).toBeVisible();
    await leaderboard(host, screen, 'Ada');
  });

  await test.step('true or false: Cleo joins late, and Bob reloads after his answer', async () => {
    await press(host, 'Show question 2');
    await pick(bob, 'False');
    await saved(bob);
    await join(cleo, pin, 'Cleo');
    await phoneShows(cleo, 'question');
    await bob.reload();
    await phoneShows(bob, 'question');
    await saved(bob);
    await expect(bob.getByRole('button', { name: 'False', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await pick(cleo, 'False');
    await saved(cleo);
    await pick(ada, 'True');
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(bob.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await leaderboard(host, screen);
  });

  await test.step('a number: Ada answers while she is offline, and it arrives when she is back', async () => {
    await press(host, 'Show question 3');
    await phoneShows(ada, 'question');
    await ada.context().setOffline(true);
    await type(ada, '8850');
    await expect(ada.locator('.status')).toHaveAttribute('data-status', /^(kept|sending)$/);
    await type(bob, '7000');
    await type(cleo, '8900');
    await saved(cleo);
    await ada.context().setOffline(false);
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(ada.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await expect(cleo.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await expect(bob.getByRole('heading', { name: 'Not this time' })).toBeVisible();
    await leaderboard(host, screen);
  });

  await test.step('several right answers: a part of them brings a part of the points', async () => {
    await press(host, 'Show question 4');
    await pick(ada, 'Kenya', 'Indonesia', 'Brazil');
    await pick(bob, 'Kenya', 'Brazil');
    await pick(cleo, 'Kenya', 'Peru');
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(bob.getByRole('heading', { name: 'Partly right' })).toBeVisible();
    await expect(screen.locator('.bar-right')).toHaveCount(3);
    await leaderboard(host, screen);
  });

  await test.step('a slide: nothing to answer, and the host goes on', async () => {
    await press(host, 'Show question 5');
    await screenShows(screen, 'question');
    await expect(screen.getByText('Half-way round!', { exact: false })).toBeVisible();
    await phoneShows(ada, 'question');
  });

  await test.step('typed text counts whatever its capitals', async () => {
    await press(host, 'Show question 6');
    await type(ada, '  vatican CITY ');
    await type(bob, 'Monaco');
    await type(cleo, 'Vatican');
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(ada.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await expect(screen.locator('.typed-row')).toHaveCount(3);
    await leaderboard(host, screen);
  });

  await test.step('a poll has no right and no wrong, and no leaderboard after it', async () => {
    await press(host, 'Show question 7');
    for (const player of [ada, bob, cleo]) await pick(player, 'By the sea');
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(ada.getByRole('heading', { name: 'Thanks for your vote' })).toBeVisible();
    await expect(screen.locator('.bar-right')).toHaveCount(0);
  });

  await test.step('an order: one gives it, two run out of patience and the host closes', async () => {
    await press(host, 'Show question 8');
    await arrange(ada, ['Reykjavík', 'Berlin', 'Tokyo', 'Nairobi', 'Wellington']);
    await saved(ada);
    await press(host, 'Close answers');
    await everybodySees('reveal', screen, ada, bob, cleo);
    await expect(ada.getByRole('heading', { name: 'Right!' })).toBeVisible();
    await expect(bob.getByRole('heading', { name: 'No answer this time' })).toBeVisible();
    await expect(screen.locator('.item .answer-text')).toHaveText([
      'Reykjavík',
      'Berlin',
      'Tokyo',
      'Nairobi',
      'Wellington',
    ]);
    await leaderboard(host, screen, 'Ada');
  });

  await test.step('the podium, and a result that stays after a reload', async () => {
    await press(host, 'Finish');
    await everybodySees('finished', screen, ada, bob, cleo);
    await expect(ada.getByRole('heading', { name: 'You won!' })).toBeVisible();
    await expect(screen.locator('.step-up[data-rank="1"] .step-name')).toHaveText('Ada');
    await ada.reload();
    await expect(ada.getByRole('heading', { name: 'You won!' })).toBeVisible();
  });

  await test.step('the report tells the same', async () => {
    const score = digits(await screen.locator('[data-rank="1"] .step-score').textContent());
    expect(score).toBeGreaterThan(5_000);
    expect(digits(await ada.locator('.bar-score').textContent())).toBe(score);
    await press(host, 'See the report');
    await expect(host.getByRole('heading', { name: TITLE })).toBeVisible();
    const row = host.getByRole('row').filter({ hasText: 'Ada' });
    await expect(row).toContainText(new Intl.NumberFormat('en-GB').format(score));
    const [download] = await Promise.all([
      host.waitForEvent('download'),
      host.getByRole('link', { name: 'Download CSV' }).click(),
    ]);
    const csv = await text(await download.createReadStream());
    expect(csv.split('\n')[0]).toMatch(/^\uFEFFrank,nickname,team,score,correct,q1_points,q1_ms/);
    expect(csv.split('\n')[1]).toMatch(new RegExp(`^1,Ada,,${score},`));
    const [workbook] = await Promise.all([
      host.waitForEvent('download'),
      host.getByRole('link', { name: 'Download for Excel' }).click(),
    ]);
    expect(workbook.suggestedFilename()).toMatch(/^podium-\d{6}\.xlsx$/);
  });
});

async function everybodySees(phase: 'reveal' | 'finished', screen: Page, ...players: Page[]): Promise<void> {
  await screenShows(screen, phase);
  for (const player of players) await phoneShows(player, phase);
}

/** On to the leaderboard; `first` leads it. */
async function leaderboard(host: Page, screen: Page, first?: string): Promise<void> {
  await press(host, 'Leaderboard');
  await screenShows(screen, 'standings');
  if (first) await expect(screen.locator('.rank-first .rank-name')).toHaveText(first);
}

function digits(words: string | null): number {
  return Number((words ?? '').replace(/\D/g, ''));
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  let all = '';
  for await (const part of stream) all += part;
  return all;
}
