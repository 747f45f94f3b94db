/**
 * A second instance of the application on the same database, to be killed:
 *
 *   const instance = await startInstance();   instance.url
 *   await instance.kill();                    // kill -9
 *   await instance.start();                   // again, on the same port
 *
 * Its database is that of the instance under test, as the launcher names it in the environment.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

const JAR = new URL('../../target/quarkus-app/quarkus-run.jar', import.meta.url).pathname;
/** For a busy machine; it ends as soon as the instance is ready. */
const PATIENCE_MS = 120_000;

export const databaseIsKnown = process.env.PODIUM_DATABASE_URL !== undefined;

export async function startInstance() {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let process: ChildProcess;

  async function start(): Promise<void> {
    process = spawn(java(), ['-XX:TieredStopAtLevel=1', '-jar', JAR], {
      env: { ...globalThis.process.env, QUARKUS_HTTP_PORT: String(port) },
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

function java(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, 'bin', 'java') : 'java';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}
