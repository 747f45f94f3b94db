import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Rgb = [number, number, number];
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const PLACES = [1, 2, 3, 4, 5, 6, 7, 8];

const linear = (hex: string): Rgb =>
  [1, 3, 5].map(at => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [dark, light] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};
const token = (name: string, block = css) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)![1]!;

/** Full colour-blindness of the three kinds, as matrices on linear light (Machado, Oliveira, Fernandes 2009). */
const EYES: Record<string, number[]> = {
  common: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const seen = (m: number[], [r, g, b]: Rgb) =>
  [0, 3, 6].map(i => Math.min(1, Math.max(0, m[i]! * r + m[i + 1]! * g + m[i + 2]! * b))) as Rgb;
/** OKLab: equal distances look about equally different. */
const oklab = ([r, g, b]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test.each(PLACES)('the label of answer %i has a contrast of 4.5 or more', place => {
  expect(contrast(token(`answer-${place}`), token(`on-answer-${place}`))).toBeGreaterThanOrEqual(4.5);
});

test.each(Object.keys(EYES))('all eight answer colours differ clearly to %s eyes', eyes => {
  const colours = PLACES.map(place => oklab(seen(EYES[eyes]!, linear(token(`answer-${place}`)))));
  for (let i = 0; i < 8; i++) {
    for (let j = 0; j < i; j++) {
      expect(distance(colours[i]!, colours[j]!), `answers ${j + 1} and ${i + 1}`).toBeGreaterThan(0.09);
    }
  }
});

const files = ['paper', 'velvet', 'arcade', 'meadow'].map(name =>
  readFileSync(new URL(`./themes/${name}.css`, import.meta.url), 'utf8'),
);
const themes = [css, ...files]
  .flatMap(text => [...text.matchAll(/^(.*[^\s].*)\{\n([^}]*--ground[^}]*)\}/gm)])
  .map(([, head, block], i) => [`${i} ${head!.trim()}`, `${block}${css}`]);

test.each(themes)('text, errors and edges can be read in theme %s', (_name, block) => {
  const on = (front: string, back: string) => contrast(token(front, block), token(back, block));
  for (const ground of ['ground', 'surface', 'raised']) {
    expect(on('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
    for (const text of ['ink-soft', 'link', 'good', 'bad', 'note', 'lit-ink']) {
      expect(on(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const edge of ['focus', 'line-strong']) {
      expect(on(edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
  for (const tone of ['good', 'bad', 'note']) {
    expect(on(tone, `${tone}-ground`), tone).toBeGreaterThanOrEqual(4.5);
  }
  expect(on('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
  expect(on('on-limelight', 'limelight')).toBeGreaterThanOrEqual(4.5);
});
