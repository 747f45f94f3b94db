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
