import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { Regrade } from '../../protocol';
import { Button } from '../../ui/Button';
import { isScored } from '../../ui/scored';
import { answerClass, Shape } from '../../ui/shapes';
import { Written } from '../../ui/Written';
import { PointTally } from '../cockpit/PointTally';
import { GradeButton } from '../GradeButton';
import { usePrinting } from '../layout/useRows';
import { KeyButton } from '../mend/KeyButton';
import { mendableOf } from '../mend/key';
import {
  difficultyOf,
  meanOf,
  type QuestionReport,
  type Report,
  type TallyLine,
  tallyLines,
  twin,
} from './report';

/** Judges a question again, or as it was judged first; by its index. */
export interface Grading {
  regrade(question: number, how: Regrade): void;
  ungrade(question: number): void;
}

interface Props {
  questions: QuestionReport[];
  rounds?: Report['rounds'] | undefined;
  players: number;
  grading: Grading;
  /** Those of another game of the same quiz, where it is compared. */
  compared: QuestionReport[] | undefined;
}

/** One row a question; its answers open beneath it. */
export function QuestionTable({ questions, rounds, players, grading, compared }: Props) {
  return (
    <section aria-labelledby="by-question">
      <h2 id="by-question">{t('report.byQuestion')}</h2>
      {(rounds ?? [null]).map((round, index) => (
        <Fragment key={index}>
          {round && (
            <h3 class="report-round">
              {t('report.round', { n: index + 1 })} · <bdi>{round.title}</bdi>
            </h3>
          )}
          <ol class="question-reports">
            {questions
              .filter(question => !round || question.round === index)
              .map(question => (
                <li key={question.index}>
                  <QuestionRow question={question} players={players} grading={grading} compared={compared} />
                </li>
              ))}
          </ol>
        </Fragment>
      ))}
    </section>
  );
}

function QuestionRow({
  question,
  players,
  grading,
  compared,
}: Omit<Props, 'questions' | 'rounds'> & { question: QuestionReport }) {
  const format = (n: number, options?: Intl.NumberFormatOptions) => formatNumber(language.value, n, options);
  const { fraction, meanMs } = question;
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  const mean = meanOf(question);
  const difficulty = difficultyOf(question);
  const other = compared && twin(question, compared);
  const facts = (
    <>
      <span class="report-number numbers">{format(question.index + 1)}</span>
      <span class="report-text" dir="auto">
        <Written text={question.text} format={question.question?.format} />
      </span>
      {!question.asked && <span class="tag">{t('report.notAsked')}</span>}
      {question.voided && (
        <span class="tag tag-note">{question.regraded ? t('report.uncounted') : t('report.voided')}</span>
      )}
      {question.regraded && <span class="tag tag-note">{t('grading.corrected')}</span>}
      {question.asked && question.kind !== 'slide' && (
        <span class="report-facts quiet numbers">
          <span>{t('report.answers', { n: question.answers, all: format(players) })}</span>
          {mean !== null && (
            <span>{t('report.meanValue', { n: format(mean, { maximumFractionDigits: 1 }) })}</span>
          )}
          {meanMs !== undefined && (
            <span>{t('report.mean', { seconds: format(meanMs / 1000, { maximumFractionDigits: 1 }) })}</span>
          )}
        </span>
      )}
      {question.asked && fraction !== undefined && question.answers > 0 && (
        <span class="report-fraction">
          <span class="meter" aria-hidden="true">
            <span style={{ '--part': fraction }} />
          </span>
          <span class="numbers">
            {/* Half right is not right: where nobody was, only a part of what was asked was. */}
            {question.correct !== undefined &&
              t('report.allRight', { n: question.correct, all: format(question.answers) })}
          </span>
          {fraction * question.answers !== question.correct && (
            <span class="numbers quiet">
              {t('report.partRight', { part: format(fraction, { style: 'percent' }) })}
            </span>
          )}
          {difficulty && (
            <span class={`difficulty difficulty-${difficulty}`}>{t(`difficulty.${difficulty}`)}</span>
          )}
        </span>
      )}
      {other && <Compared question={question} other={other} />}
    </>
  );
  if (!question.asked || question.tally.length === 0) return <div class="question-report">{facts}</div>;
  const lines = tallyLines(question);
  const graded = isScored(question.kind);
  const judged = lines.map(({ id, text, correct }) => ({ id, text, right: correct }));
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <details
      class="question-report"
      open={open || printing}
      onToggle={event => !printing && setOpen(event.currentTarget.open)}
    >
      <summary>{facts}</summary>
      {(open || printing) && (
        <>
          {question.question?.kind === 'point' && (
            <PointTally
              question={{ media: question.question.media, correct: question.question.region ?? undefined }}
              tally={question.cells}
            />
          )}
          <ul class="key-list" data-does={graded || undefined}>
            {lines.map(({ place, picture, word, text, count, correct }, at) => (
              <li key={at} class={correct ? 'key-line key-right' : 'key-line'}>
                {place !== undefined && (
                  <span class={`key-tile tile ${answerClass(place)}`}>
                    <Shape place={place} />
                  </span>
                )}
                <span class="key-text" dir="auto">
                  {picture && <img class="key-picture" src={picture} alt="" />}
                  <Written
                    text={word ? wordOf(word) : text}
                    format={place === undefined ? undefined : question.question?.format}
                    inline
                  />
                </span>
                <span
                  class={place === undefined ? 'key-bar' : `key-bar ${answerClass(place)}`}
                  aria-hidden="true"
                >
                  <span style={{ '--part': count / most }} />
                </span>
                <span class="key-count numbers">{format(count)}</span>
                {graded && (
                  <span class="key-do">
                    <GradeButton
                      kind={question.kind}
                      lines={judged}
                      line={judged[at]!}
                      words={word ? wordOf(word) : text}
                      onGrade={how => grading.regrade(question.index, how)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
          {graded && (
            <div class="corrections">
              {question.regraded && (
                <Button onClick={() => grading.ungrade(question.index)}>{t('grading.undo')}</Button>
              )}
              {(!question.voided || question.regraded) && (
                <KeyButton
                  asked={mendableOf(question)}
                  onGrade={how => grading.regrade(question.index, how)}
                />
              )}
              {!question.voided && (
                <Button onClick={() => grading.regrade(question.index, { void: true })}>
                  {t('grading.void')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </details>
  );
}

/** How the same question went in the other game. */
function Compared({ question, other }: { question: QuestionReport; other: QuestionReport }) {
  const percent = (part: number) => formatNumber(language.value, part, { style: 'percent' });
  if (other.fraction === undefined || other.answers === 0)
    return <span class="report-compared quiet">{t('compare.none')}</span>;
  const change = question.fraction === undefined ? 0 : question.fraction - other.fraction;
  const look = Math.abs(change) < 0.005 ? 'same' : change > 0 ? 'better' : 'worse';
  return (
    <span class={`report-compared compared-${look} numbers`}>
      {t('compare.then', { part: percent(other.fraction) })}
      <span class="unseen">{t(`compare.${look}`)}</span>
    </span>
  );
}

function wordOf(word: NonNullable<TallyLine['word']>): string {
  switch (word) {
    case 'true':
      return t('answer.true');
    case 'false':
      return t('answer.false');
    case 'inside':
      return t('report.inside');
    case 'outside':
      return t('report.outside');
  }
}
