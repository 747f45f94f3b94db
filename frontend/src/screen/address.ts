/** An address as people read it aloud and type it: no scheme, no PIN, no closing slash. */
export function spoken(joinUrl: string): string {
  try {
    const { host, pathname } = new URL(joinUrl);
    return host + pathname.replace(/\/+$/, '');
  } catch {
    return joinUrl;
  }
}

/** `123456` as `123 456`: two groups are read and typed with fewer mistakes. */
export function groups(pin: string): string[] {
  const half = Math.ceil(pin.length / 2);
  return [pin.slice(0, half), pin.slice(half)].filter(part => part !== '');
}
