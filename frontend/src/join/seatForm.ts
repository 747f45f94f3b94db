import { effect, type ReadonlySignal } from '@preact/signals-core';
import { t } from '../i18n';
import { showPin } from '../ui/pin';
import type { JoinModel } from './model';
import { inventName } from './nickname';
import { goButton, part, remark } from './parts';

/** Name and, where the game has them, team. */
export function wireSeatForm(form: HTMLElement, model: JoinModel, busy: ReadonlySignal<boolean>): void {
  const field = part<HTMLInputElement>(form, 'input');
  const back = part(form, '.join-back');
  const free = part(form, '[data-part=free]');

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!busy.peek()) model.join();
  });
  field.addEventListener('input', () => model.typeName(field.value));
  back.addEventListener('click', model.otherPin);
  free.addEventListener('click', () => model.join(model.free.peek()));
  part(form, '.name-any').addEventListener('click', () =>
    model.typeName(inventName(t('name.list'), Math.random)),
  );

  effect(() => {
    part(form, '.field').hidden = !!model.invitation.value?.names;
    part(form, 'h1').textContent = model.invitation.value?.title ?? '';
    back.textContent = t('seat.change', { pin: showPin(model.pin.value) });
  });
  effect(() => {
    const name = model.nickname.value;
    if (field.value !== name) field.value = name;
  });
  effect(() => {
    const name = model.free.value;
    free.hidden = !name;
    free.textContent = t('name.free', { name: name ?? '' });
  });
  effect(() => {
    const asked = model.invitation.value;
    if (asked?.teams || asked?.identify)
      import('./more').then(({ wireMore }) => wireMore(form, model), String);
  });
  remark(form, model, field);
  goButton(
    form,
    () => busy.value,
    now => (now ? t('join.busy') : t('join.go')),
  );
}
