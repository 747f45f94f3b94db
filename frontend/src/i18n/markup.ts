import { effect } from '@preact/signals-core';
import { type Key, t } from '.';

/**
 * Words of plain markup, in whatever language the page is in: `data-t="pin.label"` is a text, `data-t-label` what is read
 * out instead, `data-t-title` what is shown while pointed at.
 */
export function fillIn(root: HTMLElement): void {
  const each = (name: string, set: (element: Element, words: string) => void) => {
    for (const element of root.querySelectorAll(`[${name}]`))
      set(element, t(element.getAttribute(name) as Key));
  };
  effect(() => {
    each('data-t', (element, words) => {
      element.textContent = words;
    });
    each('data-t-label', (element, words) => element.setAttribute('aria-label', words));
    each('data-t-title', (element, words) => element.setAttribute('title', words));
  });
}
