import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { quantity, readNumber } from '../../ui/numbers';

interface Props {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  value: number | null;
  /** May be below 0: the digits of a phone's keyboard have no minus. */
  signed?: boolean;
  /** Null while what is typed is no number. */
  onNumber: (value: number | null) => void;
}

/** A number as people of the page's language type it; where it may mean two, it asks. */
export function NumberField({ value, signed, hint, onNumber, ...field }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : quantity(value));
  const readings = readNumber(typed, language.value);
  // Another value than any that was typed came from elsewhere, as by an undo.
  const own = value === null ? readings.length === 0 : readings.includes(value);
  const shown = own ? typed : value === null ? '' : quantity(value);
  return (
    <div class="number-field">
      <TextField
        {...field}
        hint={hint}
        inputMode={signed ? 'text' : 'decimal'}
        class="numbers"
        value={shown}
        onText={text => {
          setTyped(text);
          onNumber(readNumber(text, language.value)[0] ?? null);
        }}
      />
      {own && readings.length > 1 && (
        <p class="number-ask">
          {t('editor.numberMeant')}{' '}
          {readings.map(reading => (
            <Button key={reading} aria-pressed={reading === value} onClick={() => onNumber(reading)}>
              {quantity(reading)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
