/** The screen by itself: what it shows is given to it by the test, so that the worst of all games can be looked at. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { ScreenState } from '../src/protocol';
import { THEMES } from './gallery';

const GOLDEN = new URL('../../src/test/resources/golden/', import.meta.url);
const golden = (name: string): ScreenState =>
  JSON.parse(readFileSync(new URL(`screen.out.state.${name}.json`, GOLDEN), 'utf8')).state;

const PICTURES = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
];
const NOW = 1_795_410_000_000;
const sentence =
  'Which of these statements about the railway, its builders and its cities is the right one? ';
const LONG = sentence.repeat(6).slice(0, 500);
const CHOICES = Array.from({ length: 8 }, (_, i) => ({
  id: `c${i}`,
  text: `${i + 1} ${sentence.repeat(3)}`.slice(0, 200),
}));
const NAMES = Array.from({ length: 200 }, (_, i) => ({
  id: `s${i}`,
  nickname: `Quizmaster ${'W'.repeat(5)} ${i}`,
}));

type Asked = Extract<ScreenState, { phase: 'question' | 'reveal' }>;
const asked = (name: string, part: object): ScreenState => {
  const state = golden(name) as Asked;
  return { ...state, question: { ...state.question, ...part } } as ScreenState;
};

/** As much of everything as the editor lets a host write. */
const WORST: Record<string, ScreenState> = {
  'a lobby of 500': { ...golden('lobby'), players: 500, roster: NAMES } as ScreenState,
  'a long question getting ready': asked('ready.choice', { text: LONG }),
  'eight long answers': asked('question.choice', { text: LONG, choices: CHOICES }),
  'eight long answers, revealed': {
    ...asked('reveal.choice', {
      text: LONG,
      choices: CHOICES,
      correct: ['c3'],
      explanation: sentence.repeat(11).slice(0, 1000),
    }),
    tally: CHOICES.map(({ id }, i) => ({ id, count: i * 99 })),
  } as ScreenState,
  'a word that fits no line': asked('question.choice', {
    text: 'W'.repeat(200),
    choices: CHOICES.map(({ id }) => ({ id, text: 'W'.repeat(120) })),
  }),
  'eight long items': asked('question.order', { text: LONG, items: CHOICES }),
  'a full board of long names': {
    ...golden('standings'),
    top: Array.from({ length: 10 }, (_, i) => ({
      rank: i + 1,
      nickname: 'W'.repeat(24),
      score: 99_999,
      delta: 2_500,
      moved: 3 - i,
    })),
  } as ScreenState,
};

const PHASES = [
  'lobby',
  'ready.choice',
  'ready.paused',
  'question.choice',
  'question.choice.multiple',
  'question.number',
  'question.order',
  'question.poll',
  'question.slide',
  'question.text',
  'question.true-false',
  'question.paused',
  'reveal.choice',
  'reveal.choice.multiple',
  'reveal.number',
  'reveal.order',
  'reveal.poll',
  'reveal.text',
  'reveal.true-false',
  'reveal.voided',
  'standings',
  'standings.teams',
  'standings.own',
  'finished',
  'finished.facts',
];

/** Opens a screen whose game is in `state`; returns what shows it another one. */
async function open(page: Page, state: ScreenState): Promise<(next: ScreenState) => Promise<void>> {
  let seq = 0;
  let say = (_next: ScreenState) => {};
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    const send = (type: string, next: ScreenState) =>
      socket.send(JSON.stringify({ type, heartbeatMs: 15_000, serverTime: NOW, seq: ++seq, state: next }));
    say = next => send('state', next);
    send('welcome', state);
  });
  await page.goto('about:blank'); // the same address again would only be another place on the same page
  await page.goto('/screen#a-link');
  const shown = (phase: string) => expect(page.locator('.hall')).toHaveAttribute('data-phase', phase);
  await shown(state.phase);
  return async next => {
    say(next);
    await shown(next.phase);
  };
}

