import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control needs so that its label, hint and error are read with it. */
export interface Described {
  id: string;
  'aria-invalid': 'true' | undefined;
  'aria-describedby': string | undefined;
}
interface FieldProps {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: ComponentChildren;
  /** Renders the control itself, with the given attributes on it. */
  control: (described: Described) => ComponentChildren;
}

/** A labelled control with its error beside it. */
export function Field({ label, hint, error, control }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {control({
        id,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = Omit<FieldProps, 'control'> & {
  name?: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url';
  value: string;
  onText: (value: string) => void;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'search';
  enterKeyHint?: 'go' | 'next' | 'done' | 'send';
  placeholder?: string;
  maxLength?: number;
  required?: boolean;
  disabled?: boolean;
  class?: string;
};

/** The common case: one line of text. */
export function TextField({ label, hint, error, class: extra, onText, type = 'text', ...input }: InputProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={described => (
        <input
          {...input}
          type={type as 'text'} // JSX knows a type of its own for each; ours share one
          {...described}
          class={extra ? `input ${extra}` : 'input'}
          onInput={event => onText(event.currentTarget.value)}
        />
      )}
    />
  );
}
