/**
 * Words. A page calls `loadWords('phone')` once, before its first render; then `t` anywhere.
 * Each page area has its own dictionary beside `common`, and only the language in use is fetched.
 * A value is a sentence with {names}, or its plural forms, chosen by `n` (Intl.PluralRules).
 */
import { signal } from '@preact/signals-core';
import { fill, type Words } from './fill';

export const LANGUAGES = {
  en: 'English',
  zh: '简体中文',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
} as const;
export type Language = keyof typeof LANGUAGES;
export type Area = 'phone' | 'player' | 'host' | 'screen' | 'check';

/** Every key there is, by the English files: a misspelt one does not compile. */
export type Key = Exclude<
  | keyof typeof import('./en/common.json')
  | keyof typeof import('./en/phone.json')
  | keyof typeof import('./en/player.json')
  | keyof typeof import('./en/host.json')
  | keyof typeof import('./en/screen.json')
  | keyof typeof import('./en/check.json'),
  'default'
>;

const STORED = 'podium.language';
const files = import.meta.glob<Words>('./*/*.json', { import: 'default' });

/** The language in use; changes once its words are here. */
export const language = signal<Language>('en');
const words = signal<Words>({});
let areas: Area[] = [];
let wanted: Language = 'en';

/** The sentence for `key` in the language in use. Reading it in a component keeps it up to date. */
export function t(key: Key, params: Record<string, string | number> = {}): string {
  return fill(words.value, language.value, key, params);
}

/** Loads the words of a page in the visitor's language (`preferred`, a game's for example, counts after a choice made). */
export function loadWords(page: Area, preferred?: string): Promise<void> {
  areas = [page];
  return show(stored() ?? supported([preferred ?? '', ...navigator.languages]) ?? 'en');
}

/** Adds the words of a part of the page that comes later. */
export function addWords(part: Area): Promise<void> {
  if (!areas.includes(part)) areas.push(part);
  return show(wanted);
}

/** Changes the language and remembers it, where the browser lets it. */
export function chooseLanguage(chosen: Language): Promise<void> {
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // Storage may be blocked: then the choice lasts as long as the page.
  }
  return show(chosen);
}

async function show(chosen: Language): Promise<void> {
  wanted = chosen;
  const files: (Area | 'common')[] = ['common', ...areas];
  const parts = await Promise.all(files.map(file => load(chosen, file)));
  if (wanted !== chosen) return; // another one was chosen meanwhile
  // What came meanwhile stays: of two calls under way, either may be the last to arrive.
  words.value = Object.assign({}, language.value === chosen && words.value, ...parts);
  language.value = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-Hans' : chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
}

function load(chosen: Language, file: Area | 'common'): Promise<Words> {
  return files[`./${chosen}/${file}.json`]!();
}

function stored(): Language | undefined {
  try {
    return supported([localStorage.getItem(STORED) ?? '']);
  } catch {
    return undefined;
  }
}

function supported(tags: readonly string[]): Language | undefined {
  return tags.map(tag => tag.split('-')[0]!.toLowerCase()).find((tag): tag is Language => tag in LANGUAGES);
}
