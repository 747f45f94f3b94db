import type { Media } from '../../../protocol';

/** What fits, where not everything does. A logo is a picture that keeps the parts that are seen through. */
export type Fits = 'image' | 'logo' | 'audio';
export const kindFor = (fits: Fits) => (fits === 'logo' ? 'image' : fits);

/** Why a file does not become part of a question. */
export type Trouble =
  | 'kind'
  | 'picture'
  | 'sound'
  | 'large'
  | 'pixels'
  | 'broken'
  | 'quota'
  | 'unreachable'
  | 'unexpected';
export type Outcome = { ok: true; media: Media } | { ok: false; trouble: Trouble };
export interface Options {
  only: Fits | undefined;
  /** How much has been sent, 0 to 1. */
  onPart: (part: number) => void;
  signal: AbortSignal;
}

/** What the server keeps. */
export interface Stored {
  hash: string;
  url: string;
  type: string;
  /** In bytes. */
  size: number;
  phone?: Omit<Stored, 'phone'>;
}
