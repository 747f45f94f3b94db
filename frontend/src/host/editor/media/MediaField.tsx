import type { ComponentType } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { language, t } from '../../../i18n';
import { formatNumber } from '../../../i18n/fill';
import type { Media } from '../../../protocol';
import { Button } from '../../../ui/Button';
import { Field, TextField } from '../../../ui/Field';
import { Icon } from '../../layout/Icon';
import { ALT_MAX, URL_MAX } from '../limits';
import { troubleText } from '../media';
import type { Props as ShelfProps } from './MediaShelf';
import type { Trouble } from './types';
import { cancelUpload, type Upload, uploads } from './uploads';

const KINDS = ['image', 'audio', 'video'] as const;
const PICTURES = 'image/png,image/jpeg,image/webp,image/gif,image/avif';
const ALL = `${PICTURES},audio/mpeg,audio/mp4,audio/wav,audio/ogg,.m4a,.mp3,.ogg,.opus,.wav,video/mp4,video/webm`;

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
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const [Shelf, setShelf] = useState<{ it: ComponentType<ShelfProps> }>();
  const upload = uploads.value.get(place);
  const mine = media?.url.startsWith('/media/');
  const kind = media?.kind ?? 'image';

  const before = useRef(media?.url);
  useEffect(() => {
    // Its description is asked for while it is at hand, unless something else is being written meanwhile.
    if (mine && before.current !== media?.url && field.current?.contains(document.activeElement))
      field.current.querySelector<HTMLElement>('.media-alt')?.focus();
    before.current = media?.url;
  }, [media?.url]);
  const openShelf = () =>
    import('./MediaShelf').then(
      part => setShelf({ it: part.default }),
      () => {},
    );
  const focusUpload = () =>
    requestAnimationFrame(() => field.current?.querySelector<HTMLElement>('.media-upload')?.focus());

  return (
    <div class="media-field" ref={field}>
      {media?.url && <Shown media={media} />}
      <div class="media-do">
        <input
          ref={file}
          type="file"
          accept={only ? PICTURES : ALL}
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen) onFile(chosen);
            currentTarget.value = '';
          }}
        />
        <Button class="media-upload" onClick={() => file.current?.click()}>
          <Icon name="upload" />
          {t('media.upload')}
        </Button>
        <Button onClick={openShelf}>{t('media.again')}</Button>
        {media?.url && (
          <Button
            look="ghost"
            onClick={() => {
              onMedia(undefined);
              focusUpload();
            }}
          >
            {t('media.remove')}
          </Button>
        )}
      </div>
      {upload ? (
        <Progress
          upload={upload}
          onCancel={() => {
            cancelUpload(place);
            focusUpload();
          }}
        />
      ) : (
        !media?.url && <p class="field-hint">{t(only ? 'media.hintPicture' : 'media.hint')}</p>
      )}
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
      {Shelf && <Shelf.it only={only} onTake={onMedia} onClose={() => setShelf(undefined)} />}
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

function Progress({
  upload: { file, part, trouble, again },
  onCancel,
}: {
  upload: Upload;
  onCancel: () => void;
}) {
  const id = useId();
  if (trouble) {
    return (
      <div class="media-trouble">
        <p class="field-error" role="alert">
          <span>
            <bdi>{file.name}</bdi>: {words(trouble)}
          </span>
        </p>
        <div class="media-do">
          {(trouble === 'unreachable' || trouble === 'unexpected' || trouble === 'quota') && (
            <Button onClick={again}>{t('link.retry')}</Button>
          )}
          <Button look="ghost" onClick={onCancel}>
            {t('close')}
          </Button>
        </div>
      </div>
    );
  }
  const sent = formatNumber(language.value, part ?? 0, { style: 'percent' });
  return (
    <div class="media-progress">
      <label for={id}>
        {part === null ? t('media.preparing', { name: file.name }) : t('media.sending', { name: file.name })}
      </label>
      <progress id={id} max={1} {...(part !== null && { value: part })}>
        {sent}
      </progress>
      <span class="numbers" aria-hidden="true">
        {part !== null && sent}
      </span>
      <Button look="ghost" onClick={onCancel}>
        {t('media.cancel')}
      </Button>
    </div>
  );
}

function words(trouble: Trouble): string {
  if (trouble === 'unreachable') return t('problem.unreachable');
  return trouble === 'unexpected' ? t('problem.unexpected') : t(`media.not.${trouble}`);
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
