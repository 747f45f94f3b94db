/**
 * Pictures as they are sent: no larger than a screen shows them, drawn anew, so that nothing is left of what a camera wrote
 * beside them, and small once more for phones.
 */
import { imageSize } from 'image-size';
import { isAnimated } from './recognise';

/** The long side that a screen needs, and what a phone does. */
const LONG_SIDE = 1_920;
const PHONE_SIDES = [720, 540, 400, 280];
const PHONE_BYTES = 60_000;
const PHONE_QUALITIES = [0.8, 0.65, 0.5];
const QUALITY = 0.85;
/** More pixels than any camera takes: unpacked they would fill the memory of the browser. */
const MOST_PIXELS = 120_000_000;

export interface Rendition {
  blob: Blob;
  width: number;
  height: number;
}
export interface Renditions extends Rendition {
  /** Absent where the picture itself is small enough. */
  phone?: Rendition;
}

/**
 * @param clear whether parts that are seen through stay so on phones too, in a browser that writes no WebP
 * @throws Unreadable
 */
export async function renditions(file: Blob, type: string, clear: boolean): Promise<Renditions> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = await decode(file, bytes);
  try {
    const large = isAnimated(bytes, type)
      ? { blob: file, width: picture.width, height: picture.height }
      : await drawn(picture, LONG_SIDE, QUALITY, type !== 'image/jpeg');
    const small = large.blob.size <= PHONE_BYTES && Math.max(large.width, large.height) <= PHONE_SIDES[0]!;
    return small ? large : { ...large, phone: await forPhones(picture, clear && type !== 'image/jpeg') };
  } finally {
    picture.close();
  }
}

export class Unreadable extends Error {
  constructor(readonly why: 'broken' | 'pixels') {
    super(why);
  }
}

/** What it unpacks to is read first. */
async function decode(file: Blob, bytes: Uint8Array): Promise<ImageBitmap> {
  try {
    const { width, height } = imageSize(bytes);
    if (width * height > MOST_PIXELS) throw new Unreadable('pixels');
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (failure) {
    throw failure instanceof Unreadable ? failure : new Unreadable('broken');
  }
}

async function forPhones(picture: ImageBitmap, clear: boolean): Promise<Rendition> {
  let last: Rendition | undefined;
  for (const side of PHONE_SIDES) {
    for (const quality of PHONE_QUALITIES) {
      last = await drawn(picture, side, quality, clear);
      if (last.blob.size <= PHONE_BYTES) return last;
    }
  }
  return last!;
}

/** `clear`: it may have parts that are seen through; else they become white where the browser writes no WebP. */
async function drawn(
  picture: ImageBitmap,
  side: number,
  quality: number,
  clear: boolean,
): Promise<Rendition> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const { width, height } = canvas;
  const pen = canvas.getContext('2d')!;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  const blob = await encoded(canvas, 'image/webp', quality);
  // A browser that does not write WebP writes a PNG instead, without being asked.
  if (blob.type === 'image/webp' || clear) return { blob, width, height };
  pen.globalCompositeOperation = 'destination-over';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  return { blob: await encoded(canvas, 'image/jpeg', quality), width, height };
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob>((done, fail) =>
    canvas.toBlob(blob => (blob ? done(blob) : fail(new Unreadable('broken'))), type, quality),
  );
