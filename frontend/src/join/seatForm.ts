import { effect, type ReadonlySignal } from '@preact/signals-core';
import { t } from '../i18n';
import type { Desk } from './desk';
import { inventName } from './nickname';
import { goButton, part, remark } from './parts';
import { showPin } from './pin';
import { wireTeams } from './teams';

/** Name and, where the game has them, team. */
export function wireSeatForm(form: HTMLElement, desk: Desk, busy: ReadonlySignal<boolean>): void {
  const field = part<HTMLInputElement>(form, 'input');
  const back = part(form, '.join-back');
  const free = part(form, '[data-part=free]');

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!busy.peek()) desk.join();
  });
  field.addEventListener('input', () => desk.typeName(field.value));
  back.addEventListener('click', desk.otherPin);
  free.addEventListener('click', () => desk.join(desk.free.peek()));
  part(form, '.name-any').addEventListener('click', () =>
    desk.typeName(inventName(t('name.list'), Math.random)),
  );

  effect(() => {
    part(form, 'h1').textContent = desk.invitation.value?.title ?? '';
    back.textContent = t('seat.change', { pin: showPin(desk.pin.value) });
  });
  effect(() => {
    const name = desk.nickname.value;
    if (field.value !== name) field.value = name;
  });
  effect(() => {
    const name = desk.free.value;
    free.hidden = !name;
    free.textContent = t('name.free', { name: name ?? '' });
  });
  wireTeams(part(form, '.teams'), desk);
  remark(form, desk, field);
  goButton(
    form,
    () => busy.value,
    now => (now ? t('join.busy') : t('join.go')),
  );
}
