/** Changes that are not on the server yet, stored in this browser so that a closed tab costs nothing. */
import { uuid } from '../../transport/env';
import { keep, kept } from '../../ui/storage';
import type { Quiz } from '../library/quiz';

export interface LocalDraft {
  quiz: Quiz;
  /** The version the changes were made to; null for a quiz that was never saved. */
  etag: string | null;
  at: number;
  /** Where it is to lie, once it is saved for the first time. */
  folder?: string;
}

const PREFIX = 'podium.draft.';
/** Two tabs may have the same quiz open; each removes only what it has written itself. */
let tab: string | undefined;
const thisTab = () => {
  tab ??= uuid();
  return tab;
};

/** False when this browser stores nothing. */
export function writeDraft(id: string, draft: LocalDraft): boolean {
  return keep(PREFIX + id, JSON.stringify({ ...draft, tab: thisTab() }));
}

export function readDraft(id: string): LocalDraft | null {
  return parsed(id);
}

export const hasDraft = (id: string) => kept(PREFIX + id) !== null;

/** Whoever wrote it. */
export const removeDraft = (id: string) => keep(PREFIX + id, null);

export function removeOwnDraft(id: string): void {
  // A long quiz need not be read for it: who wrote it stands at the end.
  if (kept(PREFIX + id)?.endsWith(`"tab":"${thisTab()}"}`)) removeDraft(id);
}

/** Quizzes that exist only in this browser, the latest first. */
export function neverSaved(): { id: string; draft: LocalDraft }[] {
  return keptNames()
    .map(name => name.slice(PREFIX.length))
    .flatMap(id => {
      const draft = readDraft(id);
      return draft && draft.etag === null ? [{ id, draft }] : [];
    })
    .sort((a, b) => b.draft.at - a.draft.at);
}

function keptNames(): string[] {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function parsed(id: string): (LocalDraft & { tab?: string }) | null {
  try {
    const found = JSON.parse(kept(PREFIX + id) ?? 'null') as (LocalDraft & { tab?: string }) | null;
    return found && Array.isArray(found.quiz?.questions) ? found : null;
  } catch {
    return null;
  }
}
