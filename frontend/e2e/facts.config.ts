import base from '../playwright.config';

/** `npm run facts`: measures what a phone feels and how a screen moves, and prints it. No test: what is slow here may be the machine. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../test-results',
  testMatch: ['facts.ts', 'frames.ts'],
  globalSetup: './setup.ts',
  use: { ...base.use, trace: 'off' as const },
};
