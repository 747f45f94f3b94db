// A checkout of its own for a launcher under test: the script is real, what was built is shared, `.podium` is fresh.
//   const checkout = makeCheckout(); const run = await checkout.start(); … await checkout.stop(); checkout.remove()
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../..', import.meta.url));

const STARTED_WITHIN_MS = 300_000;

export function makeCheckout() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'podium-')));
  copyFileSync(join(project, 'podium'), join(folder, 'podium'));
  for (const name of ['pom.xml', 'src', 'frontend', 'target']) symlinkSync(join(project, name), join(folder, name));
  mkdirSync(join(folder, '.podium'));
  writeFileSync(join(folder, '.podium/built'), '');

  const podium = (words, { env = {}, input = '' } = {}) => {
    const done = spawnSync(join(folder, 'podium'), words, {
      env: { ...process.env, ...env },
      input,
      encoding: 'utf8',
      timeout: STARTED_WITHIN_MS,
    });
    return { code: done.status, text: done.stdout + done.stderr };
  };

  const note = (name) => {
    const file = join(folder, '.podium', name);
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
  };

  return {
    folder,
    podium,
    pids: () => ({
      launcher: note('run/launcher'),
      application: note('run/application'),
      postgres: note('postgres/data/postmaster.pid'),
    }),
    /** Resolves when the addresses are printed. */
    start: (port) =>
      new Promise((resolve, reject) => {
        const launcher = spawn(join(folder, 'podium'), ['--port', String(port)], { detached: true });
        const ended = new Promise((done) => launcher.on('exit', (code, signal) => done(code ?? signal)));
        let text = '';
        const late = setTimeout(() => reject(new Error(`not started:\n${text}`)), STARTED_WITHIN_MS);
        const hear = (chunk) => {
          text += chunk;
          if (!text.includes('./podium stop')) return;
          clearTimeout(late);
          resolve({
            text,
            ended,
            signal: (name) => process.kill(launcher.pid, name),
            // A terminal tells everybody in the foreground.
            ctrlC: () => process.kill(-launcher.pid, 'SIGINT'),
          });
        };
        launcher.stdout.on('data', hear);
        launcher.stderr.on('data', hear);
        ended.then((code) => reject(new Error(`ended with ${code}:\n${text}`)));
      }),
    remove: () => {
      podium(['stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Neither gone nor a zombie that nobody has waited for. */
export function alive(pid) {
  if (!pid) return false;
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

/** Below those that systems give to connections: whoever starts again on it finds it free. */
export async function freePort() {
  const port = 10_000 + Math.floor(22_000 * Math.random());
  const probe = createServer();
  const free = await new Promise((tell) => {
    probe.once('error', () => tell(false));
    probe.listen(port, () => tell(true));
  });
  if (!free) return freePort();
  await new Promise((closed) => probe.close(closed));
  return port;
}
