import { t } from '../../i18n';
import { TextField } from '../../ui/Field';
import type { NumberQuestion } from '../library/quiz';
import { UNIT_MAX } from './limits';
import { NumberField } from './NumberField';
import type { PartOf } from './part';

/** The right number, how far off still counts, and the range of the slider. */
export function NumberKey({ part }: { part: PartOf<NumberQuestion> }) {
  const { question, change, wrong } = part;
  const field = (name: 'correct' | 'tolerance' | 'min' | 'max' | 'step', label: string, hint?: string) => (
    <NumberField
      label={label}
      hint={hint}
      value={question[name]}
      signed={name === 'correct' || name === 'min' || name === 'max'}
      error={wrong(name)}
      onNumber={value => change({ [name]: value } as Partial<NumberQuestion>, name)}
    />
  );
  return (
    <div class="stage-answers number-key">
      {field('correct', t('editor.numberRight'))}
      {field('tolerance', t('editor.tolerance'), t('editor.toleranceHint'))}
      {field('min', t('editor.min'))}
      {field('max', t('editor.max'))}
      {field('step', t('editor.step'))}
      <TextField
        label={t('editor.unit')}
        value={question.unit ?? ''}
        maxLength={UNIT_MAX}
        error={wrong('unit')}
        onText={unit => change({ unit }, 'unit')}
      />
    </div>
  );
}
