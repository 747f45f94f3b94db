/** Files as people have them: photos that know where they were taken, and files that are not what they seem. */
import type { Page } from '@playwright/test';

/** What a camera wrote beside the picture, and nobody else should read. */
export const SECRET = 'taken at 52.5163N 13.3777E';

/** A photo as a telephone stores it: lying on its side, with the place in its Exif. */
export async function photo(page: Page, width = 3_000, height = 2_000): Promise<Buffer> {
  const drawn = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const pen = canvas.getContext('2d')!;
      const sky = pen.createLinearGradient(0, 0, width!, height!);
      sky.addColorStop(0, '#146bfe');
      sky.addColorStop(1, '#fcbf1a');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, width!, height!);
      // Leaves, stones, hair: what makes photos large.
      for (let n = 0; n < 20_000; n++) {
        pen.fillStyle = `hsl(${(n * 137) % 360} 60% 50% / 40%)`;
        pen.fillRect((n * 7919) % width!, (n * 104_729) % height!, 9, 9);
      }
      return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!;
    },
    [width, height],
  );
  const jpeg = Buffer.from(drawn, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** A logo as people have it: black bars, and clear between them. */
export async function ink(page: Page, width: number, height: number): Promise<Buffer> {
  const drawn = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const pen = canvas.getContext('2d')!;
      for (let x = 0; x < width!; x += 60) pen.fillRect(x, 0, 30, height!);
      return canvas.toDataURL('image/png').split(',')[1]!;
    },
    [width, height],
  );
  return Buffer.from(drawn, 'base64');
}

/** A second of a hum, as the simplest of all sounds: 8,000 samples of a byte each. */
export function tone(): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1');
  const rates = Buffer.alloc(12);
  rates.writeUInt32LE(8_000, 0);
  rates.writeUInt32LE(8_000, 4);
  rates.writeUInt16LE(1, 8);
  rates.writeUInt16LE(8, 10);
  const samples = Buffer.from(
    Array.from({ length: 8_000 }, (_, i) => 128 + Math.round(60 * Math.sin(i / 6))),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(samples.length);
  const whole = Buffer.concat([head, rates, Buffer.from('data'), size, samples]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

/** Turned by a quarter, with a maker, and with a place in its GPS directory. */
function exif(): Buffer {
  const text = Buffer.from(`${SECRET}\0`);
  const tiff = Buffer.alloc(80 + text.length);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(3, 8);
  entry(10, 0x010f, 2, text.length, 80);
  entry(22, 0x0112, 3, 1, 6 << 16);
  entry(34, 0x8825, 4, 1, 50);
  tiff.writeUInt16BE(2, 50);
  entry(52, 0x0001, 2, 2, 0x4e000000);
  entry(64, 0x0003, 2, 2, 0x45000000);
  text.copy(tiff, 80);
  const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
  head.writeUInt16BE(tiff.length + 8, 2);
  return Buffer.concat([head, tiff]);

  function entry(at: number, tag: number, type: number, count: number, value: number) {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    tiff.writeUInt32BE(value, at + 8);
  }
}

/** A whole picture of one pixel, with a page behind it. */
export const GIF_THAT_IS_A_PAGE = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  Buffer.from('<script>alert(1)</script>'),
]);
/** A page that begins like a picture, and is none. */
export const PAGE_THAT_BEGINS_AS_GIF = Buffer.from('GIF89a\x01\0\x01\0<script>alert(1)</script>', 'latin1');
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
