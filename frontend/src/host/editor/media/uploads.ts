/** Files on their way, each to its place in the quiz; one is prepared and sent at a time. */
import { signal } from '@preact/signals';
import type { Media } from '../../../protocol';
import type { Fits, Options, Outcome, Trouble } from './types';

export interface Upload {
  file: File;
  /** How much has been sent, 0 to 1; null before. */
  part: number | null;
  trouble?: Trouble;
  /** Once more, after trouble. */
  again: () => void;
}

/** By their places; a place has one. */
export const uploads = signal<ReadonlyMap<string, Upload>>(new Map());
const stops = new Map<string, AbortController>();
let turn: Promise<unknown> = Promise.resolve();

/** `taken` hears what to show, unless it was cancelled. */
export function startUpload(
  place: string,
  file: File,
  only: Fits | undefined,
  taken: (media: Media) => void,
): void {
  cancelUpload(place);
  const stop = new AbortController();
  stops.set(place, stop);
  const show = (now: Pick<Upload, 'part' | 'trouble'>) => {
    if (stop.signal.aborted) return;
    const again = () => startUpload(place, file, only, taken);
    uploads.value = new Map(uploads.value).set(place, { file, again, ...now });
  };
  show({ part: null });
  turn = turn.then(async () => {
    if (stop.signal.aborted) return;
    const outcome = await begun(file, { only, onPart: part => show({ part }), signal: stop.signal });
    if (stop.signal.aborted) return;
    if (!outcome.ok) return show({ part: null, trouble: outcome.trouble });
    cancelUpload(place);
    taken(outcome.media);
  });
}

function begun(file: File, options: Options): Promise<Outcome> {
  return import('./upload').then(
    ({ default: upload }) => upload(file, options),
    () => ({ ok: false, trouble: 'unreachable' }),
  );
}

/** Whether anything is on its way. */
export const areUploads = () => [...uploads.peek().values()].some(({ trouble }) => !trouble);

/** Ends it, and takes away what was said about it. */
export function cancelUpload(place: string): void {
  stops.get(place)?.abort();
  stops.delete(place);
  if (!uploads.value.has(place)) return;
  const rest = new Map(uploads.value);
  rest.delete(place);
  uploads.value = rest;
}

/** All of them; returns the files that were still on their way. */
export function cancelUploads(): File[] {
  const all = [...uploads.peek()];
  for (const [place] of all) cancelUpload(place);
  return all.filter(([, { trouble }]) => !trouble).map(([, { file }]) => file);
}
