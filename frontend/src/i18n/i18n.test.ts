import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fill, type Words } from './fill';

const SOURCES = join(import.meta.dirname, '..');
const MARKUP = join(SOURCES, '../index.html');
const LANGUAGES = ['en', 'zh', 'es', 'de', 'fr', 'ar'];
const AREAS = [
  'common',
  'phone',
  'player',
  'host',
  'editor',
  'cockpit',
  'report',
  'import',
  'library',
  'account',
  'screen',
  'check',
];
const words = (language: string, area: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, language, `${area}.json`), 'utf8'));

/** Which dictionaries are loaded where a file runs, by the beginning of its path. */
const AREAS_OF: readonly [string, string[]][] = [
  ['host/editor/', ['editor', 'host']],
  ['host/launch/', ['editor', 'host']],
  ['host/mend/', ['editor', 'host']],
  ['host/cockpit/', ['cockpit', 'host']],
  ['host/rehearsal/', ['cockpit', 'host']],
  ['host/report/', ['report', 'host']],
  ['host/import/', ['import', 'host']],
  ['host/library/dialogs/', ['library', 'host']],
  ['host/library/QuizView', ['import', 'host']],
  ['host/account/', ['account', 'host']],
  ['host', ['host']],
  ['join/', ['phone']],
  ['phone.ts', ['phone']],
  ['index.html', ['phone']],
  ['player/', ['player']],
  ['screen', ['screen']],
  ['check', ['check']],
];
const areasOf = (path: string) => AREAS_OF.find(([beginning]) => path.startsWith(beginning))?.[1] ?? [];

interface Use {
  file: string;
  areas: string[];
  /** A key, or the pattern of a template: t(`error.${code}`). */
  key: RegExp;
  text: string;
}

/**
 * Every literal key in the sources: `t('a.b')`, t(`a.${b}`), keys kept in tables as `'a.b' satisfies Key`, and in markup
 * `data-t="a.b"`, `data-t-label="a.b"`, `data-t-title="a.b"`.
 */
function uses(): Use[] {
  const found: Use[] = [];
  for (const file of [...sources(SOURCES), MARKUP]) {
    const path = file === MARKUP ? 'index.html' : relative(SOURCES, file);
    const areas = areasOf(path);
    const text = readFileSync(file, 'utf8');
    for (const [, quoted, template, satisfied, marked] of text.matchAll(
      /\bt\(\s*(?:'([^']+)'|`([^`]+)`)|'([^']+)' satisfies Key\b|\sdata-t(?:-\w+)?="([^"]*)"/g,
    )) {
      const literal = quoted ?? satisfied ?? marked ?? template!;
      const escaped = literal.split(/\$\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      found.push({ file: path, areas, key: new RegExp(`^${escaped.join('.+')}$`), text: literal });
    }
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
const forms = (entry: Words[string]) => (typeof entry === 'string' ? [entry] : Object.values(entry));

describe('words', () => {
  test.each(AREAS)('%s has the same keys in every language', area => {
    const english = Object.keys(words('en', area)).sort();
    for (const language of LANGUAGES) {
      expect(Object.keys(words(language, area)).sort(), `${language}/${area}.json`).toEqual(english);
    }
  });

  test.each(LANGUAGES)('%s has exactly the plural forms its grammar knows, and nothing empty', language => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.slice().sort();
    for (const area of AREAS) {
      for (const [key, entry] of Object.entries(words(language, area))) {
        if (typeof entry !== 'string')
          expect(Object.keys(entry).sort(), `${area}: ${key}`).toEqual(categories);
        for (const form of forms(entry)) expect(form.trim(), `${area}: ${key}`).not.toBe('');
      }
    }
  });

  test.each(LANGUAGES)('%s fills in only what English fills in', language => {
    for (const area of AREAS) {
      const english = words('en', area);
      for (const [key, entry] of Object.entries(words(language, area))) {
        const allowed = new Set(forms(english[key]!).flatMap(names));
        const used = new Set(forms(entry).flatMap(names));
        expect(
          [...used].filter(name => !allowed.has(name)),
          `${language} ${area}: ${key}`,
        ).toEqual([]);
        const other = typeof entry === 'string' ? entry : entry.other!;
        expect(new Set(names(other)), `${language} ${area}: ${key}`).toEqual(allowed);
      }
    }
  });

  test('every key a page uses is in its dictionary', () => {
    for (const { file, areas, key, text } of uses()) {
      const there = ['common', ...areas].flatMap(area => Object.keys(words('en', area)));
      expect(
        there.some(known => key.test(known)),
        `${file} uses "${text}"`,
      ).toBe(true);
    }
  });

  test('every key there is is used', () => {
    const used = uses();
    for (const area of AREAS) {
      const mine = used.filter(use => area === 'common' || use.areas.includes(area));
      const idle = Object.keys(words('en', area)).filter(key => !mine.some(use => use.key.test(key)));
      expect(idle, `unused in ${area}.json`).toEqual([]);
    }
  });
});

describe('a sentence', () => {
  const some: Words = { left: { one: '{n} left', other: '{n} left of {all}' }, hello: 'Hello {name}' };
  test('takes its plural from n and writes numbers as the language does', () => {
    expect(fill(some, 'en', 'left', { n: 1, all: 9 })).toBe('1 left');
    expect(fill(some, 'de', 'left', { n: 1234, all: 9999 })).toBe('1.234 left of 9.999');
    expect(fill({ left: { few: '{n} few', other: '{n} other' } }, 'ar', 'left', { n: 3 })).toBe('3 few');
  });
  test('takes a name as it is, even one that looks like a placeholder', () => {
    expect(fill(some, 'en', 'hello', { name: '{name} $&' })).toBe('Hello {name} $&');
  });
});
