import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What a phone may download until its `join` can be sent, gzipped. */
export const LIMIT = { total: 30_000, js: 15_000 };

export interface Weight {
  language: string;
  total: number;
  js: number;
}
export type Files = Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>;

export const zipped = (content: string | Uint8Array) => gzipSync(content).length;

/** What a page links to and what that imports; of the phone's page: there before the first `join` frame is sent. */
export function wayIn(files: Files, name = 'index.html') {
  const page = files[name] as Rolldown.OutputAsset;
  const linked = [...String(page.source).matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, name]) => name!,
  );
  const chunks = (name: string): string[] => {
    const file = files[name];
    return file?.type === 'chunk' ? [name, ...file.imports.flatMap(chunks)] : [];
  };
  const scripts = [...new Set(linked.flatMap(chunks))];
  return { page, scripts, others: linked.filter(name => !scripts.includes(name)) };
}

/**
 * For each language: the page, what it links to and what that imports, and the words; not what comes after joining.
 * A browser counts the same, and the answer about a PIN, in `e2e/phone.spec.ts`.
 */
export function weigh(files: Files): Weight[] {
  const { page, scripts, others } = wayIn(files);
  const sum = (names: string[]) =>
    names.reduce((all, name) => {
      const file = files[name]!;
      return all + zipped(file.type === 'chunk' ? file.code : file.source);
    }, 0);
  const icon = zipped(readFileSync(new URL('public/favicon.svg', import.meta.url)));
  const js = sum([...scripts, 'rescue.js']);
  const rest = sum(others) + zipped(page.source) + icon;
  const words = Object.keys(files).flatMap(name => {
    const [, language] = /^assets\/phone\.(\w+)\.\w+\.json$/.exec(name) ?? [];
    return language ? [{ language, js, total: js + rest + sum([name]) }] : [];
  });
  return [{ language: 'en', js, total: js + rest }, ...words];
}

/** The heaviest language, in words. */
export function report(weights: Weight[]): string {
  const heaviest = weights.reduce((a, b) => (b.total > a.total ? b : a));
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  const { language, total, js } = heaviest;
  return `${js} before joining: ${kB(total)} of ${kB(LIMIT.total)} kB, scripts ${kB(js)} of ${kB(LIMIT.js)} kB (gzip, ${language}, the heaviest)`;
}

/** Prints at every build what a phone pays to join. */
export const weight: Plugin = {
  name: 'weight',
  apply: 'build',
  writeBundle(_options, files) {
    if (files['index.html']) process.stdout.write(`${report(weigh(files as Files))}\n`);
  },
};
