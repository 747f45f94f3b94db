/** Where on a picture is right, as it is drawn by hand. Pure; lengths are parts of the picture's width and height. */
import type { Media, Region } from '../../protocol';

export type Spot = readonly [x: number, y: number];
export type Shape = Region['shape'];

/** No finger is finer, and the server takes nothing smaller. */
const LEAST = 0.02;

/** Its width for a height of 1; a picture of unknown size counts as square, as where answers are judged. */
const aspectOf = (media: Media | undefined) =>
  media?.width && media.height ? media.width / media.height : 1;

/** As it stands in a quiz of anybody's making. */
export function readRegion(found: unknown): Region | null {
  if (typeof found !== 'object' || found === null) return null;
  const { shape, x, y, r, width, height } = found as Record<string, unknown>;
  const are = (...all: unknown[]) => all.every(it => typeof it === 'number');
  const complete = shape === 'circle' ? are(x, y, r) : shape === 'rectangle' && are(x, y, width, height);
  return complete ? (found as Region) : null;
}

/** What a hand draws from one place to another: a circle around the first, or a rectangle between the two. */
export function drawn(shape: Shape, from: Spot, to: Spot, media: Media | undefined): Region {
  const [x, y] = from;
  const [across, down] = [to[0] - x, to[1] - y];
  if (shape === 'circle') return circle(x, y, Math.hypot(across, down / aspectOf(media)));
  return rectangle(Math.min(x, to[0]), Math.min(y, to[1]), Math.abs(across), Math.abs(down));
}

/** The same at another place, as far as the picture goes. */
export function movedBy(region: Region, [across, down]: Spot): Region {
  const [x, y] = [region.x + across, region.y + down];
  return region.shape === 'circle'
    ? circle(x, y, region.r)
    : rectangle(Math.min(x, 1 - region.width), Math.min(y, 1 - region.height), region.width, region.height);
}

/** The same place in the other shape. */
export function reshaped(region: Region, shape: Shape, media: Media | undefined): Region {
  if (region.shape === shape) return region;
  const aspect = aspectOf(media);
  if (region.shape === 'circle') {
    const { x, y, r } = region;
    const [left, top] = [Math.max(0, x - r), Math.max(0, y - r * aspect)];
    return rectangle(left, top, Math.min(1, x + r) - left, Math.min(1, y + r * aspect) - top);
  }
  const { x, y, width, height } = region;
  return circle(x + width / 2, y + height / 2, Math.min(width, height / aspect) / 2);
}

/** Whether a place lies in it: then a hand moves it. */
export function holds(region: Region, [x, y]: Spot, media: Media | undefined): boolean {
  return region.shape === 'circle'
    ? Math.hypot(x - region.x, (y - region.y) / aspectOf(media)) <= region.r
    : x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
}

export const circle = (x: number, y: number, r: number): Region => ({
  shape: 'circle',
  x: part(x),
  y: part(y),
  r: part(Math.max(LEAST, r)),
});

/** It ends where the picture does. */
export function rectangle(x: number, y: number, width: number, height: number): Region {
  const [left, top] = [Math.min(part(x), 1 - LEAST), Math.min(part(y), 1 - LEAST)];
  return {
    shape: 'rectangle',
    x: left,
    y: top,
    width: part(Math.min(Math.max(LEAST, width), 1 - left)),
    height: part(Math.min(Math.max(LEAST, height), 1 - top)),
  };
}

/** Within the picture, in ten thousandths. */
const part = (it: number) => Math.round(Math.min(1, Math.max(0, it)) * 10_000) / 10_000;
