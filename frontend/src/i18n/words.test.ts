import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type I18n = typeof import('.');
const file = (language: string, area: string) =>
  JSON.parse(readFileSync(new URL(`${language}/${area}.json`, import.meta.url), 'utf8'));
const english = file('en', 'phone');

/** What the network does with each request, in turn; afterwards everything arrives. */
let network: ('lost' | 'hangs' | 'none' | Promise<void>)[];
let asked: string[];
const stored = new Map<string, string>();

/** The module anew, as a page that has just been opened has it, in the visitor's language. */
async function opened(...languages: string[]): Promise<I18n> {
  vi.resetModules();
  vi.stubGlobal('navigator', { languages });
  return import('.');
}

beforeEach(() => {
  vi.useFakeTimers();
  network = [];
  asked = [];
  stored.clear();
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  vi.stubGlobal('fetch', async (path: string, { signal }: { signal: AbortSignal }) => {
    asked.push(path);
    const how = network.shift();
    if (how === 'lost') throw new TypeError('lost');
    if (how === 'none') return { ok: false };
    if (how === 'hangs') await new Promise((_, no) => signal.addEventListener('abort', no));
    await how;
    const [, area, language] = /assets\/(\w+)\.(\w+)\.\w+\.json/.exec(path)!;
    const common = area === 'player' ? {} : file(language!, 'common');
    return { ok: true, json: async () => ({ ...common, ...file(language!, area!) }) };
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('English is there from the start, and nothing is asked for', async () => {
  const { loadWords, t } = await opened('en-GB');
  await loadWords('phone', english);
  expect([t('pin.label'), t('language')]).toEqual(['Game PIN', 'Language']);
  expect(asked).toEqual([]);
});

test('words that do not come are asked for until they are there; meanwhile the page speaks English', async () => {
  network = ['lost', 'none', 'hangs'];
  const { loadWords, t, language } = await opened('de-DE');
  const shown = loadWords('phone', english);
  await vi.advanceTimersByTimeAsync(2_000);
  await shown;
  expect([language.value, t('pin.label')]).toEqual(['en', 'Game PIN']);
  await vi.advanceTimersByTimeAsync(30_000);
  expect([language.value, t('pin.label')]).toEqual(['de', file('de', 'phone')['pin.label']]);
  expect(asked).toHaveLength(4);
});

test('words that are there stay, whichever of two parts arrives last', async () => {
  let arrive = () => {};
  network = [
    new Promise(done => {
      arrive = done;
    }),
  ];
  const { loadWords, addWords, knowEnglish, t } = await opened('de');
  loadWords('phone', english);
  addWords('player');
  knowEnglish(file('en', 'player'));
  await vi.advanceTimersByTimeAsync(100);
  arrive();
  await vi.advanceTimersByTimeAsync(100);
  expect(t('pin.label')).toBe(file('de', 'phone')['pin.label']);
  expect(t('finished.second')).toBe(file('de', 'player')['finished.second']);
});

test('the language of a game is for those whose own is not among ours, also after a reload', async () => {
  const { loadWords, offerLanguage, language } = await opened('fi-FI');
  await loadWords('phone', english);
  offerLanguage('de-DE');
  await vi.advanceTimersByTimeAsync(100);
  expect(language.value).toBe('de');
  const again = await opened('fi-FI');
  await again.loadWords('phone', english);
  expect(again.language.value).toBe('de');
});

test('who speaks one of our languages, or chose one, keeps it', async () => {
  const one = await opened('fi', 'fr-CA');
  await one.loadWords('phone', english);
  one.offerLanguage('de');
  const other = await opened('fi');
  await other.chooseLanguage('es');
  other.offerLanguage('de');
  await vi.advanceTimersByTimeAsync(100);
  expect([one.language.value, other.language.value]).toEqual(['fr', 'es']);
});
