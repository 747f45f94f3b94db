import { type Page, test } from '@playwright/test';
import { DEMO, join, launch, openScreen, phone, phoneShows, pinOn, press, signIn } from './cast';

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
  await screen.screenshot({ path: `${PICTURES}screen.png`, animations: 'disabled' });
});

/** Players without a phone: sockets of one page, which answer the open question, most of them rightly. */
async function crowd(page: Page, pin: string, names: string[]): Promise<void> {
  await page.evaluate(
    ({ pin, names }) =>
      Promise.all(
        names.map(
          (nickname, i) =>
            new Promise<void>(joined => {
              const socket = new WebSocket(`ws://${location.host}/ws/play`);
              const say = (message: object) => socket.send(JSON.stringify(message));
              const key = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
              socket.onopen = () => say({ type: 'join', pin, nickname, key, v: 1 });
              socket.onmessage = ({ data }) => {
                const { type, state } = JSON.parse(data);
                if (type === 'welcome') joined();
                if (type !== 'state' || state.phase !== 'question' || !state.question.choices) return;
                const { index, choices } = state.question;
                const choice = choices[[2, 2, 0, 2, 1, 2, 3][i % 7]!] ?? choices[0];
                say({ type: 'answer', id: key, question: index, answer: { choices: [choice.id] } });
              };
            }),
        ),
      ),
    { pin, names },
  );
}
