import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { alive, freePort, makeCheckout } from './checkout.mjs';

describe('a run of its own', () => {
  let checkout;
  let port;
  before(async () => {
    checkout = makeCheckout();
    port = await freePort();
  });
  after(() => checkout.remove());

  const nothingRuns = (pids) => {
    for (const [name, pid] of Object.entries(pids)) assert.equal(alive(pid), false, `${name} ${pid} still runs`);
  };

  test('prints where to go, is ready, says so when started twice, and stop leaves nothing', async () => {
    const run = await checkout.start(port);
    assert.match(run.text, new RegExp(`Host +http://localhost:${port}/host`));
    assert.match(run.text, /host@podium\.local with the password podium/);
    assert.match(run.text, new RegExp(`Players +http://[0-9a-z.]+:${port}/`));
    assert.match(run.text, /[█▀▄]{8}/, 'a QR code');
    assert.equal((await fetch(`http://localhost:${port}/q/health/ready`)).status, 200);
    const pids = checkout.pids();

    const twice = checkout.podium([]);
    assert.match(twice.text, new RegExp(`already running .*http://localhost:${port}/host`));
    assert.deepEqual(checkout.pids(), pids);
    const status = checkout.podium(['status']).text;
    assert.match(status, /Podium runs/);
    assert.match(status, /^ {2}sockets +0$|^ {2}0: sockets,/m, 'the figures of a dashboard');

    assert.match(checkout.podium(['stop']).text, /Podium is stopped/);
    await run.ended;
    nothingRuns(pids);
    assert.match(checkout.podium(['stop']).text, /was not running/);
    assert.equal(checkout.podium(['status']).code, 3);
  });

  test('Ctrl-C leaves nothing running', async () => {
    const run = await checkout.start(port);
    const pids = checkout.pids();
    run.ctrlC();
    assert.equal(await run.ended, 130);
    nothingRuns(pids);
  });

  test('stop ends what a killed launcher left behind, and the next start works', async () => {
    const run = await checkout.start(port);
    const pids = checkout.pids();
    run.signal('SIGKILL');
    await run.ended;
    assert.equal(alive(pids.application), true);
    assert.match(checkout.podium(['status']).text, /killed run left something behind/);
    assert.match(checkout.podium(['stop']).text, /Podium is stopped/);
    nothingRuns(pids);
  });

  test('a start sweeps up what a killed launcher left behind', async () => {
    const killed = await checkout.start(port);
    const left = checkout.pids();
    killed.signal('SIGKILL');
    await killed.ended;
    const run = await checkout.start(port);
    nothingRuns(left);
    checkout.podium(['stop']);
    await run.ended;
  });

  test('a forgotten password is replaced, while Podium runs and while it does not', async () => {
    const account = 'host@podium.local';
    const signIn = async (password) =>
      (
        await fetch(`http://localhost:${port}/api/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email: account, password }),
        })
      ).status;
    const change = (who, password) => checkout.podium(['password', who], { input: `${password}\n` });
    assert.match(change(account, 'found while it stood').text, /has a new password/);
    assert.equal(alive(checkout.pids().postgres), false);

    const run = await checkout.start(port);
    assert.doesNotMatch(run.text, /with the password podium/);
    assert.equal(await signIn('podium'), 401);
    assert.equal(await signIn('found while it stood'), 204);
    assert.match(change(account, 'short').text, /too short: at least 8/);
    assert.match(change('ada@example.org', 'long enough').text, /no host ada@example\.org; there is: host@podium\.local/);
    assert.match(change('HOST@podium.local', 'found while it ran').text, /has a new password/);
    assert.equal(await signIn('found while it stood'), 401);
    assert.equal(await signIn('found while it ran'), 204);
    checkout.podium(['stop']);
    await run.ended;
  });

  test('data that another PostgreSQL wrote is not touched, and what to do is said', () => {
    const file = join(checkout.folder, '.podium/postgres/data/PG_VERSION');
    const ours = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    const { code, text } = checkout.podium(['--port', String(port)]);
    writeFileSync(file, ours);
    assert.equal(code, 1);
    assert.match(text, /^podium: the data in .* is PostgreSQL 17's, this Podium has 18: .*\.\/podium reset\.$/m);
  });

  test('reset asks, and deletes only on a yes', () => {
    const data = join(checkout.folder, '.podium/postgres/data');
    assert.match(checkout.podium(['reset'], { input: 'n\n' }).text, /Nothing was deleted/);
    assert.match(checkout.podium(['reset'], { input: '' }).text, /Nothing was deleted/);
    assert.ok(existsSync(data));
    checkout.podium(['reset', '-y']);
    assert.ok(!existsSync(data));
  });
});

describe('what is missing is said in one line', () => {
  let checkout;
  let port;
  before(async () => {
    checkout = makeCheckout();
    port = await freePort();
  });
  after(() => checkout.remove());

  const refuses = ({ code, text }, expected) => {
    assert.equal(code, 1, text);
    const lines = text.trim().split('\n');
    assert.equal(lines.length, 1, text);
    assert.match(lines[0], expected);
  };

  /** A PATH with the tools every system has, less those named. */
  const toolsWithout = (...missing) => {
    const folder = join(checkout.folder, 'tools');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const path of [...process.env.PATH.split(delimiter), '/usr/bin', '/bin']) {
      const names = spawnSync('ls', [path], { encoding: 'utf8' }).stdout.split('\n');
      for (const name of names) {
        if (!name || missing.includes(name) || existsSync(join(folder, name))) continue;
        try {
          symlinkSync(join(path, name), join(folder, name));
        } catch {
          // An earlier folder's broken link of the same name.
        }
      }
    }
    return folder;
  };

  test('no JDK', () => {
    const env = { JAVA_HOME: '', HOME: checkout.folder, PODIUM_JDKS: '/nowhere', PATH: toolsWithout('java', 'javac') };
    refuses(checkout.podium([], { env }), /no JDK 25 found: install Temurin 25/);
  });

  test('a JDK that is too old is not taken', () => {
    const old = join(checkout.folder, 'jdk-1.25-old');
    mkdirSync(join(old, 'bin'), { recursive: true });
    writeFileSync(join(old, 'bin/javac'), '');
    chmodSync(join(old, 'bin/javac'), 0o755);
    writeFileSync(join(old, 'release'), 'JAVA_VERSION="17.0.15"\n');
    const env = { JAVA_HOME: old, HOME: checkout.folder, PODIUM_JDKS: checkout.folder, PATH: toolsWithout('java', 'javac') };
    refuses(checkout.podium([], { env }), /no JDK 25 found/);
  });

  for (const [tool, expected] of [
    ['node', /no Node 20\.19 or newer/],
    ['mvn', /no Maven found/],
  ])
    test(`no ${tool}, when something is to be built`, () => {
      rmSync(join(checkout.folder, '.podium/built'), { force: true });
      const env = { HOME: checkout.folder, PODIUM_JDKS: process.env.JAVA_HOME ?? '', PATH: toolsWithout(tool) };
      refuses(checkout.podium([], { env }), expected);
    });

  test('a taken port, and who holds it', async () => {
    const squatter = createServer();
    await new Promise((listening) => squatter.listen(port, listening));
    const answer = checkout.podium(['--port', String(port)]);
    squatter.close();
    refuses(answer, new RegExp(`port ${port} is taken by process ${process.pid} .*--port ${port + 1}`));
  });

  test('a full disk', () => {
    const folder = toolsWithout('df');
    writeFileSync(join(folder, 'df'), '#!/bin/sh\necho Filesystem\necho "/dev/disk 1000 990 10240 99% /"\n');
    chmodSync(join(folder, 'df'), 0o755);
    refuses(checkout.podium([], { env: { PATH: folder } }), /the disk is full: 10 MB are free/);
  });

  test('a password for nobody, or before there is data', () => {
    refuses(checkout.podium(['password']), /whose\? \.\/podium password EMAIL/);
    refuses(checkout.podium(['password', 'ada@example.org']), /there is no data yet/);
  });

  test('an address with a port in it', () => {
    refuses(checkout.podium(['--address', '192.168.1.20:80']), /is no address/);
  });

  test('a wrong port and an unknown word', () => {
    for (const wrong of ['0', '65536', 'http', '-1', '']) refuses(checkout.podium(['--port', wrong]), /is no port/);
    refuses(checkout.podium(['strat']), /'strat' is unknown: \.\/podium --help/);
  });
});
