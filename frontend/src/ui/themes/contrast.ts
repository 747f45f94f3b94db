/** How well a colour stands out on another, as WCAG 2.2 measures it: from 1 to 21. Colours are `#rrggbb`. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** What text needs. */
export const TEXT = 4.5;

export const legible = (colour: string, grounds: readonly string[]) =>
  grounds.every(ground => contrast(colour, ground) >= TEXT);

/** The colour nearest to `colour` that can be read on `grounds`: lighter, or darker, by steps. */
export function nearestLegible(colour: string, grounds: readonly string[]): string {
  const towards = luminance(grounds[0]!) < 0.18 ? 255 : 0;
  for (let part = 0; part < 1; part += 0.02) {
    const mixed = mix(colour, towards, part);
    if (legible(mixed, grounds)) return mixed;
  }
  return towards ? '#ffffff' : '#000000';
}

/** Black or white, whichever can be read on it: one of them always can. */
export const inkOn = (colour: string) => (contrast('#ffffff', colour) >= TEXT ? '#ffffff' : '#000000');

const parts = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));

const mix = (colour: string, towards: number, part: number) =>
  `#${parts(colour)
    .map(value =>
      Math.round(value + (towards - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function luminance(colour: string): number {
  const [r, g, b] = parts(colour).map(value => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
