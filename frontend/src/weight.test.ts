import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Files, LIMIT, wayIn, weigh } from '../weight';

let files: Files;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const { output } = (await build({
    build: { write: false },
    logLevel: 'silent',
  })) as Rolldown.RolldownOutput;
  files = Object.fromEntries(output.map(file => [file.fileName, file]));
}, 60_000);

test('a phone can join after 30 kB, 15 kB of them scripts, in every language', () => {
  const weights = weigh(files);
  expect(weights.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'zh']);
  for (const { language, total, js } of weights) {
    expect(js, `scripts in ${language}`).toBeGreaterThan(5_000);
    expect(js, `scripts in ${language}`).toBeLessThanOrEqual(LIMIT.js);
    expect(total, `everything in ${language}`).toBeLessThanOrEqual(LIMIT.total);
  }
});

test('the way in has the link to the game with it, in two scripts, and neither Preact nor what shows a game', () => {
  const { scripts } = wayIn(files);
  expect(scripts).toHaveLength(2);
  const modules = scripts.flatMap(name => (files[name] as Rolldown.OutputChunk).moduleIds);
  const among = (pattern: RegExp) => modules.filter(id => pattern.test(id));
  expect(among(/transport\/play\.ts$/)).toHaveLength(1);
  expect(among(/node_modules\/(preact|@preact\/signals)\/|\.tsx$/)).toEqual([]);
});
