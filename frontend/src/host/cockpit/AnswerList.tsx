import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { Question, Regrade, Tally } from '../../protocol';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { answerClass, Shape } from '../../ui/shapes';
import { Written } from '../../ui/Written';
import { GradeButton } from '../GradeButton';
import { Icon } from '../layout/Icon';
import { answerLines, type Line } from './answers';

/** The answers with their key, and at the reveal how often each was given. */
export function AnswerList({
  question,
  tally,
  onHide,
  onGrade,
}: {
  question: Question;
  tally?: Tally | undefined;
  /** Where single texts may be taken off the tally. */
  onHide?: ((text: string) => void) | undefined;
  /** Where an answer can be judged again. */
  onGrade?: ((regrade: Regrade) => void) | undefined;
}) {
  const format = (n: number) => formatNumber(language.value, n);
  const lines = answerLines(question, format, tally);
  if (tally && lines.length === 0) return <p class="quiet">{t('cockpit.noAnswers')}</p>;
  const most = Math.max(1, ...lines.map(line => line.count ?? 0));
  const inOrder = question.kind === 'order';
  return (
    <>
      {inOrder && tally && <p class="quiet">{t('cockpit.inPlace')}</p>}
      <ul
        class={tally ? 'key-list' : 'key-list key-plain'}
        data-does={(onHide || onGrade) && tally ? true : undefined}
      >
        {lines.map((line, at) => (
          <li key={at} class={line.right ? 'key-line key-right' : 'key-line'}>
            {line.place !== undefined && (
              <span class={`key-tile tile ${answerClass(line.place)}`}>
                {inOrder ? format(at + 1) : <Shape place={line.place} />}
              </span>
            )}
            <span class="key-text" {...(line.value === undefined ? content() : null)}>
              {line.picture && <img class="key-picture" src={line.picture} alt="" />}
              <Written
                text={wordsOf(line)}
                format={line.place === undefined ? undefined : question.format}
                inline
              />
            </span>
            {line.right && (
              <span class="key-mark">
                <Icon name="check" />
                <span class="unseen">{t('cockpit.right')}</span>
              </span>
            )}
            {line.count !== undefined && (
              <>
                <span
                  class={line.place === undefined ? 'key-bar' : `key-bar ${answerClass(line.place)}`}
                  aria-hidden="true"
                >
                  <span style={{ '--part': line.count / most }} />
                </span>
                <span class="key-count numbers" translate={false}>
                  {format(line.count)}
                </span>
              </>
            )}
            {(onHide || onGrade) && line.count !== undefined && (
              <span class="key-do">
                {onGrade && (
                  <GradeButton
                    kind={question.kind}
                    lines={lines}
                    line={line}
                    words={wordsOf(line)}
                    onGrade={onGrade}
                  />
                )}
                {onHide && (
                  <Button
                    look="ghost"
                    aria-label={t('cockpit.hideText', { text: line.text })}
                    onClick={() => onHide(line.text)}
                  >
                    {t('cockpit.hide')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const wordsOf = ({ value, text }: Line) =>
  value === undefined ? text : value ? t('answer.true') : t('answer.false');
