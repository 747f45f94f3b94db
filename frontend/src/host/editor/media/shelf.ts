import type { Result } from '../../../api';
import * as api from '../../../api';
import type { Media } from '../../../protocol';
import { watched } from '../../session';
import type { FileKind } from './recognise';
import type { Stored } from './types';

export interface Shelved extends Stored {
  /** The first of the host's quizzes that use it, by title. */
  quizzes: { id: string; title: string }[];
  /** How many of the host's games use it. */
  games: number;
}
export interface MediaPage {
  items: Shelved[];
  /** What to ask for the following ones with. */
  next?: string;
  /** In bytes. */
  used: number;
  quota: number;
}

const after = <T>(reply: Promise<Result<T>>) => reply.then(watched);

export const listMedia = (next?: string) =>
  after(api.get<MediaPage>(`/api/media${next ? `?after=${encodeURIComponent(next)}` : ''}`));
export const deleteMedia = (hash: string) => after(api.remove(`/api/media/${hash}`));

export const kindOf = ({ type }: Shelved) => type.split('/')[0] as FileKind;

/** As a question shows it. */
export async function placed(item: Shelved): Promise<Media> {
  const { url, phone } = item;
  const kind = kindOf(item);
  if (kind !== 'image') return { url, kind };
  const [large, small] = await Promise.all([measured(url), phone && measured(phone.url)]);
  return { url, kind, ...large, ...(phone && small && { phone: { url: phone.url, ...small } }) };
}

/** Nothing where it cannot be read: then it is shown all the same. */
async function measured(url: string): Promise<{ width: number; height: number } | undefined> {
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  } catch {
    return undefined;
  }
}
