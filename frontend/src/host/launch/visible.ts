import { contrast } from '../../ui/themes/contrast';

/** What WCAG 2.2 asks of graphics. */
const STANDS_OUT = 3;
/** Of a logo no less than this part has to. */
const LEAST = 0.25;
const SIDE = 48;

/** Whether enough of a picture stands out on a ground; also where it cannot be told. */
export async function visibleOn(url: string, ground: string): Promise<boolean> {
  const picture = new Image();
  picture.src = url;
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const pen = canvas.getContext('2d');
  try {
    await picture.decode();
    pen!.drawImage(picture, 0, 0, SIDE, SIDE);
    return standingOut(pen!.getImageData(0, 0, SIDE, SIDE).data, ground) >= LEAST;
  } catch {
    return true;
  }
}

/** Which part of what is painted stands out, 0 to 1. Four bytes a pixel: red, green, blue, and how much of it is seen. */
export function standingOut(pixels: Uint8ClampedArray, ground: string): number {
  let painted = 0;
  let seen = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3]! < 128) continue;
    painted++;
    const colour = [...pixels.subarray(at, at + 3)].map(part => part.toString(16).padStart(2, '0'));
    if (contrast(`#${colour.join('')}`, ground) >= STANDS_OUT) seen++;
  }
  return painted === 0 ? 0 : seen / painted;
}
