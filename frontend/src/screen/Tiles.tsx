import type { Choice, Format, Verdict } from '../protocol';
import { answerClass } from '../ui/shapes';
import { AnswerFace } from './AnswerFace';
import { ANSWER_SIZES, useFit } from './fit';

interface Props {
  choices: (Choice | Verdict)[];
  format?: Format | undefined;
  /** Where the first one stands. */
  places: 'ltr' | 'rtl';
}

/** The answers in their places. */
export function Tiles({ choices, format, places }: Props) {
  const box = useFit<HTMLUListElement>(ANSWER_SIZES, choices);
  return (
    <ul class="tiles fit" dir={places} data-count={choices.length} ref={box}>
      {choices.map((choice, place) => (
        <li key={choice.id} class={`answer ${answerClass(place)}`} data-flight={choice.id}>
          <AnswerFace choice={choice} format={format} place={place} />
        </li>
      ))}
    </ul>
  );
}
