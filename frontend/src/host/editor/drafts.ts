/** Changes that are not saved yet, kept on this computer so that a closed tab costs nothing. */
import { drop, keep, kept } from '../storage';
import type { Quiz } from '../library/quiz';

export interface Kept {
  quiz: Quiz;
  /** The version the changes were made to; null for a quiz that was never saved. */
  etag: string | null;
  at: number;
}

const name = (id: string) => `podium.draft.${id}`;

export function keepDraft(id: string, draft: Kept): boolean {
  return keep(name(id), JSON.stringify(draft));
}

export function keptDraft(id: string): Kept | null {
  try {
    const found = JSON.parse(kept(name(id)) ?? 'null') as Kept | null;
    return found && Array.isArray(found.quiz?.questions) ? found : null;
  } catch {
    return null;
  }
}

export const hasDraft = (id: string) => kept(name(id)) !== null;
export const dropDraft = (id: string) => drop(name(id));
