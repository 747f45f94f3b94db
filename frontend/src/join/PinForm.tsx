import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { PIN_LENGTH, pinOf, showPin } from './pin';

interface Props {
  pin: string;
  error: string;
  busy: boolean;
  onPin(pin: string): void;
  onClear(): void;
  onGo(pin: string): void;
}

/** Six digits. The last one sends them, and so does the button. */
export function PinForm({ pin, error, busy, onPin, onClear, onGo }: Props) {
  const [short, setShort] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const trouble = short ? t('pin.short') : error;

  useEffect(() => {
    if (trouble) form.current?.querySelector('input')?.select();
  }, [trouble]);

  function typed(text: string) {
    const digits = pinOf(text);
    setShort(false);
    if (digits !== pin) onClear();
    onPin(digits);
    if (digits.length === PIN_LENGTH && digits !== pin) onGo(digits);
  }

  return (
    <form
      class="join-form"
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setShort(pin.length < PIN_LENGTH);
        if (pin.length === PIN_LENGTH && !busy) onGo(pin);
      }}
    >
      <h1>{t('title')}</h1>
      <TextField
        class="pin numbers"
        label={t('pin.label')}
        hint={t('pin.hint')}
        error={trouble}
        value={showPin(pin)}
        onText={typed}
        inputMode="numeric"
        autocomplete="off"
        enterKeyHint="go"
        placeholder="··· ···"
      />
      <Button type="submit" look="primary" large wide busy={busy}>
        {busy ? t('pin.looking') : t('pin.go')}
      </Button>
    </form>
  );
}
