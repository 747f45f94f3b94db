import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Media } from '../../protocol';
import { MediaPick } from '../editor/media/MediaPick';
import { cancelUpload, startUpload } from '../editor/media/uploads';
import '../editor/media/media.css';

interface Props {
  fits: 'logo' | 'audio';
  title: string;
  hint: string;
  url: string | undefined;
  onUrl: (url: string | undefined) => void;
  /** The file as it is, and what there is to say about it. */
  shown: ComponentChildren;
  /** Another way to one. */
  children?: ComponentChildren;
}

/** A file that belongs to the look of a game: the same wherever it is shown, and small enough for phones. */
export function LookFile({ fits, title, hint, url, onUrl, shown, children }: Props) {
  const place = `look ${fits}`;
  // By the time a file has come, the rest of the look may be another one.
  const now = useRef(onUrl);
  now.current = onUrl;
  const take = (media?: Media) => now.current(media?.phone?.url ?? media?.url);
  useEffect(() => () => cancelUpload(place), [place]);
  return (
    <fieldset class="look-file media-field">
      <legend class="field-label">{title}</legend>
      {shown}
      <MediaPick
        place={place}
        only={fits}
        filled={url !== undefined}
        hint={hint}
        onFile={file => startUpload(place, file, fits, take)}
        onMedia={take}
      />
      {children}
    </fieldset>
  );
}
