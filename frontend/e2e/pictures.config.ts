import base from '../playwright.config';

/** `npm run pictures`: takes the pictures of the README anew, from a game that is really played. */
export default {
  ...base,
  testDir: '.',
  outputDir: '../test-results',
  testMatch: 'pictures.ts',
  globalSetup: './setup.ts',
};
