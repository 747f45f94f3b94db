import type { ComponentType } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { language, t } from '../../../i18n';
import { formatNumber } from '../../../i18n/fill';
import type { Media } from '../../../protocol';
import { Button } from '../../../ui/Button';
import { Icon } from '../../layout/Icon';
import type { Props as ShelfProps } from './MediaShelf';
import { type Fits, kindFor, type Trouble } from './types';
import { cancelUpload, type Upload, uploads } from './uploads';

const PICTURES = 'image/png,image/jpeg,image/webp,image/gif,image/avif';
const SOUNDS = 'audio/mpeg,audio/mp4,audio/wav,audio/ogg,.m4a,.mp3,.ogg,.opus,.wav';
const ACCEPTED = {
  all: `${PICTURES},${SOUNDS},video/mp4,video/webm`,
  image: PICTURES,
  audio: SOUNDS,
};

interface Props {
  /** Its name among all places that files are on their way to. */
  place: string;
  only?: Fits | undefined;
  /** Whether something is there that can be taken away. */
  filled: boolean;
  /** Said where nothing is under way. */
  hint?: string | false | undefined;
  onFile: (file: File) => void;
  onMedia: (media: Media | undefined) => void;
}

/** A file from this computer, or from what was uploaded before. */
export function MediaPick({ place, only, filled, hint, onFile, onMedia }: Props) {
  const file = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLDivElement>(null);
  const [Shelf, setShelf] = useState<{ it: ComponentType<ShelfProps> }>();
  const upload = uploads.value.get(place);
  const openShelf = () =>
    import('./MediaShelf').then(
      part => setShelf({ it: part.default }),
      () => {},
    );
  const focusUpload = () =>
    requestAnimationFrame(() => button.current?.querySelector<HTMLElement>('.media-upload')?.focus());

  return (
    <>
      <div class="media-do" ref={button}>
        <input
          ref={file}
          type="file"
          accept={ACCEPTED[only ? kindFor(only) : 'all']}
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
        {filled && (
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
        hint && <p class="field-hint">{hint}</p>
      )}
      {Shelf && <Shelf.it only={only} onTake={onMedia} onClose={() => setShelf(undefined)} />}
    </>
  );
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
