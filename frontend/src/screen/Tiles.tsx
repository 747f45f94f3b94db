import { t } from '../i18n';
import type { Choice, CountedChoice, Verdict } from '../protocol';
import { content } from '../ui/content';
import { answerClass, Shape } from '../ui/shapes';
import { ANSWER_SIZES, useFit } from './fit';
import { Tick } from './Tick';

interface Props {
  choices: (Choice | Verdict)[];
  /** Where the first one stands. */
  places: 'ltr' | 'rtl';
  /** At the reveal. */
  told?: {
    tally: CountedChoice[];
    /** Absent where nothing is right or wrong. */
    correct?: string[] | undefined;
    /** The light has gone from the wrong ones. */
    settled: boolean;
  };
}

/** True and false are said in the hall's language. */
function label(choice: Choice | Verdict): string {
  if (!('value' in choice)) return choice.text;
  return choice.value ? t('true') : t('false');
}

/** The answers in their places, and at the reveal the bars that grow from them. */
export function Tiles({ choices, places, told }: Props) {
  const box = useFit<HTMLUListElement>(ANSWER_SIZES, choices);
  const counts = new Map(told?.tally.map(({ id, count }) => [id, count]));
  const most = Math.max(1, ...counts.values());
  return (
    <ul
      class={told ? 'tiles tiles-told fit' : 'tiles fit'}
      dir={places}
      data-count={choices.length}
      ref={box}
    >
      {choices.map((choice, place) => {
        const right = told?.correct?.includes(choice.id) ?? false;
        const dark = told?.settled && told.correct !== undefined && !right;
        const count = counts.get(choice.id) ?? 0;
        const classes = [
          'answer',
          answerClass(place),
          dark && 'answer-dark',
          told?.settled && right && 'answer-right',
        ];
        return (
          <li key={choice.id} class={classes.filter(Boolean).join(' ')}>
            <span class="answer-lit tile" aria-hidden="true" />
            <Shape place={place} />
            {'media' in choice && choice.media && (
              <img class="answer-media" src={choice.media.url} alt={choice.media.alt ?? ''} />
            )}
            <span class="answer-text" data-fit {...('value' in choice ? null : content())}>
              {label(choice)}
            </span>
            {told && (
              <>
                <span class="answer-verdict">{told.settled && right && <Tick />}</span>
                <span class="answer-count">{count}</span>
                <span class="answer-bar" aria-hidden="true">
                  <i style={{ '--part': count / most }} />
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