/** What reaches out of the picture, or out of the box it is written in. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out = (element: Element) => {
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1);
    };
    const cut = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element, size: number) =>
      scrollHeight > clientHeight + 0.2 * size || scrollWidth > clientWidth + 1;
    const found: string[] = [];
    for (const element of document.querySelectorAll('.stage *')) {
      if (out(element) && !element.closest('.podium')) found.push(`out of the picture: ${element.className}`);
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (element.matches('h1.fit, [data-fit], .verdict') && cut(element, size))
        found.push(`cut off: ${element.className}`);
    }
    const { scrollHeight, scrollWidth } = document.documentElement;
    if (scrollHeight > innerHeight || scrollWidth > innerWidth) found.push('the page scrolls');
    return found;
  });
}

for (const [what, state] of Object.entries(WORST)) {
  test(`nothing overflows or scrolls: ${what}`, async ({ page }) => {
    for (const picture of PICTURES) {
      await page.setViewportSize(picture);
      await open(page, state);
      await expect
        .poll(() => overflowing(page), { message: `${picture.width} × ${picture.height}` })
        .toEqual([]);
    }
  });
}

test('a question is at least 32 px high on a full HD picture, and the QR code 22 % of any', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await open(page, WORST['eight long answers']!);
  const size = await page
    .locator('h1')
    .evaluate(element => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(32);
  for (const picture of PICTURES) {
    await page.setViewportSize(picture);
    await open(page, WORST['a lobby of 500']!);
    const box = await page.locator('.qr').boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(picture.height * 0.22);
  }
});

for (const name of PHASES) {
  test(`no serious accessibility violation: ${name}`, async ({ page }) => {
    await open(page, golden(name));
    await expect(page.locator('.stage')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

test('a link that leads nowhere says what to do', async ({ page }) => {
  await page.goto('/screen#no-such-link');
  await expect(page.getByRole('heading', { name: 'This link opens no screen' })).toBeVisible();
  await page.goto('/screen');
  await expect(page.getByRole('heading', { name: 'This link opens no screen' })).toBeVisible();
});

test('the hall keeps seeing the question while the line is down', async ({ page }) => {
  let cut = () => {};
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    cut = () => socket.close({ code: 1011 });
    socket.send(
      JSON.stringify({
        type: 'welcome',
        heartbeatMs: 15_000,
        serverTime: NOW,
        seq: 1,
        state: golden('question.choice'),
      }),
    );
  });
  await page.goto('/screen#a-link');
  await expect(page.getByRole('heading', { name: 'Which river is the longest?' })).toBeVisible();
  cut();
  await expect(page.getByText('You are offline. Trying again…')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Which river is the longest?' })).toBeVisible();
  await expect(page.getByText('You are offline. Trying again…')).toBeHidden();
});

test('names that come and go change nobody else’s place', async ({ page }) => {
  let say = (_message: object) => {};
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    say = message => socket.send(JSON.stringify(message));
    say({ type: 'welcome', heartbeatMs: 15_000, serverTime: NOW, seq: 1, state: golden('lobby') });
  });
  await page.goto('/screen#a-link');
  await expect(page.locator('.name')).toHaveText(['Zoë 🦊', 'Bob', 'Cleo']);
  const place = () =>
    page
      .locator('.name')
      .first()
      .evaluate(({ offsetLeft, offsetTop }: HTMLElement) => ({ offsetLeft, offsetTop }));
  const before = await place();
  say({
    type: 'roster',
    players: 3,
    joined: [{ id: 'new', nickname: 'Dora' }],
    left: ['00000000-0000-4000-8000-000000000003'],
  });
  await expect(page.locator('.name')).toHaveText(['Zoë 🦊', 'Bob', 'Dora']);
  expect(await place()).toEqual(before);
});

/** A screen whose server is the test, message by message. */
async function watched(page: Page, first: object) {
  let line: { send(text: string): void; close(how: { code: number }): void } | undefined;
  let answers = true;
  await page.routeWebSocket(/\/ws\/screen\//, async socket => {
    // What is not answered hangs.
    if (!answers) await new Promise(() => {});
    line = socket;
    say({ type: 'welcome', heartbeatMs: 15_000, serverTime: NOW, seq: 1, ...first });
  });
  const say = (message: object) => line?.send(JSON.stringify(message));
  await page.goto('/screen#a-link');
  return {
    say,
    show: (state: ScreenState, seq: number) => say({ type: 'state', serverTime: NOW, seq, state }),
    cut(hang = false) {
      answers = !hang;
      line?.close({ code: 1011 });
    },
  };
}

