import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Icon } from '../layout/Icon';
import type { Option } from '../library/quiz';
import { MediaField } from './media/MediaField';
import { uploads } from './media/uploads';

interface Props {
  choice: Option;
  at: number;
  place: string;
  wrong: (field: string) => string | undefined;
  onFile: (file: File) => void;
  onChoice: (choice: Option, touched: string) => void;
}

/** The picture of an answer; it may stand instead of a text. */
export function ChoicePicture({ choice, at, place, wrong, onFile, onChoice }: Props) {
  const { media, ...bare } = choice;
  const field = `choices[${at}].media`;
  const mistake = wrong(`${field}.url`) ?? wrong(`${field}.kind`) ?? wrong(field);
  // One that was opened by hand stays open; one that is open for an upload closes with it.
  const [opened, setOpened] = useState(false);
  const open = opened || mistake !== undefined || uploads.value.has(place);
  return (
    <details class="answer-picture" open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is pressed, by hand and by key */}
      <summary
        aria-label={t('editor.answerPicture', { n: at + 1 })}
        title={t('editor.media')}
        onClick={event => {
          event.preventDefault();
          setOpened(!open);
        }}
      >
        {media?.url ? <img src={media.phone?.url ?? media.url} alt="" /> : <Icon name="image" />}
      </summary>
      {open && (
        <div class="answer-picture-fields">
          <MediaField
            place={place}
            media={media}
            only="image"
            onFile={onFile}
            wrong={part => wrong(part ? `${field}.${part}` : field)}
            onMedia={(next, touched) =>
              onChoice(next ? { ...bare, media: next } : bare, touched ? `${field}.${touched}` : field)
            }
          />
        </div>
      )}
    </details>
  );
}
