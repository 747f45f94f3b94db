import { t } from '../i18n';
import { Button } from '../ui/Button';
import type { Desk } from './desk';
import { showPin } from './pin';
import { Remark } from './Remark';

/** Six digits. The last one sends them, and so does the button. */
export function PinForm({ desk }: { desk: Desk }) {
  const { pin, looking, remark } = desk;
  return (
    <form
      class="join-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        desk.enterPin();
      }}
    >
      <h1>{t('title')}</h1>
      <div class="field">
        <label class="field-label" for="pin">
          {t('pin.label')}
        </label>
        <input
          class="input pin numbers"
          id="pin"
          value={showPin(pin.value)}
          inputMode="numeric"
          autocomplete="off"
          enterkeyhint="go"
          placeholder="··· ···"
          aria-invalid={remark.value !== null}
          aria-describedby="pin-hint pin-remark"
          onInput={event => {
            desk.typePin(event.currentTarget.value);
            event.currentTarget.value = showPin(pin.value);
          }}
        />
        <p class="field-hint" id="pin-hint">
          {t('pin.hint')}
        </p>
        <Remark desk={desk} id="pin-remark" />
      </div>
      <Button type="submit" look="primary" large wide busy={looking.value}>
        {looking.value ? t('pin.looking') : t('pin.go')}
      </Button>
    </form>
  );
}
