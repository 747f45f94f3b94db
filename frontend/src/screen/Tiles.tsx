import type { Choice, Verdict } from '../protocol';
import { answerClass } from '../ui/shapes';
import { AnswerFace } from './AnswerFace';
import { ANSWER_SIZES, useFit } from './fit';
import { useFlight } from './flight';

interface Props {
  choices: (Choice | Verdict)[];
  /** Where the first one stands. */
  places: 'ltr' | 'rtl';
}

/** The answers in their places. */
export function Tiles({ choices, places }: Props) {
  const box = useFit<HTMLUListElement>(ANSWER_SIZES, choices);
  useFlight(box);
  return (
    <ul class="tiles fit" dir={places} data-count={choices.length} ref={box}>
      {choices.map((choice, place) => (
        <li key={choice.id} class={`answer ${answerClass(place)}`} data-flight={choice.id}>
          <AnswerFace choice={choice} place={place} />
        </li>
      ))}
    </ul>
  );
}
