import { t } from '../../i18n';
import { answerClass, Shape } from '../../ui/shapes';
import { Icon } from '../layout/Icon';
import type { TrueFalseQuestion } from '../library/quiz';
import type { PartOf } from './part';

/** The two tiles; the right one is ticked. */
export function TrueFalse({ part }: { part: PartOf<TrueFalseQuestion> }) {
  const { question, change } = part;
  return (
    <fieldset class="stage-answers">
      <legend class="unseen">{t('editor.whichRight')}</legend>
      <div class="answers">
        {[true, false].map((value, at) => (
          <label key={String(value)} class={`answer tile ${answerClass(at)}`}>
            <Shape place={at} />
            <span class="answer-text">{value ? t('answer.true') : t('answer.false')}</span>
            <span class="answer-right">
              <input
                type="radio"
                name="correct"
                checked={question.correct === value}
                onChange={() => change({ correct: value }, 'correct')}
              />
              <Icon name="check" />
              <span class="unseen">{t('editor.right')}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
