/**
 * The golden messages both sides read: every one must be a value of the type its endpoint and direction name, with no
 * field the types do not know. The compiler is the judge, so the messages become a source file for it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FRONTEND = join(import.meta.dirname, '..');
const GOLDEN = join(FRONTEND, '../src/test/resources/golden');
const TYPES: Record<string, string> = {
  'play.in': 'PlayOut',
  'play.out': 'PlayIn',
  'host.in': 'HostOut',
  'host.out': 'HostIn',
  'screen.out': 'ScreenIn',
};
const messages = readdirSync(GOLDEN)
  .filter(name => /\.(in|out)\..*\.json$/.test(name))
  .map(name => ({
    name,
    type: TYPES[name.split('.', 2).join('.')]!,
    text: readFileSync(join(GOLDEN, name), 'utf8'),
  }));

/** What the compiler says about a source that begins with all the contract's types. */
function compile(source: string): string {
  mkdirSync(join(FRONTEND, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(FRONTEND, 'node_modules/.cache/golden-'));
  try {
    const types = [...new Set(Object.values(TYPES))].join(', ');
    writeFileSync(
      join(folder, 'golden.ts'),
      `import type { ${types} } from '../../../src/protocol';\n${source}`,
    );
    const files = ['golden.ts'];
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../../tsconfig.json', files, include: [] }),
    );
    execFileSync(join(FRONTEND, 'node_modules/.bin/tsc'), ['--noEmit', '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (failure) {
    return (failure as { stdout: string }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every golden message is one of the contract, and says nothing the contract does not', {
  timeout: 60_000,
}, () => {
  expect(messages.length).toBeGreaterThan(100);
  const source = messages.map(
    ({ name, type, text }, i) => `// ${name}\nexport const m${i}: ${type} = ${text};\n`,
  );
  expect(compile(source.join(''))).toBe('');
});

test('the compiler does notice a field nobody knows', {
  timeout: 60_000,
}, () => {
  expect(compile('export const m: PlayIn = { "type": "progress", "players": 3, "answered": 1 };')).toContain(
    'golden.ts',
  );
});

test('no question on its way to a phone or a screen carries its key before the reveal', () => {
  for (const { name, text } of messages.filter(({ name }) =>
    /^(play|screen)\.out\.state\.(ready|question)/.test(name),
  )) {
    expect(JSON.parse(text).state.question, name).not.toHaveProperty('correct');
    expect(JSON.parse(text).state.question, name).not.toHaveProperty('explanation');
  }
});
