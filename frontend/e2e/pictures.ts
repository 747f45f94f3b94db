import { type Page, test } from '@playwright/test';
import { DEMO, join, launch, openScreen, phone, phoneShows, pick, pinOn, press, signIn } from './cast';
import { THEMES, views } from './gallery';

const PICTURES = new URL('../../.github/readme/', import.meta.url).pathname;
const CLASS =
  'Mia Noah Lina Emil Yara Omar Chloé Mateo Zoé Jonas 小雨 Aisha Luca Nora Felix Elif Sofía Hugo'.split(' ');

test('a question on the screen and on a phone', async ({ browser, page: host }) => {
  await host.setViewportSize({ width: 1280, height: 720 });
  await signIn(host);
  await launch(host, DEMO);
  const screen = await openScreen(host);
  const pin = await pinOn(screen);
  const ada = await phone(browser, 2);
  await join(ada, pin, 'Ada');
  await crowd(host, pin, CLASS);
  await press(host, 'Show question 1');
  await phoneShows(ada, 'question');
  await ada.getByText('Istanbul').waitFor();
  await ada.screenshot({ path: `${PICTURES}phone.png` });
  await screen.getByText(`${CLASS.length} of ${CLASS.length + 1} have answered`).waitFor();
  await screen.locator('.controls-idle').waitFor();
  await screen.screenshot({ path: `${PICTURES}screen.jpg`, quality: 88, animations: 'disabled' });

  await pick(ada, 'Istanbul');
  await phoneShows(ada, 'reveal');
  await press(host, 'Leaderboard');
  for (let n = 2; n <= 4; n++) {
    await press(host, `Show question ${n}`);
    await phoneShows(ada, 'question');
    // Where all have answered it comes by itself.
    if (n === 2) await pick(ada, 'False');
    else await press(host, 'Close answers');
    await phoneShows(ada, 'reveal');
    if (n === 2) await ada.screenshot({ path: `${PICTURES}reveal.png`, animations: 'disabled' });
    await press(host, 'Leaderboard');
  }
  await host.getByRole('button', { name: 'End the game' }).click();
  await host.getByRole('dialog').getByRole('button', { name: 'End the game' }).click();
  await screen.locator('.rest-shown').first().waitFor();
  await screen.screenshot({ path: `${PICTURES}podium.jpg`, quality: 88, animations: 'disabled' });
});

test('the five themes, side by side', async ({ page }) => {
  const lobbies = THEMES.map(theme => ({ theme, state: views('en')['lobby of 3']!.state }));
  const pictures: string[] = [];
  await page.setViewportSize({ width: 1280, height: 720 });
  let hung = lobbies[0]!;
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    const { theme, state } = hung;
    const look = { theme };
    socket.send(JSON.stringify({ type: 'welcome', heartbeatMs: 15_000, serverTime: 0, seq: 1, look, state }));
  });
  for (const lobby of lobbies) {
    hung = lobby;
    await page.goto('about:blank');
    await page.goto('/screen#a-link');
    await page.locator(`html[data-theme="${lobby.theme}"] .name`).first().waitFor();
    await page.evaluate(() => {
      for (const beside of document.querySelectorAll('.controls, .names-sleep')) beside.remove();
    });
    await page.evaluate(() => document.fonts.ready);
    pictures.push((await page.screenshot({ animations: 'disabled' })).toString('base64'));
  }
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1640, height: 200 });
  await page.setContent(
    `<body style="margin:0;display:flex;gap:10px">${pictures
      .map(picture => `<img style="width:320px;border-radius:8px" src="data:image/png;base64,${picture}">`)
      .join('')}`,
  );
  await page.locator('img').last().waitFor();
  await page.screenshot({ path: `${PICTURES}themes.png`, fullPage: true, omitBackground: true });
});

/**
 * Players without a phone: sockets of one page, which answer what is open one after the other, most of them rightly, and none at the
 * first moment: that would be a tie.
 */
async function crowd(page: Page, pin: string, names: string[]): Promise<void> {
  await page.evaluate(
    ({ pin, names }) => {
      type Asked = { kind: string; multiple?: boolean; choices: { id: string; text: string }[] };
      const answer = ({ kind, multiple, choices }: Asked, i: number) => {
        if (kind === 'number') return { number: [8_850, 8_840, 8_500, 8_850, 9_000, 8_800, 7_900][i % 7] };
        if (kind === 'true-false') return { choices: [choices[i % 4 === 3 ? 0 : 1]!.id] };
        const right = choices.filter(({ text }) => /Kenya|Indonesia|Brazil/.test(text));
        if (multiple && i % 5 < 2) return { choices: right.map(({ id }) => id) };
        return { choices: [choices[[2, 2, 0, 2, 1, 2, 3][i % 7]!]!.id] };
      };
      return Promise.all(
        names.map(
          (nickname, i) =>
            new Promise<void>(joined => {
              const socket = new WebSocket(`ws://${location.host}/ws/play`);
              const say = (message: object) => socket.send(JSON.stringify(message));
              socket.onopen = () => say({ type: 'join', pin, nickname, key: crypto.randomUUID(), v: 1 });
              socket.onmessage = ({ data }) => {
                const { type, state } = JSON.parse(data);
                if (type === 'welcome') joined();
                if (type !== 'state' || state.phase !== 'question') return;
                const { index } = state.question;
                const reply = { type: 'answer', id: crypto.randomUUID(), question: index };
                setTimeout(
                  () => say({ ...reply, answer: answer(state.question, i) }),
                  600 + ((i * 370) % 2_000),
                );
              };
            }),
        ),
      );
    },
    { pin, names },
  );
}
