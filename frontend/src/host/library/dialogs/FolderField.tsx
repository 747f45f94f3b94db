import { t } from '../../../i18n';
import { Field } from '../../../ui/Field';
import { inOrder, places } from '../folders';

interface Props {
  label: string;
  value: string;
  /** These cannot be chosen. */
  without?: ReadonlySet<string>;
  error?: string | undefined;
  onChoose: (id: string) => void;
}
/** One of the folders, or none. */
export function FolderField({ label, value, without, error, onChoose }: Props) {
  return (
    <Field
      label={label}
      error={error}
      control={described => (
        <select
          {...described}
          class="input"
          value={value}
          onChange={event => onChoose(event.currentTarget.value)}
        >
          <option value="">{t('move.none')}</option>
          {inOrder(places.value?.folders ?? [])
            .filter(({ id }) => !without?.has(id))
            .map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'\u2003'.repeat(depth)}${name}`}
              </option>
            ))}
        </select>
      )}
    />
  );
}
