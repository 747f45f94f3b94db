import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { CountedRange, ScaleQuestion } from '../protocol';
import { content } from '../ui/content';
import { NumberTally } from './NumberTally';
import './cloud.css';

/** The mean of what was chosen; of a range its middle stands for all in it. */
export function average(tally: readonly CountedRange[]): number | null {
  const all = tally.reduce((sum, { count }) => sum + count, 0);
  return all === 0
    ? null
    : tally.reduce((sum, { from, to, count }) => sum + ((from + to) / 2) * count, 0) / all;
}

/** Where everybody stands between the two ends. */
export function ScaleTally({ question, tally }: { question: ScaleQuestion; tally: CountedRange[] }) {
  const mean = average(tally);
  return (
    <div class="scale-told">
      <p class="scale-average">
        {mean !== null &&
          t('scale.average', { n: formatNumber(language.value, mean, { maximumFractionDigits: 1 }) })}
      </p>
      <NumberTally tally={tally} unit={question.unit} settled />
      <p class="scale-labels" dir="ltr">
        {question.labels?.map(label => (
          <span key={label} {...content()}>
            {label}
          </span>
        ))}
      </p>
    </div>
  );
}
