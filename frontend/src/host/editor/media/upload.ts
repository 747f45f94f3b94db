/** One file on its way into a question: recognised, made small, sent. Fetched when the first file comes. */
import type { Problem, Result } from '../../../api';
import type { Media } from '../../../protocol';
import { watched } from '../../session';
import { type Rendition, renditions, Unreadable } from './picture';
import { recognise } from './recognise';
import { send } from './send';
import { kindFor, type Options, type Outcome, type Stored, type Trouble } from './types';

/** What the server takes where its operator has not said otherwise. */
const MOST_BYTES = 20 * 1024 * 1024;
/** A picture is made small here, so it may be larger; but not beyond what a browser holds in memory. */
const MOST_PICTURE_BYTES = 100 * 1024 * 1024;
const HEAD = 64;

export default async function upload(file: File, { only, onPart, signal }: Options): Promise<Outcome> {
  const found = recognise(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  if (!found) return refused('kind');
  if (only && found.kind !== kindFor(only)) return refused(only === 'audio' ? 'sound' : 'picture');
  if (file.size > (found.kind === 'image' ? MOST_PICTURE_BYTES : MOST_BYTES)) return refused('large');
  const form = new FormData();
  if (found.kind !== 'image') {
    form.append('file', file);
    return done(watched(await send(form, onPart, signal)));
  }
  try {
    const picture = await renditions(file, found.type, only === 'logo');
    if (signal.aborted) return refused('unreachable');
    form.append('file', picture.blob);
    if (picture.phone) form.append('phone', picture.phone.blob);
    return done(watched(await send(form, onPart, signal)), picture, picture.phone);
  } catch (failure) {
    return refused(failure instanceof Unreadable ? failure.why : 'unexpected');
  }
}

const refused = (trouble: Trouble): Outcome => ({ ok: false, trouble });

function done(reply: Result<Stored>, large?: Rendition, small?: Rendition): Outcome {
  if (!reply.ok) return refused(troubleOf(reply.problem));
  const { url, type, phone } = reply.value;
  const media: Media = { url, kind: type.split('/')[0] as NonNullable<Media['kind']> };
  if (large) Object.assign(media, sizeOf(large));
  if (phone && small) media.phone = { url: phone.url, ...sizeOf(small) };
  return { ok: true, media };
}

const sizeOf = ({ width, height }: Rendition) => ({ width, height });

function troubleOf({ status, code, errors }: Problem): Trouble {
  if (status === 0) return 'unreachable';
  if (status === 413) return code === 'quota' ? 'quota' : 'large';
  if (status !== 422) return 'unexpected';
  const [first] = errors ?? [];
  if (first?.code === 'unknown') return 'kind';
  return first?.code === 'out-of-range' ? 'pixels' : 'broken';
}
