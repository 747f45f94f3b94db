import { LANGUAGES, t } from '../../i18n';
import { Field } from '../../ui/Field';
import { fieldText } from '../errors';
import type { Editing } from './editing';
import { DESCRIPTION_MAX } from './limits';

/** What concerns the quiz as a whole; `beside`: another pane stands there. */
export function QuizCanvas({ editing, beside }: { editing: Editing; beside: boolean }) {
  const { draft, mistakes } = editing;
  const wrong = (field: string) => {
    const code = mistakes.value.get(` ${field}`);
    return code && fieldText({ code });
  };
  return (
    <section class={beside ? 'canvas-pane' : 'canvas-pane about'} aria-label={t('editor.about')}>
      <h2>{t('editor.about')}</h2>
      <Field
        label={t('editor.description')}
        hint={t('editor.descriptionHint')}
        error={wrong('description')}
        control={described => (
          <textarea
            {...described}
            class="input"
            dir="auto"
            rows={4}
            maxLength={DESCRIPTION_MAX}
            value={draft.value.description}
            onInput={event => editing.change({ description: event.currentTarget.value }, 'description')}
          />
        )}
      />
      <Field
        label={t('editor.language')}
        hint={t('editor.languageHint')}
        error={wrong('language')}
        control={described => (
          <select
            {...described}
            class="input"
            value={draft.value.language}
            onChange={event => editing.change({ language: event.currentTarget.value }, 'language')}
          >
            <option value="">{t('editor.languageNone')}</option>
            {Object.entries(LANGUAGES).map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      />
      {draft.value.entries.length === 0 && <p class="quiet">{t('editor.noQuestions')}</p>}
    </section>
  );
}
