import { t } from '../i18n';
import type { Choice, Verdict } from '../protocol';
import { content } from '../ui/content';
import { answerClass, Shape } from '../ui/shapes';
import { ANSWER_SIZES, useFit } from './fit';
import { useFlight } from './flight';

interface Props {
  choices: (Choice | Verdict)[];
  /** Where the first one stands. */
  places: 'ltr' | 'rtl';
}

/** True and false are said in the hall's language. */
export function label(choice: Choice | Verdict): string {
  if (!('value' in choice)) return choice.text;
  return choice.value ? t('true') : t('false');
}

/** The answers in their places. */
export function Tiles({ choices, places }: Props) {
  const box = useFit<HTMLUListElement>(ANSWER_SIZES, choices);
  useFlight(box);
  return (
    <ul class="tiles fit" dir={places} data-count={choices.length} ref={box}>
      {choices.map((choice, place) => (
        <li key={choice.id} class={`answer ${answerClass(place)}`} data-flight={choice.id}>
          <span class="answer-lit tile" aria-hidden="true" />
          <Shape place={place} />
          {'media' in choice && choice.media && (
            <img class="answer-media" src={choice.media.url} alt={choice.media.alt ?? ''} />
          )}
          <span class="answer-text" data-fit {...('value' in choice ? null : content())}>
            {label(choice)}
          </span>
        </li>
      ))}
    </ul>
  );
}
