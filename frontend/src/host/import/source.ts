import type { Mapping } from '../server';

/** A file, and what its columns hold where somebody has said so. */
export interface Source {
  file: File;
  mapping?: Mapping;
}
