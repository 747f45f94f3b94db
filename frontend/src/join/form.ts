/** The way in: PIN, then name and team. The markup is the page's own; here it gets its words and does something. */
import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { chooseLanguage, LANGUAGES, type Language, language, t } from '../i18n';
import { fillIn } from '../i18n/markup';
import type { StoredSeat } from '../transport/types';
import type { JoinModel } from './model';
import { part } from './parts';
import { wirePinForm } from './pinForm';
import { wireSeatForm } from './seatForm';

export interface FormOptions {
  model: JoinModel;
  busy: ReadonlySignal<boolean>;
  /** This phone has a seat, in another game than the link that was scanned, or one that was left: is it to be this one? */
  choice: ReadonlySignal<Choice | null>;
}
export interface Choice {
  seat: StoredSeat;
  onBack(): void;
  onJoin(): void;
}

/** Makes the markup under `root` work. The words are to be here already. */
export function wireForm(root: HTMLElement, { model, busy, choice }: FormOptions): void {
  const parts = {
    choice: part(root, '[data-part=choice]'),
    pin: part(root, '[data-part=pin]'),
    seat: part(root, '[data-part=seat]'),
  };
  fillIn(root);
  wireLanguages(part<HTMLSelectElement>(root, '.language'));
  wireChoice(parts.choice, choice);
  wirePinForm(parts.pin, model);
  wireSeatForm(parts.seat, model, busy);

  const shown = computed(() => (choice.value ? 'choice' : model.invitation.value ? 'seat' : 'pin'));
  effect(() => {
    for (const [name, element] of Object.entries(parts)) element.hidden = name !== shown.value;
    // It is the next thing to do.
    if (shown.value === 'seat') part(parts.seat, 'input').focus();
  });
}

function wireChoice(section: HTMLElement, choice: FormOptions['choice']): void {
  const [back, join] = section.querySelectorAll('button');
  back!.addEventListener('click', () => choice.peek()?.onBack());
  join!.addEventListener('click', () => choice.peek()?.onJoin());
  effect(() => {
    back!.textContent = t('other.back', { name: choice.value?.seat.nickname ?? '' });
  });
}

/** Every language under its own name. */
function wireLanguages(picker: HTMLSelectElement): void {
  for (const [code, name] of Object.entries(LANGUAGES)) {
    const option = new Option(name, code);
    option.lang = code;
    picker.add(option);
  }
  picker.addEventListener('change', () => chooseLanguage(picker.value as Language));
  effect(() => {
    picker.value = language.value;
  });
}
