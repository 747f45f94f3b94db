import { language } from '../i18n';
import { formatNumber } from '../i18n/fill';

/** A number as the language in use writes it, with its unit. */
export function withUnit(value: number, unit?: string): string {
  const text = formatNumber(language.value, value, { maximumFractionDigits: 10 });
  return unit ? `${text}\u00a0${unit}` : text;
}

/** A score; a team's is a mean, and one digit tells two of them apart. */
export function score(value: number): string {
  return formatNumber(language.value, value, { maximumFractionDigits: 1 });
}
