import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ChoiceQuestion, PollQuestion, TrueFalseQuestion } from '../../protocol';
import { Button } from '../../ui/Button';
import { content, placesOf } from '../../ui/content';
import { answerClass, Shape } from '../../ui/shapes';
import { Written } from '../../ui/Written';
import { showFirst } from '../feel';
import { Picture } from '../views/Picture';
import { Tick } from '../views/signs';
import { choiceName, choiceText } from '../words';
import type { PadProps } from './pad';
import './choice.css';

type Question = ChoiceQuestion | TrueFalseQuestion | PollQuestion;

/** Huge tiles. One tap answers; where several may be right, taps pick and a button sends. Keys 1 to 8 are taps. */
export function ChoicePad({ question, status, draft, onDraft, onAnswer }: PadProps<Question>) {
  const { choices } = question;
  const several = question.kind === 'choice' && question.multiple;
  const [picked, setPicked] = useState(() => (draft && 'choices' in draft ? draft.choices : []));
  const answer = 'answer' in status ? status.answer : undefined;
  const chosen = answer && 'choices' in answer ? answer.choices : picked;
  const open = status.name === 'open';

  function tap(id: string, { currentTarget: tile, timeStamp }: Event) {
    if (!open) return;
    if (!several) {
      showFirst();
      if (onAnswer({ choices: [id] }, timeStamp) && tile instanceof Element)
        tile.setAttribute('aria-pressed', 'true');
    } else {
      const now = picked.includes(id) ? picked.filter(other => other !== id) : [...picked, id];
      setPicked(now);
      onDraft(now.length > 0 ? { choices: now } : null);
    }
  }

  // Before the next key, not after the next paint: of two quick keys the second must see what the first has picked.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const choice = choices[Number(event.key) - 1];
      if (!choice || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      tap(choice.id, event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  const pictured = choices.some(choice => 'media' in choice && choice.media);
  const long = choices.some(choice => isLong(choiceText(choice)));
  return (
    <div class="pad">
      <div
        class="tiles"
        dir={placesOf(question.text)}
        data-count={choices.length}
        data-long={long || undefined}
        data-pictured={pictured || undefined}
        data-many={choices.length > 4 || undefined}
        data-still={!open || undefined}
        data-answered={answer !== undefined || undefined}
      >
        {choices.map((choice, place) => {
          const on = chosen.includes(choice.id);
          return (
            <button
              type="button"
              key={choice.id}
              class={`choice tile ${answerClass(place)}`}
              aria-pressed={on}
              aria-label={choiceText(choice) && !question.format ? undefined : choiceName(choice, place)}
              aria-disabled={!open}
              onClick={event => tap(choice.id, event)}
            >
              <Shape place={place} />
              {'media' in choice && choice.media && <Picture media={choice.media} />}
              {choiceText(choice) && (
                <span class="choice-text" {...('value' in choice ? null : content())}>
                  <Written text={choiceText(choice)} format={question.format} inline />
                </span>
              )}
              {on && (
                <span class="choice-on">
                  <Tick />
                </span>
              )}
            </button>
          );
        })}
      </div>
      {several && (
        <Button
          look="primary"
          large
          wide
          class={answer && 'done'}
          disabled={!open || picked.length === 0}
          onClick={event => onAnswer({ choices: picked }, event.timeStamp)}
        >
          {t('answer.send')}
        </Button>
      )}
    </div>
  );
}

/** Too much for half the width of a phone: a long text, or a word that would be broken. */
function isLong(text: string): boolean {
  return text.length > 40 || text.split(/\s/).some(word => word.length > 12);
}
