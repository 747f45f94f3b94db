import { t } from '../../i18n';
import { TextField } from '../../ui/Field';
import { Icon } from '../layout/Icon';
import type { Option } from '../library/quiz';
import { ALT_MAX, URL_MAX } from './limits';
import { troubleText } from './media';

interface Props {
  choice: Option;
  at: number;
  wrong: (field: string) => string | undefined;
  onChoice: (choice: Option, touched: string) => void;
}

/** The picture of an answer, by its address; it may stand instead of a text. */
export function ChoicePicture({ choice, at, wrong, onChoice }: Props) {
  const { media, ...bare } = choice;
  const field = `choices[${at}].media`;
  const mistake = wrong(`${field}.url`) ?? wrong(`${field}.kind`) ?? wrong(field);
  return (
    <details class="answer-picture" open={mistake !== undefined || undefined}>
      <summary aria-label={t('editor.answerPicture', { n: at + 1 })} title={t('editor.media')}>
        {media?.url ? <img src={media.url} alt="" /> : <Icon name="image" />}
      </summary>
      <div class="answer-picture-fields">
        <TextField
          label={t('editor.mediaUrl')}
          hint={t('editor.mediaHint')}
          type="url"
          value={media?.url ?? ''}
          maxLength={URL_MAX}
          error={mistake ?? (media && troubleText(media))}
          onText={url => onChoice(url ? { ...bare, media: { kind: 'image', ...media, url } } : bare, field)}
        />
        {media && (
          <TextField
            label={t('editor.mediaAlt')}
            hint={t('editor.mediaAltHint')}
            value={media.alt ?? ''}
            maxLength={ALT_MAX}
            error={wrong(`${field}.alt`)}
            onText={alt => onChoice({ ...bare, media: { ...media, alt } }, `${field}.alt`)}
          />
        )}
      </div>
    </details>
  );
}
