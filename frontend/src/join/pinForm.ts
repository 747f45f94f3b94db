import { effect } from '@preact/signals-core';
import { t } from '../i18n';
import { pinOf, showPin } from '../ui/pin';
import type { JoinModel } from './model';
import { goButton, part, remark } from './parts';

/** Six digits. The last one sends them, and so does the button. */
export function wirePinForm(form: HTMLElement, model: JoinModel): void {
  const { pin, looking } = model;
  const field = part<HTMLInputElement>(form, 'input');
  const show = () => {
    const shown = showPin(pin.value);
    if (field.value === shown) return;
    // The caret stays behind as many digits as were before it.
    const digits = pinOf(field.value.slice(0, field.selectionStart ?? undefined)).length;
    field.value = shown;
    if (document.activeElement !== field) return;
    const caret = showPin(pin.value.slice(0, digits)).length;
    field.setSelectionRange(caret, caret);
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    model.enterPin();
  });
  field.addEventListener('input', () => {
    model.typePin(field.value);
    show();
  });
  effect(show);
  remark(form, model, field);
  goButton(
    form,
    () => looking.value,
    busy => (busy ? t('pin.looking') : t('pin.go')),
  );
}
