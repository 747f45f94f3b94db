import { t } from '../i18n';
import type { Choice, Verdict } from '../protocol';
import { SHAPE_NAMES } from '../ui/shapes';

/** What a choice says; true and false in the reader's language. */
export function choiceText(choice: Choice | Verdict): string {
  if (!('value' in choice)) return choice.text;
  return choice.value ? t('true') : t('false');
}

/** How a choice is called: by its text, by what its picture shows, or by the shape of its place. */
export function choiceName(choice: Choice | Verdict, place: number): string {
  const alt = 'media' in choice ? choice.media?.alt : undefined;
  return choiceText(choice) || alt || t(`shape.${SHAPE_NAMES[place % SHAPE_NAMES.length]!}`);
}