test('the line says so as long as an attempt to come back hangs', async ({ page }) => {
  const game = await watched(page, { state: golden('question.choice') });
  await expect(page.getByRole('heading', { name: 'Which river is the longest?' })).toBeVisible();
  game.cut(true);
  await expect(page.getByText('You are offline. Trying again…')).toBeVisible();
  await expect(page.getByText('Reconnecting…')).toBeVisible();
  await page.waitForTimeout(3_000);
  await expect(page.getByText('Reconnecting…')).toBeVisible();
});

test('a screen opened in the middle of a question knows how many have answered', async ({ page }) => {
  await watched(page, { state: golden('question.choice'), answered: 2, players: 3 });
  await expect(page.locator('.footlights-count')).toHaveText('2 of 3 have answered');
});

test('a full roster replaces the names that were there', async ({ page }) => {
  const game = await watched(page, { state: golden('lobby') });
  await expect(page.locator('.name')).toHaveCount(3);
  const joined = ['Ben', 'Ann'].map(nickname => ({ id: nickname, nickname }));
  game.say({ type: 'roster', full: true, players: 2, joined, left: [] });
  await expect(page.locator('.name')).toHaveText(['Ann', 'Ben']);
});

test('a phase that is not known, or a state that cannot be drawn, leaves no empty screen', async ({
  page,
}) => {
  const game = await watched(page, { state: { phase: 'intermission' } });
  await expect(page.getByRole('heading', { name: 'The stage is being lit…' })).toBeVisible();
  game.show({ ...golden('reveal.choice'), question: null } as unknown as ScreenState, 2);
  await expect(page.locator('.hall')).toHaveAttribute('data-phase', 'unknown');
  game.show(asked('reveal.choice', { correct: 5 }), 3);
  await expect(page.getByRole('heading', { name: 'This page needs a fresh start' })).toBeVisible();
  game.show(golden('standings'), 4);
  await expect(page.getByRole('heading', { name: 'Leaderboard' })).toBeVisible();
});

test('a mean is shown in whole points', async ({ page }) => {
  const teams = [{ rank: 1, name: 'Red', score: 2204.267 }];
  await watched(page, { state: { ...golden('finished'), teams } });
  await expect(page.locator('.step-score').first()).toHaveText('2,204 points');
});

test('a name that reads from the right stands beside its rank, a typed answer at the start', async ({
  page,
}) => {
  const arabic = 'محمد';
  const top = [{ rank: 1, nickname: arabic, score: 900 }];
  const game = await watched(page, { state: { ...golden('standings'), top, teams: undefined } });
  const offset = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(element => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().left - element.getBoundingClientRect().left;
      });
  await expect(page.locator('.rank-name')).toBeVisible();
  expect(await offset('.rank-name')).toBeLessThan(10);
  game.show({ ...golden('reveal.text'), tally: [{ text: arabic, count: 2 }] } as ScreenState, 2);
  await expect(page.locator('.typed-text')).toBeVisible();
  expect(await offset('.typed-text')).toBeLessThan(10);
});

