import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FOLDER = new URL('src/i18n/', import.meta.url);
/** Parts of a page that are fetched when they are first opened. */
const FOLLOWING = new Set(['player', 'editor', 'cockpit', 'report', 'import', 'library', 'account']);
const read = (language: string, area: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${area}.json`, FOLDER), 'utf8'));

/** Everything that is translated, by the name of its file; English travels in the scripts. */
function translations(): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(FOLDER, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'en') continue;
    const language = entry.name;
    for (const file of readdirSync(new URL(`${language}/`, FOLDER))) {
      const area = file.replace('.json', '');
      // What every page says comes with what the page says; what follows on a page has it already.
      const common = FOLLOWING.has(area) ? {} : read(language, 'common');
      if (area !== 'common')
        files.set(`${area}.${language}`, JSON.stringify({ ...common, ...read(language, area) }));
    }
  }
  return files;
}

const version = createHash('sha256')
  .update(JSON.stringify([...translations()]))
  .digest('hex')
  .slice(0, 8);
/** Such as `assets/phone.de.0a1b2c3d.json`; `i18n/index.ts` asks for it. */
const path = (name: string) => `assets/${name}.${version}.json`;

/**
 * Words as data: one file a page and language. A browser remembers that a script did not come, and never asks for it again;
 * data it asks for as often as it is told to.
 */
export const words: Plugin = {
  name: 'words',
  config: () => ({ define: { WORDS_VERSION: JSON.stringify(version) } }),
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const name = [...translations().keys()].find(known => request.url === `/${path(known)}`);
      if (!name) return next();
      response.setHeader('Content-Type', 'application/json').end(translations().get(name));
    });
  },
  generateBundle() {
    for (const [name, source] of translations())
      this.emitFile({ type: 'asset', fileName: path(name), source });
  },
};
