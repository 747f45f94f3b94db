import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { isScored } from '../../ui/scored';
import { Icon } from '../layout/Icon';
import type { QuizQuestion } from '../library/quiz';
import type { Editing } from './editing';
import { FormatSwitch } from './FormatSwitch';
import { POINTS, pointsText, timeText } from './QuestionSettings';
import type { Selection } from './selection';
import { suggestedMs, TIMES_S } from './time';
import { copyPicked } from './useCopied';

/** What is done with all picked questions at once: one step, whatever their number. */
export function BulkSettings({ editing, selection }: { editing: Editing; selection: Selection }) {
  const picked = selection.value ?? new Set();
  const { entries } = editing.draft.value;
  const some = entries.filter(({ key }) => picked.has(key)).map(({ question }) => question);
  const timed = some.filter(({ kind }) => kind !== 'slide');
  const scored = some.filter(({ kind }) => isScored(kind));

  function each(change: (question: QuizQuestion) => QuizQuestion) {
    const next = entries.map(entry =>
      picked.has(entry.key) ? { ...entry, question: change(entry.question) } : entry,
    );
    editing.change({ entries: next });
  }
  const setTime = (ms: (question: QuizQuestion) => number) =>
    each(question => (question.kind === 'slide' ? question : { ...question, timeLimitMs: ms(question) }));

  return (
    <section class="settings-pane" aria-label={t('editor.bulk')}>
      <p role="status">
        <strong>{some.length === 0 ? t('editor.bulkNone') : t('editor.bulkSome', { n: some.length })}</strong>
      </p>
      {timed.length > 0 && (
        <>
          <Field
            label={t('editor.time')}
            control={described => (
              <select
                {...described}
                class="input numbers"
                value={same(timed.map(({ timeLimitMs }) => timeLimitMs / 1000))}
                onChange={({ currentTarget: { value } }) => setTime(() => Number(value) * 1000)}
              >
                <Mixed values={timed.map(({ timeLimitMs }) => timeLimitMs / 1000)} usual={TIMES_S} />
                {TIMES_S.map(n => (
                  <option key={n} value={n}>
                    {timeText(n)}
                  </option>
                ))}
              </select>
            )}
          />
          <Button onClick={() => setTime(suggestedMs)}>{t('editor.bulkSuggest')}</Button>
        </>
      )}
      {scored.length > 0 && (
        <Field
          label={t('editor.points')}
          control={described => (
            <select
              {...described}
              class="input numbers"
              value={same(scored.map(({ points }) => points))}
              onChange={({ currentTarget: { value } }) =>
                each(question =>
                  isScored(question.kind) ? { ...question, points: Number(value) } : question,
                )
              }
            >
              <Mixed values={scored.map(({ points }) => points)} usual={POINTS} />
              {POINTS.map(n => (
                <option key={n} value={n}>
                  {pointsText(n)}
                </option>
              ))}
            </select>
          )}
        />
      )}
      {some.length > 0 && (
        <FormatSwitch
          format={some.every(({ format }) => format) ? 'markdown' : undefined}
          onFormat={format => each(question => ({ ...question, format }) as QuizQuestion)}
        />
      )}
      {some.length > 0 && (
        <div class="settings-do">
          <Button look="ghost" onClick={() => copyPicked(editing, selection)}>
            <Icon name="copy" />
            {t('editor.copy')}
          </Button>
          <Button
            look="ghost"
            onClick={() => {
              const left = entries.filter(({ key }) => !picked.has(key));
              const stays = left.some(({ key }) => key === editing.chosen.peek());
              editing.change(
                { entries: left },
                undefined,
                stays ? editing.chosen.peek() : (left[0]?.key ?? null),
              );
              selection.value = new Set();
            }}
          >
            <Icon name="trash" />
            {t('library.delete')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Empty where they differ. */
const same = (values: number[]) => (new Set(values).size === 1 ? values[0] : '');

/** What the field says while they differ, or are none of the usual. */
function Mixed({ values, usual }: { values: number[]; usual: number[] }) {
  const [first] = values;
  if (same(values) === '') {
    return (
      <option value="" disabled>
        {t('editor.bulkMixed')}
      </option>
    );
  }
  return usual.includes(first!) ? null : <option value={first}>{first}</option>;
}
