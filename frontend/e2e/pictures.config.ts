import base from '../playwright.config';

/** `npm run pictures`: takes the pictures of the README anew, from a game that is really played, and draws the icons. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../test-results',
  testMatch: ['pictures.ts', 'icons.ts'],
  globalSetup: './setup.ts',
};
