import type { Env } from './page';
import { browserStore } from './store';
import { listenToPage } from './wake';

/** The world as a browser has it. `second` comes from pages that can do with a stand-in for their socket. */
export function browserEnv(second: Env['second'] = () => {}): Env {
  return {
    now: () => performance.now(),
    random: Math.random,
    uuid,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    second,
    open: url => new WebSocket(url) as ReturnType<Env['open']>,
    hidden: () => document.visibilityState === 'hidden',
    listen: hear => listenToPage(document, window, hear),
    store: browserStore(),
  };
}

/** The address of a socket of this server: `wss` exactly where the page came by https. */
export function socketUrl(path: string, page: Pick<Location, 'protocol' | 'host'> = location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}${path}`;
}

/** A random UUID (version 4), also on plain http, where `crypto.randomUUID` does not exist. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
