import { expect, test } from '@playwright/test';
import { bigButton, join, openGame, type Phase, phone, phoneShows, pick, press, screenShows } from './cast';

const QUESTION = {
  kind: 'choice',
  text: 'Which river is the longest?',
  timeLimitMs: 300_000,
  points: 1000,
  choices: [{ text: 'Nile', correct: true }, { text: 'Rhine' }],
};

test('the screen comes back at every phase, and a reloaded host steers on', async ({ browser, context }) => {
  const game = await openGame(context.request, [QUESTION], { countdownMs: 10_000 });
  const [host, screen, ada] = [await context.newPage(), await context.newPage(), await phone(browser)];
  await host.goto(game.host);
  await screen.goto(game.screen);
  await join(ada, game.pin, 'Ada');

  const bothReload = async (phase: Phase, next: RegExp) => {
    await screenShows(screen, phase);
    await Promise.all([screen.reload(), host.reload()]);
    await screenShows(screen, phase);
    await expect(bigButton(host)).toHaveText(next);
  };
  const pauses = async (phase: Phase) => {
    await screenShows(screen, phase);
    await host.getByRole('button', { name: 'Pause' }).click();
    await expect(screen.getByRole('heading', { name: 'A short break' })).toBeVisible();
  };
  const goesOn = async () => {
    await expect(screen.getByRole('heading', { name: 'A short break' })).toBeVisible();
    await press(host, 'Continue');
    await expect(screen.getByRole('heading', { name: 'A short break' })).toBeHidden();
  };
  await bothReload('lobby', /^Show question 1/);
  await expect(screen.locator('.name')).toHaveText(['Ada']);

  await press(host, 'Show question 1');
  await pauses('ready');
  await bothReload('ready', /^Continue/);
  await goesOn();

  await pauses('question');
  await bothReload('question', /^Continue/);
  await goesOn();
  await bothReload('question', /^Close answers/);

  await pick(ada, 'Nile');
  await phoneShows(ada, 'reveal');
  await bothReload('reveal', /^Leaderboard/);
  await expect(screen.locator('.bar-right .answer-text')).toHaveText('Nile');

  await press(host, 'Leaderboard');
  await bothReload('standings', /^Finish/);
  await expect(screen.locator('.rank-name')).toHaveText(['Ada']);

  await press(host, 'Finish');
  await bothReload('finished', /^See the report/);
  await expect(screen.locator('.step-name')).toHaveText(['Ada']);
});
