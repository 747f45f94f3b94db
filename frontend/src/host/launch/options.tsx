interface RadioProps {
  group: string;
  on: boolean;
  title: string;
  hint: string;
  onChoose: () => void;
}
/** One of several ways to play. */
export function Radio({ group, on, title, hint, onChoose }: RadioProps) {
  return (
    <label class="option">
      <input type="radio" name={group} checked={on} onChange={onChoose} />
      <span>
        <strong>{title}</strong>
        <span class="quiet">{hint}</span>
      </span>
    </label>
  );
}

interface SwitchProps {
  on: boolean;
  disabled?: boolean;
  title: string;
  hint: string;
  onChange: (on: boolean) => void;
}
/** A way to play, or not. */
export function Switch({ on, disabled, title, hint, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span>
        <strong>{title}</strong>
        <span class="quiet">{hint}</span>
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
