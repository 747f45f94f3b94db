import { effect } from '@preact/signals-core';
import { t } from '../i18n';
import type { JoinModel } from './model';

/** The element of the page's markup that `selector` names. */
export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  return root.querySelector<T>(selector)!;
}

/** What is to be said about `field`, read out at once. */
export function remark(root: HTMLElement, model: JoinModel, field: HTMLInputElement): void {
  const line = part(root, '[role=alert]');
  effect(() => {
    const said = model.remark.value;
    field.setAttribute('aria-invalid', String(said !== null));
    line.hidden = !said;
    line.textContent = said && t(said.key, { name: said.name ?? '' });
  });
}

/** A form's button. While something is under way taps are ignored, and the focus stays where it is. */
export function goButton(form: HTMLElement, busy: () => boolean, words: (busy: boolean) => string): void {
  const button = part(form, '[type=submit]');
  effect(() => {
    const now = busy();
    button.textContent = words(now);
    if (now) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  });
}
