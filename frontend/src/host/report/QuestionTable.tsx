import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import { answerClass, Shape } from '../../ui/shapes';
import type { Counted, QuestionReport } from './report';
import { usePrinting } from './useRows';

const WITH_PLACES = new Set(['choice', 'true-false', 'poll']);

/** One row a question; its answers open beneath it. */
export function QuestionTable({ questions, players }: { questions: QuestionReport[]; players: number }) {
  return (
    <section aria-labelledby="by-question">
      <h2 id="by-question">{t('report.byQuestion')}</h2>
      <ol class="question-reports">
        {questions.map(question => (
          <li key={question.index}>
            <QuestionRow question={question} players={players} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionRow({ question, players }: { question: QuestionReport; players: number }) {
  const format = (n: number, options?: Intl.NumberFormatOptions) => formatNumber(language.value, n, options);
  const { fraction, meanMs } = question;
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  const facts = (
    <>
      <span class="report-number numbers">{format(question.index + 1)}</span>
      <span class="report-text" dir="auto">
        {question.text}
      </span>
      {!question.asked && <span class="tag">{t('report.notAsked')}</span>}
      {question.voided && <span class="tag tag-note">{t('report.voided')}</span>}
      {question.asked && question.kind !== 'slide' && (
        <span class="report-facts quiet numbers">
          <span>{t('report.answers', { n: question.answers, all: format(players) })}</span>
          {meanMs !== undefined && (
            <span>{t('report.mean', { seconds: format(meanMs / 1000, { maximumFractionDigits: 1 }) })}</span>
          )}
        </span>
      )}
      {question.asked && fraction !== undefined && (
        <span class="report-fraction">
          <span class="meter" aria-hidden="true">
            <span style={{ '--part': fraction }} />
          </span>
          <span class="numbers">
            {t('report.rightPart', { part: format(fraction, { style: 'percent' }) })}
          </span>
        </span>
      )}
    </>
  );
  if (!question.asked || question.tally.length === 0) return <div class="question-report">{facts}</div>;
  const most = Math.max(1, ...question.tally.map(({ count }) => count));
  return (
    <details
      class="question-report"
      open={open || printing}
      onToggle={event => !printing && setOpen(event.currentTarget.open)}
    >
      <summary>{facts}</summary>
      {(open || printing) && (
        <ul class="key-list">
          {question.tally.map((line, at) => (
            <li key={at} class={line.correct ? 'key-line key-right' : 'key-line'}>
              {WITH_PLACES.has(question.kind) && (
                <span class={`key-tile tile ${answerClass(at)}`}>
                  <Shape place={at} />
                </span>
              )}
              <span class="key-text" dir="auto">
                {lineText(question, line)}
              </span>
              <span
                class={WITH_PLACES.has(question.kind) ? `key-bar ${answerClass(at)}` : 'key-bar'}
                aria-hidden="true"
              >
                <span style={{ '--part': line.count / most }} />
              </span>
              <span class="key-count numbers">{format(line.count)}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function lineText({ kind }: QuestionReport, { text }: Counted): string {
  if (kind !== 'true-false') return text;
  return text === 'true' ? t('answer.true') : t('answer.false');
}
