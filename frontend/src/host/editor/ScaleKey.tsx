import { t } from '../../i18n';
import { TextField } from '../../ui/Field';
import type { ScaleQuestion } from '../library/quiz';
import { LABEL_MAX } from './limits';
import { NumberField } from './NumberField';
import type { PartOf } from './part';

/** The ends of the scale, what they mean, and how far apart its places are. */
export function ScaleKey({ part }: { part: PartOf<ScaleQuestion> }) {
  const { question, change, wrong } = part;
  const labels = question.labels ?? ['', ''];
  const field = (name: 'min' | 'max' | 'step', label: string) => (
    <NumberField
      label={label}
      value={question[name]}
      signed={name !== 'step'}
      error={wrong(name)}
      onNumber={value => change({ [name]: value } as Partial<ScaleQuestion>, name)}
    />
  );
  const end = (at: 0 | 1, label: string) => (
    <TextField
      label={label}
      value={labels[at]}
      maxLength={LABEL_MAX}
      error={wrong(`labels[${at}]`) ?? (at === 0 ? wrong('labels') : undefined)}
      onText={text => {
        const [low, high] = labels;
        change({ labels: at === 0 ? [text, high] : [low, text] }, 'labels');
      }}
    />
  );
  return (
    <div class="stage-answers number-key scale-key">
      {field('min', t('editor.min'))}
      {end(0, t('editor.scaleLow'))}
      {field('max', t('editor.max'))}
      {end(1, t('editor.scaleHigh'))}
      {field('step', t('editor.step'))}
    </div>
  );
}
