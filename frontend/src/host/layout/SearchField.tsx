import { Icon } from './Icon';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  maxLength?: number;
  class?: string;
}

/** A field to search a list by. */
export function SearchField({ label, value, onChange, maxLength, class: extra }: Props) {
  return (
    <label class={extra ? `search ${extra}` : 'search'}>
      <Icon name="search" />
      <span class="unseen">{label}</span>
      <input
        type="search"
        class="input"
        placeholder={label}
        {...(maxLength && { maxLength })}
        value={value}
        onInput={event => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
