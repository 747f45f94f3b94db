/**
 * Opens the screen as a window of its own, or brings it to the front. It comes from where this page came from, and can be steered
 * by whoever is signed in here.
 */
export function openScreen(screenUrl: string, game: string): void {
  open(localScreen(screenUrl, game), 'podium-screen', 'popup,width=1280,height=720');
}

/** The screen's link on the address this page was opened by, which certainly works on this machine. */
export function localScreen(screenUrl: string, game: string): string {
  const { pathname, hash } = new URL(screenUrl, location.href);
  return `${location.origin}${pathname}?steer=${game}${hash}`;
}
