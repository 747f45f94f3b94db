import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { THEME_NAMES, THEMES } from '.';
import { contrast, inkOn, legible, nearestLegible, TEXT } from './contrast';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const SHEETS = Object.fromEntries(
  THEME_NAMES.map(name => {
    const sheet = name === 'hall' ? read('../tokens.css') : read(`./${name}.css`);
    return [name, sheet.slice(sheet.indexOf(`[data-theme="${name}"] {`))];
  }),
);
const SERVER = readFileSync(
  new URL('../../../../src/main/java/dev/podium/game/Look.java', import.meta.url),
  'utf8',
);

test.each(THEME_NAMES)('style sheet, form and server mean the same grounds by %s', name => {
  const { grounds, lit } = THEMES[name];
  const token = (is: string) => new RegExp(`--${is}: (#[0-9a-f]{6})`).exec(SHEETS[name]!)![1];
  expect([token('ground'), token('surface')]).toEqual(grounds);
  expect(token('lit-ink')).toBe(lit);
  expect(SERVER).toContain(`${name.toUpperCase()}("${grounds[0]}", "${grounds[1]}")`);
});

test.each(THEME_NAMES)('what is lit in %s can be read', name => {
  expect(legible(THEMES[name].lit, THEMES[name].grounds)).toBe(true);
});

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

test.each(['#800000', '#0000ff', '#ffff00', '#808080', '#000000', '#ffffff'])(
  'a colour near %s can be read in every theme, and black or white on it',
  colour => {
    for (const { grounds } of Object.values(THEMES)) {
      const near = nearestLegible(colour, grounds);
      expect(legible(near, grounds)).toBe(true);
      expect(contrast(inkOn(near), near)).toBeGreaterThanOrEqual(TEXT);
    }
  },
);

test('a colour that can be read stays as it is', () => {
  expect(nearestLegible('#ffc933', THEMES.hall.grounds)).toBe('#ffc933');
});
