import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../ui/Field';
import { readNumber } from './number';

interface Props {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  value: number | null;
  /** Null while what is typed is no number. */
  onNumber: (value: number | null) => void;
}

/** A number as people type it, with a comma or a point. */
export function NumberField({ value, onNumber, ...field }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const shown = readNumber(typed) === value ? typed : value === null ? typed : String(value);
  return (
    <TextField
      {...field}
      inputMode="decimal"
      class="numbers"
      value={shown}
      onText={text => {
        setTyped(text);
        onNumber(readNumber(text));
      }}
    />
  );
}
