import { t } from '../../i18n';
import type { CloudQuestion } from '../library/quiz';
import { NumberField } from './NumberField';
import type { PartOf } from './part';

/** How long a word may be. */
export function CloudKey({ part: { question, change, wrong } }: { part: PartOf<CloudQuestion> }) {
  return (
    <div class="stage-answers number-key">
      <NumberField
        label={t('editor.wordLength')}
        hint={t('editor.wordLengthHint')}
        value={question.maxLength}
        error={wrong('maxLength')}
        onNumber={maxLength => change({ maxLength }, 'maxLength')}
      />
    </div>
  );
}
