import { useMemo } from 'preact/hooks';
import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Choice, CountedChoice, Format, Verdict } from '../protocol';
import { answerClass } from '../ui/shapes';
import { AnswerFace } from './AnswerFace';
import { FOOT_SIZES, ROW_SIZES, useFit } from './fit';
import { useLanding } from './flight';
import { Tick } from './Tick';

interface Props {
  choices: (Choice | Verdict)[];
  format: Format | undefined;
  /** Where the first one stands. */
  places: 'ltr' | 'rtl';
  tally: CountedChoice[];
  /** Absent where nothing is right or wrong, or nothing counts. */
  correct?: string[] | undefined;
  /** The light has gone to what is right. */
  settled: boolean;
}

/** So many answers, with no longer a text, stand as columns; more of them lie under each other. */
const COLUMNS = 4;
const COLUMN_TEXT = 48;

/** What everybody chose: each answer's bar grows out of its own tile. */
export function Chart({ choices, format, places, tally, correct, settled }: Props) {
  const upright = choices.length <= COLUMNS && choices.every(({ text }) => text.length <= COLUMN_TEXT);
  const box = useFit<HTMLUListElement>(upright ? FOOT_SIZES : ROW_SIZES, choices);
  useLanding(box);
  const pictured = choices.some(choice => 'media' in choice && choice.media);
  const long = choices.some(({ text }) => text.length > 2 * COLUMN_TEXT);
  const bars = useMemo(
    () => <Bars choices={choices} format={format} tally={tally} correct={correct} />,
    [choices, format, tally, correct],
  );
  return (
    <ul
      class={`chart ${upright ? 'chart-columns' : 'chart-rows'}${upright && pictured ? ' chart-pictured' : ''} fit`}
      dir={places}
      data-count={choices.length}
      data-long={long || undefined}
      data-settled={settled || undefined}
      ref={box}
    >
      {bars}
    </ul>
  );
}

/** They are there with all that the light will show: when it goes to what is right, nothing is laid out anew. */
function Bars({ choices, format, tally, correct }: Pick<Props, 'choices' | 'format' | 'tally' | 'correct'>) {
  const counts = new Map(tally.map(({ id, count }) => [id, count]));
  const all = tally.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...counts.values());
  return (
    <>
      {choices.map((choice, place) => {
        const right = correct?.includes(choice.id) ?? false;
        const count = counts.get(choice.id) ?? 0;
        const lit = !correct ? '' : right ? ' bar-right' : ' bar-wrong';
        return (
          <li
            key={choice.id}
            class={`bar ${answerClass(place)}${lit}`}
            style={{ '--part': count / most, '--place': place }}
          >
            <div class="bar-foot" data-flight={choice.id}>
              <AnswerFace choice={choice} format={format} place={place} />
            </div>
            <div class="bar-plot">
              <span class="bar-track" aria-hidden="true">
                <i />
              </span>
              <Told count={count} all={all} right={right} />
            </div>
          </li>
        );
      })}
    </>
  );
}

/** How many, which part of all, and whether it is right: in words, beside shape and light. */
export function Told({ count, all, right }: { count: number; all: number; right: boolean }) {
  return (
    <p class="bar-told">
      {right && (
        <span class="bar-word">
          <Tick />
          <span aria-hidden="true">{t('right.word')}</span>
        </span>
      )}
      <b class="answer-count">{formatNumber(language.value, count)}</b>
      {all > 0 && (
        <span class="bar-percent">{formatNumber(language.value, count / all, { style: 'percent' })}</span>
      )}
    </p>
  );
}
