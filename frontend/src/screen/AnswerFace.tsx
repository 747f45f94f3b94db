import { t } from '../i18n';
import type { Choice, Format, Verdict } from '../protocol';
import { content } from '../ui/content';
import { Shape } from '../ui/shapes';
import { Written } from '../ui/Written';

interface Props {
  choice: Choice | Verdict;
  format: Format | undefined;
  place: number;
}

/** What an answer looks like, in a tile of its own and at the foot of its bar: light, shape, picture and words. */
export function AnswerFace({ choice, format, place }: Props) {
  // True and false are said in the hall's language.
  const said = 'value' in choice;
  const text = !said ? choice.text : choice.value ? t('true') : t('false');
  return (
    <>
      <span class="answer-lit tile" aria-hidden="true" />
      <Shape place={place} />
      {!said && choice.media && (
        <img class="answer-media" src={choice.media.url} alt={choice.media.alt ?? ''} />
      )}
      {text && (
        <span class="answer-text" data-fit {...(said ? null : content())}>
          <Written text={text} format={format} inline />
        </span>
      )}
    </>
  );
}