test('the right range lies behind the bars', async ({ page }) => {
  await watched(page, { state: golden('reveal.number') });
  await expect(page.locator('.histogram-right-said')).toBeVisible();
  const above = await page.evaluate(() => {
    const order = (element: Element) => Number.parseInt(getComputedStyle(element).zIndex, 10) || 0;
    return order(document.querySelector('.bin')!) - order(document.querySelector('.histogram-right')!);
  });
  expect(above).toBeGreaterThan(0);
});

test('sound is fetched before the question opens, plays on into the reveal, and pauses with the game', async ({
  page,
}) => {
  const heard: string[] = [];
  await page.exposeFunction('hear', (what: string) => heard.push(what));
  await page.addInitScript(() => {
    const hear = (what: string) => (window as unknown as { hear(what: string): void }).hear(what);
    HTMLMediaElement.prototype.play = async function play() {
      hear('play');
    };
    HTMLMediaElement.prototype.pause = function pause() {
      hear('pause');
    };
  });
  const fetched: string[] = [];
  await page.route('**/media/**', route => {
    fetched.push(route.request().url());
    return route.fulfill({ contentType: 'audio/wav', body: 'RIFF' });
  });
  const media = { url: '/media/anthem.wav', kind: 'audio' };
  const game = await watched(page, { state: asked('ready.choice', { media }) });
  await expect.poll(() => fetched.length).toBeGreaterThan(0);
  game.show(asked('question.choice', { media }), 2);
  await page.locator('audio').evaluate(audio => audio.setAttribute('data-first', ''));
  game.show({ ...asked('question.choice', { media }), paused: true, remainingMs: 9_000 } as ScreenState, 3);
  await expect.poll(() => heard.at(-1)).toBe('pause');
  game.show(asked('question.choice', { media }), 4);
  await expect.poll(() => heard.at(-1)).toBe('play');
  const before = heard.length;
  game.show(asked('reveal.choice', { media }), 5);
  await expect(page.locator('.hall')).toHaveAttribute('data-phase', 'reveal');
  await expect(page.locator('audio[data-first]')).toHaveCount(1);
  expect(heard).toHaveLength(before);
});

test('the sound of a lobby is heard once this window is, over and over, and ends with the lobby', async ({
  page,
}) => {
  const heard: string[] = [];
  await page.exposeFunction('hear', (what: string) => heard.push(what));
  await page.addInitScript(() => {
    const hear = (what: string) => (window as unknown as { hear(what: string): void }).hear(what);
    let touched = false;
    addEventListener('pointerdown', () => {
      touched = true;
    });
    HTMLAudioElement.prototype.play = async function play() {
      hear(touched ? `plays, over and over: ${this.loop}, at ${this.volume}` : 'refused');
      if (!touched) throw new DOMException('not yet', 'NotAllowedError');
    };
    HTMLAudioElement.prototype.pause = () => hear('ends');
  });
  const sound = `/media/${'5a'.repeat(32)}`;
  const fetched: string[] = [];
  await page.route('**/media/**', route => {
    fetched.push(new URL(route.request().url()).pathname);
    return route.fulfill({ contentType: 'audio/wav', body: 'RIFF' });
  });
  const game = await watched(page, { look: { theme: 'hall', sound }, state: golden('lobby') });
  await expect(page.locator('.pin-digits')).toBeVisible();
  expect([heard, fetched]).toEqual([[], []]);

  await page.evaluate(() => localStorage.setItem('podium.volume', '0.5'));
  await page.reload();
  await expect(page.getByText('This browser lets no sound through yet.')).toBeVisible();
  expect(fetched).toContain(sound);
  await page.locator('h1').click();
  await expect.poll(() => heard).toEqual(['refused', 'plays, over and over: true, at 0.25']);
  await expect(page.getByText('This browser lets no sound through yet.')).toBeHidden();
  game.show(golden('ready.choice'), 2);
  await expect.poll(() => heard.at(-1)).toBe('ends');
});

