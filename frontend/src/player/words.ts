import { t } from '../i18n';
import type { Choice, Verdict } from '../protocol';

/** What a choice says; true and false in the reader's language. */
export function choiceText(choice: Choice | Verdict): string {
  if (!('value' in choice)) return choice.text;
  return choice.value ? t('true') : t('false');
}
