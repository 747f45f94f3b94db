import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n';
import type { Media } from '../../../protocol';
import { Field, TextField } from '../../../ui/Field';
import { ALT_MAX, URL_MAX } from '../limits';
import { troubleText } from '../media';
import { MediaPick } from './MediaPick';

const KINDS = ['image', 'audio', 'video'] as const;

interface Props {
  /** Its name among all places of the quiz, for what is on its way to it. */
  place: string;
  media: Media | undefined;
  /** Where nothing but a picture fits. */
  only?: 'image';
  /** What is wrong with a part of it, in words; without a part, with the whole. */
  wrong: (part?: 'url' | 'kind' | 'alt') => string | undefined;
  /** `touched` is the part, without one the whole. */
  onFile: (file: File) => void;
  onMedia: (media: Media | undefined, touched?: 'alt') => void;
}

/** A picture, sound or film: from this computer, from what was uploaded before, or by its address. */
export function MediaField({ place, media, only, wrong, onFile, onMedia }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const mine = media?.url.startsWith('/media/');
  const kind = media?.kind ?? 'image';

  const before = useRef(media?.url);
  useEffect(() => {
    // Its description is asked for while it is at hand, unless something else is being written meanwhile.
    if (mine && before.current !== media?.url && field.current?.contains(document.activeElement))
      field.current.querySelector<HTMLElement>('.media-alt')?.focus();
    before.current = media?.url;
  }, [media?.url]);

  return (
    <div class="media-field" ref={field}>
      {media?.url && <Shown media={media} />}
      <MediaPick
        place={place}
        only={only}
        filled={Boolean(media?.url)}
        hint={!media?.url && t(only ? 'media.hintPicture' : 'media.hint')}
        onFile={onFile}
        onMedia={onMedia}
      />
      {!mine && <Address media={media} only={only} wrong={wrong} onMedia={onMedia} />}
      {media?.url && (
        <TextField
          label={t('editor.mediaAlt')}
          hint={media.alt || kind !== 'image' ? t('editor.mediaAltHint') : t('media.altAsk')}
          value={media.alt ?? ''}
          maxLength={ALT_MAX}
          class="media-alt"
          error={wrong('alt')}
          onText={alt => onMedia({ ...media, alt }, 'alt')}
        />
      )}
    </div>
  );
}

function Shown({ media }: { media: Media }) {
  const kind = media.kind ?? 'image';
  const { url, alt } = media;
  if (kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: the host's description stands in for it
    return <audio class="media-shown" src={url} controls preload="none" aria-label={alt} />;
  }
  if (kind === 'video') {
    // biome-ignore lint/a11y/useMediaCaption: the host's description stands in for it
    return <video class="media-shown" src={url} controls preload="metadata" aria-label={alt} />;
  }
  return <img class="media-shown" src={media.phone?.url ?? url} alt={alt ?? ''} />;
}

/** What lies elsewhere in the web. */
function Address({ media, only, wrong, onMedia }: Omit<Props, 'place' | 'onFile'>) {
  const kind = media?.kind ?? 'image';
  const alt = media?.alt ? { alt: media.alt } : {};
  return (
    <>
      <TextField
        label={t('editor.mediaUrl')}
        hint={t('editor.mediaHint')}
        type="url"
        value={media?.url ?? ''}
        maxLength={URL_MAX}
        error={wrong('url') ?? wrong() ?? (only && wrong('kind')) ?? (media && troubleText(media))}
        onText={url => onMedia(url ? { url, kind, ...alt } : undefined)}
      />
      {!only && media?.url && (
        <Field
          label={t('editor.mediaKind')}
          error={wrong('kind')}
          control={described => (
            <select
              {...described}
              class="input"
              value={kind}
              onChange={event =>
                onMedia({ url: media.url, kind: event.currentTarget.value as typeof kind, ...alt })
              }
            >
              {KINDS.map(it => (
                <option key={it} value={it}>
                  {t(`media.${it}`)}
                </option>
              ))}
            </select>
          )}
        />
      )}
    </>
  );
}
