import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from './checkout.mjs';

const artifact = join(project, 'target/quarkus-app');
const files = readdirSync(artifact, { recursive: true }).filter((name) => statSync(join(artifact, name)).isFile());

// The names of the entries of a jar stand in it uncompressed.
const holds = (name, text) => readFileSync(join(artifact, name)).includes(text);

test('the artifact is there', () => {
  assert.ok(files.includes('quarkus-run.jar'));
  assert.ok(files.some((name) => holds(name, 'dev/podium/')));
});

test('the artifact holds no PostgreSQL server, only its drivers', () => {
  assert.deepEqual(files.filter((name) => /embedded|zonky/.test(name)), []);
  for (const trace of ['io/zonky/', 'postgres-linux-', 'postgres-darwin-', 'bin/initdb'])
    assert.deepEqual(files.filter((name) => holds(name, trace)), [], trace);
});

test('the artifact holds nothing of the programs that stay at home', () => {
  for (const root of ['local', 'drivers', 'bench', 'chaos']) {
    const folder = join(project, 'src', root, 'java/dev/podium');
    const packages = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'package-info.java')));
    assert.notEqual(packages.length, 0, root);
    for (const name of packages) assert.deepEqual(files.filter((file) => holds(file, `dev/podium/${name}/`)), [], name);
  }
});

test('the artifact holds no test library', () => {
  assert.deepEqual(files.filter((name) => /junit|assertj|jqwik|rest-assured|archunit|qrcodegen/.test(name)), []);
});
