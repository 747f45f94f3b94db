import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Files, LIMIT, wayIn, weigh, zipped } from '../weight';

let files: Files;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const { output } = (await build({
    build: { write: false },
    logLevel: 'silent',
  })) as Rolldown.RolldownOutput;
  files = Object.fromEntries(output.map(file => [file.fileName, file]));
}, 60_000);

test('a phone can join after 30 kB, 15 kB of them scripts, in every language', () => {
  const weights = weigh(files);
  expect(weights.map(({ language }) => language).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'zh']);
  for (const { language, total, js } of weights) {
    expect(js, `scripts in ${language}`).toBeGreaterThan(5_000);
    expect(js, `scripts in ${language}`).toBeLessThanOrEqual(LIMIT.js);
    expect(total, `everything in ${language}`).toBeLessThanOrEqual(LIMIT.total);
  }
});

test('the way in has the link to the game with it, in two scripts, and neither Preact nor what shows a game', () => {
  const { scripts } = wayIn(files);
  expect(scripts).toHaveLength(2);
  const modules = scripts.flatMap(name => (files[name] as Rolldown.OutputChunk).moduleIds);
  const among = (pattern: RegExp) => modules.filter(id => pattern.test(id));
  expect(among(/transport\/play\.ts$/)).toHaveLength(1);
  expect(among(/node_modules\/(preact|@preact\/signals)\/|\.tsx$/)).toEqual([]);
});

/** The scripts and style sheets of a page, and what all of it weighs. */
function heavy(name: string) {
  const { page, scripts, others } = wayIn(files, name);
  const code = scripts.map(name => files[name] as Rolldown.OutputChunk);
  const sheets = others.map(name => String((files[name] as Rolldown.OutputAsset).source));
  const parts = [page.source, ...code.map(chunk => chunk.code), ...sheets];
  return { code, sheets, weight: parts.reduce((sum, part) => sum + zipped(part), 0) };
}

test('a host’s library is there after 80 kB; what is asked beside its list comes when it is asked', () => {
  const { code, weight } = heavy('host.html');
  expect(weight).toBeGreaterThan(20_000);
  expect(weight).toBeLessThanOrEqual(80_000);
  const modules = code.flatMap(chunk => chunk.moduleIds);
  expect(modules.filter(id => /library\/Library\.tsx$/.test(id))).toHaveLength(1);
  expect(modules.filter(id => /library\/(dialogs\/.*|QuizView)\.tsx$/.test(id))).toEqual([]);
});

test('a screen is there after 80 kB; its other themes and its sound come when they are asked for, and nothing of a host’s', () => {
  const { code, sheets, weight } = heavy('screen.html');
  expect(code.flatMap(chunk => chunk.moduleIds).filter(id => /src\/host\//.test(id))).toEqual([]);
  expect(weight).toBeGreaterThan(20_000);
  expect(weight).toBeLessThanOrEqual(80_000);
  expect(code.flatMap(chunk => chunk.moduleIds).filter(id => /sound\.ts$/.test(id))).toEqual([]);
  const [hall, paper] = ['hall', 'paper'].map(theme => new RegExp(`data-theme="?${theme}"?\\] \\.light`));
  expect(sheets.join()).toMatch(hall!);
  expect(sheets.join()).not.toMatch(paper!);
  expect(sheets.join(), 'of a host').not.toMatch(/stage-answers/);
});
