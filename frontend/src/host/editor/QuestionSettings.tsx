import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { isScored } from '../../ui/scored';
import { Icon } from '../layout/Icon';
import { isKind, KINDS, type QuizKind } from '../library/quiz';
import { say } from '../toast';
import { type Editing, restoreQuestion } from './editing';
import { FormatSwitch } from './FormatSwitch';
import { focusChosen } from './focus';
import { MediaField } from './media/MediaField';
import { uploads } from './media/uploads';
import { placeOf } from './media/useFiles';
import { added, type Entry } from './model';
import { partOf } from './part';
import { suggestedMs, TIMES_S } from './time';

export const POINTS = [0, 1000, 2000];

/** Everything about a question that is not written on it. */
export function QuestionSettings({
  editing,
  entry,
  index,
}: {
  editing: Editing;
  entry: Entry;
  index: number;
}) {
  const part = partOf(editing, entry);
  const { question, change, wrong } = part;
  const seconds = question.timeLimitMs / 1000;
  const scored = isScored(question.kind);
  const suggested = suggestedMs(question);
  const place = placeOf(entry.key, 'media');
  const [opened, setOpened] = useState(question.media !== undefined);

  function duplicate() {
    const result = added(editing.draft.value, structuredClone(question), entry.key);
    editing.change({ entries: result.draft.entries }, undefined, result.key);
  }
  function remove() {
    const before = editing.draft.value.entries;
    const left = before.filter(it => it.key !== entry.key);
    editing.change({ entries: left }, undefined, (left[index] ?? left[index - 1])?.key ?? null);
    focusChosen();
    const quiz = editing.id.value;
    say({
      text: t('editor.deleted', { n: index + 1 }),
      action: {
        text: t('undo'),
        run: async () => {
          if (await restoreQuestion(quiz, entry, index)) focusChosen();
          else say({ text: t('editor.notRestored') });
        },
      },
    });
  }

  return (
    <section class="settings-pane" aria-label={t('editor.settings')}>
      <Field
        label={t('editor.kind')}
        error={wrong('kind')}
        control={described => (
          <select
            {...described}
            class="input"
            value={question.kind}
            onChange={event => editing.turn(entry.key, event.currentTarget.value as QuizKind)}
          >
            {!isKind(question.kind) && <option value={question.kind}>{question.kind}</option>}
            {KINDS.map(kind => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      />
      {question.kind !== 'slide' && (
        <Field
          label={t('editor.time')}
          error={wrong('timeLimitMs')}
          control={described => (
            <select
              {...described}
              class="input numbers"
              value={seconds}
              onChange={event =>
                change({ timeLimitMs: Number(event.currentTarget.value) * 1000 }, 'timeLimitMs')
              }
            >
              {withOwn(TIMES_S, seconds).map(n => (
                <option key={n} value={n}>
                  {timeText(n)}
                </option>
              ))}
            </select>
          )}
        />
      )}
      {question.kind !== 'slide' && suggested !== question.timeLimitMs && (
        <Button
          look="ghost"
          class="suggested"
          onClick={() => change({ timeLimitMs: suggested }, 'timeLimitMs')}
        >
          <Icon name="clock" />
          {t('editor.suggested', { time: timeText(suggested / 1000) })}
        </Button>
      )}
      {scored && (
        <Field
          label={t('editor.points')}
          error={wrong('points')}
          control={described => (
            <select
              {...described}
              class="input numbers"
              value={question.points}
              onChange={event => change({ points: Number(event.currentTarget.value) }, 'points')}
            >
              {withOwn(POINTS, question.points).map(n => (
                <option key={n} value={n}>
                  {pointsText(n)}
                </option>
              ))}
            </select>
          )}
        />
      )}
      <FormatSwitch format={question.format} onFormat={format => change({ format }, 'format')} />
      <details
        class="more"
        open={opened || question.kind === 'point' || uploads.value.has(place)}
        onToggle={event => setOpened(event.currentTarget.open)}
      >
        <summary>
          <Icon name="image" />
          {t('editor.media')}
        </summary>
        <MediaField
          place={place}
          media={question.media}
          onFile={file => part.upload('media', file)}
          wrong={field => wrong(field ? `media.${field}` : 'media')}
          onMedia={(media, touched) => change({ media }, touched ? `media.${touched}` : 'media')}
        />
      </details>
      <div class="settings-do">
        <Button look="ghost" onClick={duplicate}>
          <Icon name="copy" />
          {t('library.duplicate')}
        </Button>
        <Button look="ghost" onClick={remove}>
          <Icon name="trash" />
          {t('library.delete')}
        </Button>
      </div>
    </section>
  );
}

/** The usual values, and the question's own where it is another. */
const withOwn = (usual: number[], own: number) =>
  usual.includes(own) ? usual : [...usual, own].sort((a, b) => a - b);

export const timeText = (seconds: number) =>
  seconds === 0 ? t('time.none') : t('editor.seconds', { n: seconds });

export function pointsText(points: number): string {
  const n = formatNumber(language.value, points);
  if (points === 0) return t('editor.pointsNone');
  if (points === 1000) return t('editor.pointsNormal', { points: n });
  return points === 2000 ? t('editor.pointsDouble', { points: n }) : t('editor.pointsOther', { points: n });
}
