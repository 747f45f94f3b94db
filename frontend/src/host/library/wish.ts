/** What of the library is asked for. */
import type { Route } from '../route';

export const SORTS = ['changed', 'created', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export interface Wish {
  view: 'all' | 'shared' | 'trash';
  folder?: string;
  tag?: string;
  search: string;
  sort: Sort;
}
export type LibraryRoute = Extract<Route, { page: 'library' }>;

/** The part of a wish that the address has. */
export function placeOf({ view, folder, tag }: LibraryRoute): Pick<Wish, 'view' | 'folder' | 'tag'> {
  return { view: view ?? 'all', ...(folder && { folder }), ...(tag && { tag }) };
}

/** As the server is asked for a page of it. */
export function query({ view, folder, tag, search, sort }: Wish, limit: number, after?: string): string {
  const words = new URLSearchParams({ view, sort, limit: String(limit) });
  if (folder) words.set('folder', folder);
  if (tag) words.set('tag', tag);
  if (search.trim()) words.set('search', search.trim());
  if (after) words.set('after', after);
  return words.toString();
}
