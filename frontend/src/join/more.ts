/** What some games ask for beside a name: fetched when one does. */
import { effect } from '@preact/signals-core';
import type { JoinModel } from './model';
import { wireTeams } from './teams';

/** Of what a student number or an address takes; the server takes no more. */
const LONGEST = 100;

const wired = new WeakSet<HTMLElement>();

/** Teams to choose from, and a field for who one is. Once for a form. */
export function wireMore(form: HTMLElement, model: JoinModel): void {
  if (wired.has(form)) return;
  wired.add(form);
  wireTeams(form.querySelector('.teams')!, model);
  wireIdentity(form, model);
}

function wireIdentity(form: HTMLElement, { invitation, beside }: JoinModel): void {
  const name = form.querySelector('.field')!;
  const field = document.createElement('label');
  const words = document.createElement('span');
  const input = document.createElement('input');
  field.className = 'field identity';
  words.className = 'field-label';
  input.className = 'input';
  input.maxLength = LONGEST;
  input.required = true;
  input.autocomplete = 'off';
  input.addEventListener('input', () => {
    beside.identity = input.value.trim();
  });
  field.append(words, input);
  name.after(field);
  effect(() => {
    const label = invitation.value?.identify?.label;
    words.textContent = label ?? '';
    field.hidden = input.disabled = !label;
    if (!label) delete beside.identity;
    else if (input.value) beside.identity = input.value.trim();
  });
}
