import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { answerClass, Shape } from '../../ui/shapes';
import { Icon } from '../layout/Icon';
import type { ChoiceQuestion, Option, PollQuestion } from '../library/quiz';
import { ChoicePicture } from './ChoicePicture';
import { CHOICE_MAX, CHOICES } from './limits';
import { cancelUpload } from './media/uploads';
import { aimed, placeOf } from './media/useFiles';
import { replaced, without } from './model';
import type { PartOf } from './part';
import { Shown } from './Shown';
import { onEnter, useAutoFocus } from './useAutoFocus';

/** Letters; fewer stand beside their buttons on a tile of any width. */
const LONG = 20;

/** The answers on their tiles; a tick on each that is right, unless nothing is asked but an opinion. */
export function Choices({ part }: { part: PartOf<ChoiceQuestion | PollQuestion> }) {
  const { question, change, wrong } = part;
  const { choices } = question;
  const keyed = question.kind === 'choice';
  const { list, focusSoon, focusNow } = useAutoFocus('.answer-text');
  const set = (at: number, option: Option, touched: string) =>
    change({ choices: replaced(choices, at, option) }, touched);
  const all = wrong('choices');
  const add = () => {
    if (choices.length >= CHOICES.max) return;
    change({ choices: [...choices, keyed ? { text: '', correct: false } : { text: '' }] }, 'choices');
    focusSoon(choices.length);
  };
  return (
    <div class="stage-answers">
      <ul class="answers" ref={list}>
        {choices.map((choice, at) => {
          const mistake = wrong(`choices[${at}].text`);
          return (
            <li
              key={at}
              class={`answer tile ${answerClass(at)}${choice.text.length > LONG ? ' answer-long' : ''}`}
              data-answer={at}
              data-aimed={aimed.value === `${at}` || undefined}
            >
              <Shape place={at} />
              <textarea
                class="answer-text"
                dir="auto"
                rows={1}
                aria-label={t('editor.answer', { n: at + 1 })}
                aria-invalid={mistake ? 'true' : undefined}
                aria-describedby={mistake ? `answer-${at}-error` : undefined}
                placeholder={t('editor.answer', { n: at + 1 })}
                maxLength={CHOICE_MAX}
                value={choice.text}
                onInput={event =>
                  set(at, { ...choice, text: event.currentTarget.value }, `choices[${at}].text`)
                }
                onKeyDown={event =>
                  onEnter(event, () => (at + 1 < choices.length ? focusNow(at + 1) : add()))
                }
              />
              <ChoicePicture
                choice={choice}
                at={at}
                place={placeOf(part.key, `${at}`)}
                wrong={wrong}
                onFile={file => part.upload(`${at}`, file)}
                onChoice={(next, touched) => set(at, next, touched)}
              />
              {keyed && (
                <label class="answer-right" title={t('editor.right')}>
                  <input
                    type="checkbox"
                    checked={choice.correct ?? false}
                    onChange={event => {
                      set(at, { ...choice, correct: event.currentTarget.checked }, 'choices');
                    }}
                  />
                  <Icon name="check" />
                  <span class="unseen">{t('editor.rightAnswer', { n: at + 1 })}</span>
                </label>
              )}
              {choices.length > CHOICES.min && (
                <button
                  type="button"
                  class="answer-remove"
                  aria-label={t('editor.removeAnswer', { n: at + 1 })}
                  onClick={() => {
                    // Those behind it have other numbers from now on.
                    for (let n = at; n < choices.length; n++) cancelUpload(placeOf(part.key, `${n}`));
                    change({ choices: without(choices, at) }, 'choices');
                    focusSoon(Math.min(at, choices.length - 2));
                  }}
                >
                  <Icon name="close" />
                </button>
              )}
              <Shown text={choice.text} format={question.format} inline />
              {mistake && (
                <p class="answer-error" id={`answer-${at}-error`} role="alert">
                  {mistake}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {all && (
        <p class="field-error" role="alert">
          {all}
        </p>
      )}
      {choices.length < CHOICES.max && (
        <Button look="ghost" class="stage-add" onClick={add}>
          <Icon name="add" />
          {t('editor.addAnswer')}
        </Button>
      )}
      {keyed && choices.filter(choice => choice.correct).length > 1 && (
        <p class="stage-note">{t('editor.severalRight')}</p>
      )}
    </div>
  );
}
