import type { Media } from '../../../protocol';

/** Why a file does not become part of a question. */
export type Trouble =
  | 'kind'
  | 'picture'
  | 'large'
  | 'pixels'
  | 'broken'
  | 'quota'
  | 'unreachable'
  | 'unexpected';
export type Outcome = { ok: true; media: Media } | { ok: false; trouble: Trouble };
export interface Options {
  /** Where nothing but a picture fits. */
  only: 'image' | undefined;
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
