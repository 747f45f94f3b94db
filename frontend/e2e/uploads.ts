/** What hosts upload into the editor, and what is fetched and heard of it. */
import type { Locator, Page } from '@playwright/test';

/** Where the question that is open has its picture, sound or film. */
export const mediaField = (page: Page) => page.locator('.settings-pane .media-field');

export const upload = (field: Locator, name: string, mimeType: string, buffer: Buffer) =>
  field.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

/** Whatever a page fetches of what was uploaded, from now on: each address as often as the server was asked for it. */
export async function fetched(page: Page): Promise<string[]> {
  const urls: string[] = [];
  const kept = new Set<string>();
  const devtools = await page.context().newCDPSession(page);
  // A browser whose memory is short takes a picture from its disk again.
  devtools.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const { pathname } = new URL(response.url);
    if (pathname.startsWith('/media/') && !response.fromDiskCache && !kept.has(requestId))
      urls.push(pathname);
  });
  await devtools.send('Network.enable');
  return urls;
}

/** Whether a player goes on from the middle. */
export async function soughtInTheMiddle(element: Element): Promise<boolean> {
  const player = element as HTMLMediaElement;
  const middle = player.duration / 2;
  player.pause();
  const there = new Promise(done => player.addEventListener('seeked', done, { once: true }));
  player.currentTime = middle;
  await there;
  return Math.abs(player.currentTime - middle) < 0.5;
}

/** So many seconds of noise. */
export function sound(seconds: number): Buffer {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + seconds * rate, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  for (const at of [24, 28]) head.writeUInt32LE(rate, at);
  head.write('data', 36);
  head.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([
    head,
    Buffer.from(Array.from({ length: seconds * rate }, (_, n) => 128 + ((n * 7919) % 61))),
  ]);
}
