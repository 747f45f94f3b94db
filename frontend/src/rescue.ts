/**
 * Stands alone, and has the same name in every version: a page that has not begun (its `#reload` is still there) or has no
 * style, because a file did not come or an old page met the files of a new server, is loaded again by itself, once a minute
 * at most and only when the server answers.
 */
const LATE_MS = 4_000;
const AGAIN_MS = 5_000;
const RELOAD_MS = 60_000;

/** What the page began with: the style of a part that is opened later may just be on its way. */
let styles: HTMLLinkElement[] = [];

const broken = () =>
  document.getElementById('reload') || styles.some(link => link.isConnected && !link.sheet);

async function look(): Promise<void> {
  if (!broken()) return;
  const wait = (history.state?.reloadedAt ?? 0) + RELOAD_MS - Date.now();
  const answer = wait > 0 || (await fetch(location.href).catch(() => null));
  if (answer !== true && answer?.ok) {
    history.replaceState({ ...history.state, reloadedAt: Date.now() }, '');
    location.reload();
  } else setTimeout(look, Math.max(AGAIN_MS, wait));
}

addEventListener('load', () => {
  styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  setTimeout(look, LATE_MS);
});
addEventListener('click', event => {
  if ((event.target as Element).id !== 'reload') return;
  event.preventDefault();
  // Following the link would lose what stands behind the #.
  location.reload();
});

export {};
