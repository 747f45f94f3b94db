import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// The browser unpacks itself into the temporary folder: one of this checkout, so that it needs no rights elsewhere.
process.env.TMPDIR ??= join(import.meta.dirname, 'node_modules/.cache/browser');
mkdirSync(process.env.TMPDIR, { recursive: true });

/** A Chromium from npm where there is one (nothing is installed, no root is needed), the system's Chrome elsewhere. */
async function browser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const { default: chromium } = await import('@sparticuz/chromium');
  return { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] };
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A file waits for its pages more than it works: two at a time are what a laptop carries beside the other tests.
  workers: 2,
  // Generous on purpose: every wait ends as soon as what it waits for is there, and a busy machine is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  globalSetup: './e2e/setup.ts',
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: process.env.PODIUM_URL ?? 'http://localhost:8080',
    // A trace costs a third of the time; `--trace on` records one where a picture and the page's outline do not tell enough.
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    actionTimeout: 60_000,
    // What happens is tested here, not how it moves; five pages that move are too much for a small machine.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: await browser(),
  },
});
