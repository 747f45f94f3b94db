/** An address as people read it aloud and type it: no scheme, no PIN, no closing slash. */
export function spoken(joinUrl: string): string {
  try {
    const { host, pathname } = new URL(joinUrl);
    return host + pathname.replace(/\/+$/, '');
  } catch {
    return joinUrl;
  }
}
