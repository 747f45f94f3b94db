/**
 * A second instance of the application on the same database, to be killed:
 *
 *   const instance = await startInstance();   instance.url
 *   await instance.kill();                    // kill -9
 *   await instance.start();                   // again, on the same port
 *
 * Its database is that of the instance under test, as the launcher names it in the environment. Where every instance there is
 * is to be killed, it is one of the test's own:
 *
 *   const database = await startDatabase();
 *   const instance = await startInstance(database.settings);
 *   await database.stop();
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = new URL('../../', import.meta.url).pathname;
const JAR = join(ROOT, 'target/quarkus-app/quarkus-run.jar');
/** Where `./podium test` has written one, it halves what a start takes of the processor. */
const CLASSES = join(ROOT, 'target/podium.aot');
/** For a busy machine; it ends as soon as the instance is ready. */
const PATIENCE_MS = 120_000;

export const databaseIsKnown = process.env.PODIUM_DATABASE_URL !== undefined;

export async function startDatabase() {
  const folder = join(ROOT, 'target/browser-alone/postgres');
  const libraries = readFileSync(join(ROOT, 'target/local.classpath'), 'utf8').trim();
  const launch = (...words: string[]) =>
    promisify(execFile)(
      java(),
      ['-cp', `target/test-classes:target/classes:${libraries}`, 'dev.podium.local.Launch', ...words],
      { cwd: ROOT },
    );
  const { stdout } = await launch('start', folder, 'podium');
  return {
    settings: {
      PODIUM_DATABASE_URL: `postgresql://localhost:${stdout.trim()}/podium`,
      QUARKUS_DATASOURCE_USERNAME: 'podium',
      QUARKUS_DATASOURCE_PASSWORD: readFileSync(join(folder, 'password'), 'utf8').trim(),
      PODIUM_DEMO: 'true',
    },
    async stop(): Promise<void> {
      await launch('stop', folder);
    },
  };
}

/** `settings` are those of the instance under test, unless others are given; `port` is any. */
export async function startInstance(settings: Record<string, string> = {}, port?: number) {
  port ??= await freePort();
  const url = `http://localhost:${port}`;
  let process: ChildProcess;

  async function start(): Promise<void> {
    process = spawn(...command(), {
      env: { ...globalThis.process.env, ...settings, QUARKUS_HTTP_PORT: String(port) },
      stdio: 'ignore',
    });
    globalThis.process.once('exit', () => process.kill('SIGKILL'));
    const end = Date.now() + PATIENCE_MS;
    while (!(await isReady(url))) {
      if (process.exitCode !== null) throw new Error(`the instance ended with ${process.exitCode}`);
      if (Date.now() > end) throw new Error('the instance does not get ready');
      await new Promise(again => setTimeout(again, 200));
    }
  }

  await start();
  return {
    url,
    start,
    async kill(): Promise<void> {
      const ended = once(process, 'exit');
      process.kill('SIGKILL');
      await ended;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/q/health/ready`).catch(() => undefined);
  return answer?.ok === true;
}

/** What is under test: the native executable, where the launcher names one. */
function command(): [string, string[]] {
  const executable = process.env.PODIUM_EXECUTABLE;
  if (executable) return [executable, []];
  const classes = existsSync(CLASSES) ? [`-XX:AOTCache=${CLASSES}`] : [];
  return [java(), ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...classes, '-jar', JAR]];
}

function java(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, 'bin', 'java') : 'java';
}

/** Below those that systems give to connections: whoever starts again on it finds it free. */
export async function freePort(): Promise<number> {
  const port = 10_000 + Math.floor(22_000 * Math.random());
  const server = createServer();
  const free = await new Promise<boolean>(tell => {
    server.once('error', () => tell(false));
    server.listen(port, () => tell(true));
  });
  if (!free) return freePort();
  await new Promise(closed => server.close(closed));
  return port;
}