const DOOR = { pin: '482913', joinUrl: 'https://quiz.example.org/?pin=482913' };

/**
 * What a phone reads of a picture from afar: an ordinary camera films 1,920 pixels over 67°, so that a picture whose height is
 * a sixth of the distance is 270 of them high.
 */
async function readFrom(page: Page, heightsAway: number): Promise<string | undefined> {
  const { x, y, width, height } = (await page.locator('.qr').boundingBox())!;
  // Whoever scans a code aims at it.
  const around = 0.4 * width;
  const left = Math.max(0, x - around);
  const top = Math.max(0, y - around);
  const { width: whole, height: high } = page.viewportSize()!;
  const clip = {
    x: left,
    y: top,
    width: Math.min(whole - left, width + 2 * around),
    height: Math.min(high - top, height + 2 * around),
  };
  const picture = (await page.screenshot({ animations: 'disabled', clip })).toString('base64');
  const camera = await page.context().newPage();
  await camera.addScriptTag({ path: new URL('../node_modules/jsqr/dist/jsQR.js', import.meta.url).pathname });
  const read = await camera.evaluate(
    async ({ picture, scale }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(scale * image.width);
      canvas.height = Math.round(scale * image.height);
      const pen = canvas.getContext('2d')!;
      pen.filter = 'blur(0.5px)';
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
      return (window as unknown as { jsQR(d: unknown, w: number, h: number): { data: string } | null }).jsQR(
        data,
        width,
        height,
      )?.data;
    },
    { picture, scale: 1_620 / heightsAway / high },
  );
  await camera.close();
  return read;
}

test('the code of a lobby is read from the last row, six picture heights away, also when it is crowded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const roster of [NAMES.slice(0, 3), NAMES]) {
    await open(page, { ...golden('lobby'), ...DOOR, roster, players: roster.length } as ScreenState);
    await expect(page.locator('.name').first()).toBeVisible();
    expect(await readFrom(page, 6)).toBe(DOOR.joinUrl);
  }
});

test('the small code beside what is played is read from three and a half picture heights away, on every stage', async ({
  page,
}) => {
  const phases = ['ready.choice', 'question.choice', 'reveal.choice', 'standings'];
  const unread: string[] = [];
  for (const [t, theme] of THEMES.entries()) {
    const state = { ...golden(phases[t % phases.length]!), ...DOOR };
    await page.goto('about:blank');
    await watched(page, { look: { theme }, state });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const picture of PICTURES) {
      await page.setViewportSize(picture);
      // Its controls come up with the mouse, and leave it to be read.
      await page.mouse.move(90 + t, 90);
      await expect(page.locator('.controls')).toHaveCSS('opacity', '1');
      const { width } = (await page.locator('.door .qr').boundingBox())!;
      const modules = Number(
        await page.locator('.door .qr').evaluate(qr => qr.style.getPropertyValue('--modules')),
      );
      expect(width % modules, `${theme} ${picture.width}: a module is whole pixels`).toBe(0);
      expect(width / modules / picture.height, `${theme} ${picture.width}: of the picture`).toBeGreaterThan(
        1 / 270,
      );
      for (const away of [1, 3.5])
        if ((await readFrom(page, away)) !== DOOR.joinUrl)
          unread.push(`${theme} ${picture.width}, ${away} away`);
    }
  }
  expect(unread).toEqual([]);
});

test('the way in stays in sight as long as one can join; with its code', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const show = await open(page, { ...golden('ready.choice'), ...DOOR } as ScreenState);
  for (const name of ['ready.choice', 'question.choice', 'reveal.choice', 'standings']) {
    await show({ ...golden(name), ...DOOR } as ScreenState);
    await expect(page.locator('.door-pin')).toContainText('482\u00a0913');
    await expect(page.locator('.door .qr')).toBeVisible();
  }
  await show(golden('question.choice'));
  await expect(page.locator('.door')).toHaveCount(0);
});

