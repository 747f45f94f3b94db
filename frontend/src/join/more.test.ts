// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { Invitation, JoinModel } from './model';
import { wireMore } from './more';

test('who one is is asked for only where a host wants it, and travels with the join', () => {
  document.body.innerHTML =
    '<form><div class="field"></div><fieldset class="teams"><template><label></label></template></fieldset></form>';
  const form = document.querySelector('form')!;
  const invitation = signal<Invitation | null>(null);
  const model = { invitation, team: signal(undefined), beside: {} } as unknown as JoinModel;
  wireMore(form, model);
  wireMore(form, model);
  const fields = form.querySelectorAll<HTMLElement>('.identity');
  expect(fields).toHaveLength(1);
  expect(fields[0]!.hidden).toBe(true);

  const game = { title: 'Rivers', joinable: true, phase: 'lobby' };
  invitation.value = { ...game, identify: { label: 'Student number' } };
  expect(fields[0]!.hidden).toBe(false);
  expect(fields[0]!.textContent).toBe('Student number');
  const input = fields[0]!.querySelector('input')!;
  input.value = ' s-1834 ';
  input.dispatchEvent(new Event('input'));
  expect(model.beside).toEqual({ identity: 's-1834' });

  invitation.value = game;
  expect(model.beside).toEqual({});
});
