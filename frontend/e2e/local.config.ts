import base from '../playwright.config';
export default { ...base, testDir: '.', outputDir: '../test-results', globalSetup: undefined };
