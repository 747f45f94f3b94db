/** Where quizzes are: folders and tags, each with how many. */
import { signal } from '@preact/signals';
import { listPlaces } from '../server';
import type { Folder, Places } from './quiz';

/** Null until the server has answered once. */
export const places = signal<Places | null>(null);

export async function loadPlaces(): Promise<void> {
  const reply = await listPlaces();
  if (reply.ok) places.value = reply.value;
}

/** Each folder right after the one it lies in, with how deep it lies, from 0. */
export function inOrder(folders: readonly Folder[]): (Folder & { depth: number })[] {
  const below = (parent: string | undefined, depth: number): (Folder & { depth: number })[] =>
    folders
      .filter(folder => folder.parent === parent)
      .flatMap(folder => [{ ...folder, depth }, ...below(folder.id, depth + 1)]);
  return below(undefined, 0);
}

/** A folder and all that lie in it. */
export function withBelow(folders: readonly Folder[], id: string): Set<string> {
  const found = new Set([id]);
  for (const { id: it, parent } of inOrder(folders)) if (parent && found.has(parent)) found.add(it);
  return found;
}
