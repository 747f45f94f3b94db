import { language } from '../i18n';
import { formatNumber } from '../i18n/fill';

/** A number as the language in use writes it, with its unit. */
export function withUnit(value: number, unit?: string): string {
  const text = formatNumber(language.value, value, { maximumFractionDigits: 10 });
  return unit ? `${text}\u00a0${unit}` : text;
}

/** A score: whole, as teams have means. */
export function score(value: number): string {
  return formatNumber(language.value, Math.round(value));
}
