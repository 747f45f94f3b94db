import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Icon } from '../layout/Icon';
import type { TextQuestion } from '../library/quiz';
import { ACCEPT_MAX, ACCEPTED } from './limits';
import { replaced, without } from './model';
import type { PartOf } from './part';
import { onEnter, useAutoFocus } from './useAutoFocus';

/** Everything that counts as right when it is typed. */
export function Accepted({ part }: { part: PartOf<TextQuestion> }) {
  const { question, change, wrong } = part;
  const { accept } = question;
  const { list, focusSoon, focusNow } = useAutoFocus('input');
  const all = wrong('accept');
  const add = () => {
    if (accept.length >= ACCEPTED.max) return;
    change({ accept: [...accept, ''] }, 'accept');
    focusSoon(accept.length);
  };
  return (
    <div class="stage-answers">
      <p class="stage-note">{t('editor.acceptLead')}</p>
      <ul class="lines" ref={list}>
        {accept.map((word, at) => {
          const mistake = wrong(`accept[${at}]`);
          return (
            <li key={at} class="line">
              <input
                class="input"
                dir="auto"
                aria-label={t('editor.accepted', { n: at + 1 })}
                aria-invalid={mistake ? 'true' : undefined}
                aria-describedby={mistake ? `accept-${at}-error` : undefined}
                maxLength={ACCEPT_MAX}
                value={word}
                onInput={event =>
                  change({ accept: replaced(accept, at, event.currentTarget.value) }, `accept[${at}]`)
                }
                onKeyDown={event => onEnter(event, () => (at + 1 < accept.length ? focusNow(at + 1) : add()))}
              />
              {accept.length > ACCEPTED.min && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={t('editor.removeAnswer', { n: at + 1 })}
                  onClick={() => {
                    change({ accept: without(accept, at) }, 'accept');
                    focusSoon(Math.min(at, accept.length - 2));
                  }}
                >
                  <Icon name="close" />
                </button>
              )}
              {mistake && (
                <p class="field-error" id={`accept-${at}-error`} role="alert">
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
      <label class="switch stage-switch">
        <span>
          <strong>{t('editor.accents')}</strong>
          <span>{t('editor.accentsHint')}</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          checked={question.accents === 'forgive'}
          aria-checked={question.accents === 'forgive'}
          onChange={event =>
            change({ accents: event.currentTarget.checked ? 'forgive' : undefined }, 'accents')
          }
        />
      </label>
      {accept.length < ACCEPTED.max && (
        <Button look="ghost" class="stage-add" onClick={add}>
          <Icon name="add" />
          {t('editor.addAccepted')}
        </Button>
      )}
    </div>
  );
}
