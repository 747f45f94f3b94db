import { addWords } from '../i18n';

export type Views = typeof import('.');
let coming: Promise<Views> | undefined;

/** Fetches what shows a game, and its words: once, and after a failure again with the next call. */
export function loadViews(): Promise<Views> {
  coming ??= Promise.all([import('.'), addWords('player')]).then(([views]) => views);
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
}