test('a screen wears the look of its game, the accent where something is lit, and shows its logo', async ({
  page,
}) => {
  const logo = 'https://example.org/logo.svg';
  await page.route(logo, route =>
    route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    }),
  );
  const look = { theme: 'paper', accent: '#8a1538', logo };
  const game = await watched(page, { look, state: golden('question.choice') });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await expect(page.locator('.own-logo')).toHaveAttribute('src', logo);
  game.show({ ...golden('lobby'), look } as ScreenState, 2);
  await expect(page.locator('.pin-digits')).toHaveCSS('color', 'rgb(138, 21, 56)');
  await expect(page.locator('body')).toHaveCSS('font-family', /Source Serif/);
});

test('a logo that does not come leaves Podium’s own', async ({ page }) => {
  await page.route('https://example.org/**', route => route.abort());
  const look = { theme: 'hall', logo: 'https://example.org/gone.svg' };
  await watched(page, { look, state: { ...golden('lobby'), look } });
  await expect(page.locator('.lobby-head .logo')).toBeVisible();
});

/** An ear in the page: which tones sounded, in a browser that lets sound through, or only after a touch. */
async function listening(page: Page, lets: boolean): Promise<() => Promise<number>> {
  await page.addInitScript(allowed => {
    let state = allowed ? 'running' : 'suspended';
    const sounded = { tones: 0 };
    Object.assign(window, { sounded });
    addEventListener(
      'pointerdown',
      () => {
        state = 'running';
      },
      true,
    );
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function begin(when) {
      sounded.tones++;
      start.call(this, when);
    };
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => state });
    AudioContext.prototype.resume = async () => {};
  }, lets);
  return () => page.evaluate(() => (window as unknown as { sounded: { tones: number } }).sounded.tones);
}

test('nothing sounds until somebody has asked for it', async ({ page }) => {
  const tones = await listening(page, true);
  const scripts: string[] = [];
  page.on('request', request => scripts.push(request.url()));
  const show = await open(page, golden('question.choice'));
  await show(golden('reveal.choice'));
  await page.waitForTimeout(300);
  expect(await tones()).toBe(0);
  expect(scripts.filter(url => /sound/.test(url))).toEqual([]);
  await page.mouse.move(500, 500);
  await page.getByLabel('Sound').fill('0.5');
  await expect.poll(tones).toBeGreaterThan(0);
  await show(golden('standings'));
  const before = await tones();
  await show(golden('finished'));
  await expect.poll(tones).toBeGreaterThan(before);
});

test('a browser that refuses sound is explained, until a touch has made it willing', async ({ page }) => {
  const tones = await listening(page, false);
  await page.addInitScript(() => localStorage.setItem('podium.volume', '0.5'));
  const show = await open(page, golden('question.choice'));
  await show(golden('reveal.choice'));
  await expect(page.getByText('This browser lets no sound through yet.')).toBeVisible();
  await page.mouse.click(500, 500);
  await expect(page.getByText('This browser lets no sound through yet.')).toBeHidden();
  expect(await tones()).toBe(0);
  await show(golden('finished'));
  await expect.poll(tones).toBeGreaterThan(0);
});

test('where places are a secret, the hall sees none and is told so', async ({ page }) => {
  await open(page, golden('standings.own'));
  await expect(page.locator('.board-teams')).toBeVisible();
  await expect(page.locator('.board')).toHaveCount(1);
  const { teams: _none, ...alone } = golden('standings.own') as Extract<ScreenState, { phase: 'standings' }>;
  await open(page, alone as ScreenState);
  await expect(page.getByRole('heading', { name: 'Your place is on your phone.' })).toBeVisible();
});

test('the podium tells two facts of the evening, and any key shows it whole', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, golden('finished.facts'));
  await page.keyboard.press('Space');
  await expect(page.getByText('25% had it right')).toBeVisible();
  await expect(page.getByText('4 right in a row')).toBeVisible();
});
