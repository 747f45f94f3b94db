/**
 * The words that no hall is to read are those of a list that others keep; the server has them among its resources.
 * `npx vitest run src/unfit.test.ts -u` takes a newer list over.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGUAGES } from './i18n';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../node_modules/naughty-words/${file}`, import.meta.url), 'utf8'));

test.each(Object.keys(LANGUAGES))('the server knows the words of the list, in %s', async language => {
  const { name, version, license } = read('package.json') as Record<string, string>;
  const words = read(`${language}.json`) as string[];
  await expect(`# ${name} ${version}, ${license}\n${words.join('\n')}\n`).toMatchFileSnapshot(
    `../../src/main/resources/words/unfit.${language}.txt`,
  );
});
