/**
 * Words. A page calls `loadWords('phone', english)` once, before its first render; then `t` anywhere.
 * English is in the scripts and stands in for what has not come yet. Each other language is data, one file a page area
 * (`words.ts` of the build), asked for until it is there.
 * A value is a sentence with {names}, or its plural forms, chosen by `n` (Intl.PluralRules).
 */
import { signal } from '@preact/signals-core';
import { stepMs } from '../transport/backoff';
import { keep, kept } from '../ui/storage';
import common from './en/common.json';
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
export const isLanguage = (tag = ''): tag is Language => tag in LANGUAGES;
export type Area =
  | 'phone'
  | 'player'
  | 'host'
  | 'editor'
  | 'cockpit'
  | 'report'
  | 'import'
  | 'library'
  | 'account'
  | 'screen'
  | 'check';

/** Every key there is, by the English files: a misspelt one does not compile. */
export type Key = Exclude<
  | keyof typeof import('./en/common.json')
  | keyof typeof import('./en/phone.json')
  | keyof typeof import('./en/player.json')
  | keyof typeof import('./en/host.json')
  | keyof typeof import('./en/editor.json')
  | keyof typeof import('./en/cockpit.json')
  | keyof typeof import('./en/report.json')
  | keyof typeof import('./en/import.json')
  | keyof typeof import('./en/library.json')
  | keyof typeof import('./en/account.json')
  | keyof typeof import('./en/screen.json')
  | keyof typeof import('./en/check.json'),
  'default'
>;

const STORED = 'podium.language';
/** Of the game, for a phone whose own language is not among ours. */
const PREFERRED = 'podium.language.game';
/** A page waits so long for its words; then it is shown in English until they are there. */
const PATIENCE_MS = 2_000;
/** A file that has not come by then is asked for anew. */
const ANSWER_MS = 10_000;

/** The language in use; changes once its words are here. */
export const language = signal<Language>('en');
const english: Words = { ...common };
const words = signal<Words>(english);
const files = new Map<string, Promise<Words>>();
let areas: Area[] = [];
let wanted: Language = 'en';

/** The sentence for `key` in the language in use. Reading it in a component keeps it up to date. */
export function t(key: Key, params: Record<string, string | number> = {}): string {
  return fill(words.value, language.value, key, params);
}

/** Loads the words of a page in the visitor's language; resolves when it can be shown. */
export function loadWords(page: Area, inEnglish: Words): Promise<void> {
  areas = [page];
  knowEnglish(inEnglish);
  return inTime(show(remembered(STORED) ?? spoken() ?? remembered(PREFERRED) ?? 'en'));
}

/** Adds the words of a part of the page that comes later; its script brings the English ones (`knowEnglish`). */
export function addWords(part: Area): Promise<void> {
  if (!areas.includes(part)) areas.push(part);
  return inTime(show(wanted));
}

export function knowEnglish(inEnglish: Words): void {
  Object.assign(english, inEnglish);
  words.value = { ...english, ...words.value };
}

/** Changes the language and remembers it, where the browser lets it. */
export function chooseLanguage(chosen: Language): Promise<void> {
  keep(STORED, chosen);
  return show(chosen);
}

/** The language of a game is for those who have not chosen one and whose own is not among ours. */
export function offerLanguage(tag: string | undefined): void {
  const offered = supported([tag ?? '']);
  if (!offered || remembered(STORED) || spoken()) return;
  keep(PREFERRED, offered);
  show(offered);
}

async function show(chosen: Language): Promise<void> {
  wanted = chosen;
  const parts = chosen === 'en' ? [] : await Promise.all(areas.map(area => load(area, chosen)));
  if (wanted !== chosen) return; // another one was chosen meanwhile
  // What came meanwhile stays: of two calls under way, either may be the last to arrive.
  words.value = Object.assign({ ...english }, language.value === chosen && words.value, ...parts);
  language.value = chosen;
  document.documentElement.lang = chosen === 'zh' ? 'zh-Hans' : chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
}

function load(area: Area, chosen: Language): Promise<Words> {
  const path = `/assets/${area}.${chosen}.${WORDS_VERSION}.json`;
  const file = files.get(path) ?? persist(path);
  files.set(path, file);
  return file;
}

/** Asks until it is there. */
async function persist(path: string): Promise<Words> {
  for (let tries = 0; ; tries++) {
    const slow = new AbortController();
    const timer = setTimeout(() => slow.abort(), ANSWER_MS);
    try {
      const answer = await fetch(path, { signal: slow.signal });
      if (answer.ok) return await answer.json();
    } catch {
      // It is asked for again either way.
    } finally {
      clearTimeout(timer);
    }
    await new Promise(again => setTimeout(again, stepMs(tries, Math.random())));
  }
}

function inTime(shown: Promise<void>): Promise<void> {
  return Promise.race([shown, new Promise<void>(late => setTimeout(late, PATIENCE_MS))]);
}

function remembered(name: string): Language | undefined {
  return supported([kept(name) ?? '']);
}

/** The first of the visitor's languages that is ours. */
function spoken(): Language | undefined {
  return supported(navigator.languages);
}

function supported(tags: readonly string[]): Language | undefined {
  return tags.map(tag => tag.split('-')[0]!.toLowerCase()).find((tag): tag is Language => tag in LANGUAGES);
}
