import { expect, test } from 'vitest';
import { standingOut } from './visible';

const pixels = (...colours: number[][]) => new Uint8ClampedArray(colours.flat());
const WHITE = [255, 255, 255, 255];
const BLACK = [0, 0, 0, 255];
const CLEAR = [255, 255, 255, 0];

test('of a logo counts what is painted, and of this what stands out on the ground', () => {
  expect(standingOut(pixels(WHITE, BLACK, CLEAR, CLEAR), '#15121c')).toBe(0.5);
  expect(standingOut(pixels(WHITE, BLACK, BLACK, BLACK), '#fffdf8')).toBe(0.75);
  expect(standingOut(pixels([110, 110, 110, 255]), '#6b6b6b')).toBe(0);
});

test('a picture on which nothing is painted is not seen on any ground', () => {
  expect(standingOut(pixels(CLEAR, CLEAR), '#15121c')).toBe(0);
});
