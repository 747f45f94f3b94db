import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Choice, Verdict } from '../protocol';

/** What a choice says; true and false in the reader's language. */
export function choiceText(choice: Choice | Verdict): string {
  if (!('value' in choice)) return choice.text;
  return choice.value ? t('true') : t('false');
}

/** A number as the reader writes it, with all its decimals and its unit. */
export function quantity(value: number, unit: string | undefined): string {
  const text = formatNumber(language.value, value, { maximumFractionDigits: 10 });
  return unit ? `${text} ${unit}` : text;
}

/** Whole points: a team's mean may have decimals. */
export function points(value: number): string {
  return formatNumber(language.value, value, { maximumFractionDigits: 0 });
}
