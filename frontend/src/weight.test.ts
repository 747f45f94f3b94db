import { build, type Rolldown } from 'vite';
import { expect, test, vi } from 'vitest';
import { LIMIT, weigh } from '../weight';

test('a phone can join after 30 kB, 15 kB of them scripts, in every language', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const { output } = (await build({
    build: { write: false },
    logLevel: 'silent',
  })) as Rolldown.RolldownOutput;
  const weights = weigh(Object.fromEntries(output.map(file => [file.fileName, file])));
  expect(weights.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'zh']);
  for (const { language, total, js } of weights) {
    expect(js, `scripts in ${language}`).toBeGreaterThan(5_000);
    expect(js, `scripts in ${language}`).toBeLessThanOrEqual(LIMIT.js);
    expect(total, `everything in ${language}`).toBeLessThanOrEqual(LIMIT.total);
  }
}, 60_000);
