import { t } from '../i18n';
import type { CountedText } from '../protocol';
import { fold } from '../ui/fold';
import { Told } from './Chart';
import { Tick } from './Tick';

/** As many rows as the hall can read; the tally brings the most given first. */
const ROWS = 8;

interface Props {
  tally: CountedText[];
  correct?: string[] | undefined;
  settled: boolean;
}

/** What was typed, how often, and which of it was right. */
export function TextTally({ tally, correct, settled }: Props) {
  const accepted = new Set(correct?.map(fold));
  const all = tally.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...tally.map(({ count }) => count));
  return (
    <div class="typed">
      {correct && correct.length > 0 && (
        <p class={settled ? 'typed-key typed-key-said' : 'typed-key'}>
          <Tick />
          {correct.map(text => (
            <bdi key={text}>{text}</bdi>
          ))}
        </p>
      )}
      {tally.length === 0 ? (
        <p class="answers-how">{t('tally.none')}</p>
      ) : (
        <ol class="typed-rows" data-count={Math.min(ROWS, tally.length)}>
          {tally.slice(0, ROWS).map(({ text, count }) => {
            const right = settled && accepted.has(fold(text));
            const dark = settled && correct !== undefined && !right;
            return (
              <li
                key={text}
                class={right ? 'typed-row typed-right' : dark ? 'typed-row typed-dark' : 'typed-row'}
              >
                <span class="typed-text" dir="auto">
                  {text}
                </span>
                <span class="typed-bar" aria-hidden="true">
                  <i style={{ '--part': count / most }} />
                </span>
                <Told count={count} all={all} right={right} />
              </li>
            );
          })}
        </ol>
      )}
    </div>
  );
}
