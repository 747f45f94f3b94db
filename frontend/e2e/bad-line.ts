/**
 * A line between a phone and a server that can be made bad. How to use it:
 *
 *   const line = await badLine(baseURL);      // the phone opens line.url
 *   line.drop();                              // every connection is reset; new ones pass
 *   line.refuse(true);                        // new connections are reset too, until refuse(false)
 *   line.stall(true);                         // nothing arrives any more, either way; stall(false) delivers all of it
 *   line.halfOpen();                          // the present connections swallow everything and never end; new ones pass
 *   line.slow({ latencyMs: 400, bytesPerSecond: 50_000 });
 *   line.opened                               // how many connections there were
 *   await line.close();
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Slowness {
  /** Each way. */
  latencyMs: number;
  /** Each way, of each connection. */
  bytesPerSecond: number;
}
export type BadLine = Awaited<ReturnType<typeof badLine>>;

interface Pair {
  phone: Socket;
  server: Socket;
  dead: boolean;
}

export async function badLine(target: string) {
  const { hostname, port } = new URL(target);
  const pairs = new Set<Pair>();
  let refused = false;
  let stalled = false;
  let slowness: Slowness = { latencyMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };
  let opened = 0;

  const entry = createServer({ noDelay: true }, phone => {
    opened++;
    if (refused) return phone.resetAndDestroy();
    const server = connect({ host: hostname, port: Number(port), noDelay: true });
    const pair: Pair = { phone, server, dead: false };
    pairs.add(pair);
    carry(pair, phone, server);
    carry(pair, server, phone);
    if (stalled) hold(pair, true);
  });

  function carry(pair: Pair, from: Socket, to: Socket): void {
    let freeAt = 0;
    from.on('data', bytes => {
      if (pair.dead) return;
      const now = Date.now();
      freeAt = Math.max(freeAt, now) + (1_000 * bytes.length) / slowness.bytesPerSecond;
      const wait = freeAt - now + slowness.latencyMs;
      const pass = () => pair.dead || to.destroyed || to.write(bytes);
      if (wait > 0) setTimeout(pass, wait);
      else pass();
    });
    from.on('error', () => {});
    from.on('close', () => {
      // A half-open line tells nobody that its other end has gone.
      if (pair.dead) return;
      pairs.delete(pair);
      to.destroySoon();
    });
  }
  function hold({ phone, server }: Pair, still: boolean): void {
    for (const end of [phone, server]) still ? end.pause() : end.resume();
  }

  await new Promise<void>(listening => entry.listen(0, '127.0.0.1', listening));
  return {
    url: `http://localhost:${(entry.address() as AddressInfo).port}`,
    get opened() {
      return opened;
    },
    refuse(on: boolean): void {
      refused = on;
    },
    drop(): void {
      for (const { phone, server } of [...pairs]) {
        phone.resetAndDestroy();
        server.resetAndDestroy();
      }
    },
    stall(on: boolean): void {
      stalled = on;
      for (const pair of pairs) hold(pair, on);
    },
    halfOpen(): void {
      for (const pair of pairs) pair.dead = true;
    },
    slow(how: Slowness): void {
      slowness = how;
    },
    async close(): Promise<void> {
      for (const { phone, server } of [...pairs]) {
        phone.destroy();
        server.destroy();
      }
      await new Promise(closed => entry.close(closed));
    },
  };
}
