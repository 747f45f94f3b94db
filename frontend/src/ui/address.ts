/**
 * Where phones are sent. The server guesses one of this machine's addresses; where the guess is wrong the host chooses
 * another, which this browser's host page and screen then show, and a copied screen link takes along.
 */
import { signal } from '@preact/signals';
import { keep, kept } from './storage';

const STORED = 'podium.address';
/** Such as 192.168.1.20:8080; nothing else is shown for where to go. */
const FORM = /^\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?$/;

/** Host and port of the chosen address; null where the server's is right. */
export const chosen = signal<string | null>(null);

/** Takes up what was chosen, on this page's link or earlier in this browser, and follows a change in another window. */
export function followChoice(): void {
  const linked = new URLSearchParams(location.search).get('at');
  chosen.value = valid(linked) ?? stored();
  addEventListener('storage', event => {
    if (event.key === STORED) chosen.value = valid(event.newValue);
  });
}

export function choose(host: string | null): void {
  chosen.value = valid(host);
  keep(STORED, chosen.value);
}

/** A link of the server's at the chosen address. */
export function reachable(link: string): string {
  return at(link, chosen.value);
}

/** The screen's link at the chosen address, which it shows in its turn. */
export function reachableScreen(link: string): string {
  if (!chosen.value) return link;
  const url = new URL(reachable(link));
  url.searchParams.set('at', chosen.value);
  return url.href;
}

export function at(link: string, host: string | null): string {
  const url = new URL(link);
  // What is behind a name or TLS was configured, not guessed.
  if (!host || url.protocol !== 'http:' || !(FORM.test(url.host) || url.hostname === 'localhost'))
    return link;
  url.host = host;
  return url.href;
}

function stored(): string | null {
  return valid(kept(STORED));
}

const valid = (host: string | null) => (host && FORM.test(host) ? host : null);
