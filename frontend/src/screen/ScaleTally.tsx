import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { CountedRange, ScaleQuestion } from '../protocol';
import { content, placesOf } from '../ui/content';
import { quantity } from '../ui/numbers';
import { NumberTally } from './NumberTally';
import './scale.css';

/** So many places stand as columns beside each other; of more a histogram is drawn. */
const MOST_COLUMNS = 11;

/** The mean of what was chosen; of a range its middle stands for all in it. */
export function average(tally: readonly CountedRange[]): number | null {
  const all = tally.reduce((sum, { count }) => sum + count, 0);
  return all === 0
    ? null
    : tally.reduce((sum, { from, to, count }) => sum + ((from + to) / 2) * count, 0) / all;
}

const placesIn = ({ min, max, step }: ScaleQuestion) => Math.round((max - min) / step) + 1;

/** Where its least place stands: few places as phones show them, the axis of many always on the left. */
export const directionOf = (question: ScaleQuestion) =>
  placesIn(question) <= MOST_COLUMNS ? placesOf(question.text) : 'ltr';

/** Where everybody stands between the two ends. */
export function ScaleTally({ question, tally }: { question: ScaleQuestion; tally: CountedRange[] }) {
  const { min, step, unit, labels } = question;
  const mean = average(tally);
  const places = placesIn(question);
  const dir = directionOf(question);
  return (
    <div class="scale-told">
      <p class="scale-average">
        {mean !== null &&
          t('scale.average', { n: formatNumber(language.value, mean, { maximumFractionDigits: 1 }) })}
      </p>
      {places <= MOST_COLUMNS ? (
        <Columns
          values={Array.from({ length: places }, (_, i) => min + i * step)}
          tally={tally}
          unit={unit}
          dir={dir}
        />
      ) : (
        <NumberTally tally={tally} unit={unit} settled />
      )}
      <p class="scale-labels" dir={dir}>
        {labels?.map(label => (
          <span key={label} {...content()}>
            {label}
          </span>
        ))}
      </p>
    </div>
  );
}

interface ColumnsProps {
  values: number[];
  tally: CountedRange[];
  unit: string | undefined;
  dir: 'ltr' | 'rtl';
}

function Columns({ values, tally, unit, dir }: ColumnsProps) {
  const half = ((values[1] ?? 1) - (values[0] ?? 0)) / 2;
  const counts = values.map(value =>
    tally.reduce(
      (sum, { from, to, count }) => (Math.abs((from + to) / 2 - value) < half ? sum + count : sum),
      0,
    ),
  );
  const most = Math.max(1, ...counts);
  return (
    <div class="scale-columns" dir={dir}>
      {values.map((value, i) => (
        <p key={value} class="scale-column">
          <span class="scale-bar" style={{ '--part': counts[i]! / most }}>
            <i aria-hidden="true" />
            <b>{formatNumber(language.value, counts[i]!)}</b>
          </span>
          <span>{quantity(value, unit)}</span>
        </p>
      ))}
    </div>
  );
}
