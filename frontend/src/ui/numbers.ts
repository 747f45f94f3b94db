/** Numbers as people write them and as the pages print them: what a page prints is read as it was printed. */
import { language } from '../i18n';
import { formatNumber } from '../i18n/fill';

/** A decimal mark that groups nothing, and the one mark that only groups. */
const ARABIC_DECIMAL = '٫';
const GROUP = "'";
const DECIMALS = ['.', ',', ARABIC_DECIMAL];
const GROUPS = ['.', ',', GROUP];

/**
 * What a typed number may mean in `language`: nothing, one value, or two (the likelier first) between which only a person
 * can choose, such as `1.000` in English.
 */
export function readNumber(typed: string, language: string): number[] {
  const [, sign, text] = /^([+-]?)\s*(.*)$/.exec(plain(typed))!;
  const meant = (value: number) => (sign === '-' && value !== 0 ? -value : value);
  const own = marks(language);
  const printed = match(text!, own.decimal, own.group);
  // No page prints a fraction that ends in 0: then it may be another country's thousand.
  if (printed && !printed.fraction?.endsWith('0')) return [meant(printed.value)];
  const values = [printed, ...DECIMALS.flatMap(decimal => GROUPS.map(group => match(text!, decimal, group)))]
    .flatMap(reading => reading?.value ?? [])
    .map(meant);
  return [...new Set(values)];
}

/** A number of a question with all its decimals and its unit; years, as all of four digits, are not grouped. */
export function quantity(value: number, unit?: string): string {
  const text = formatNumber(language.value, value, { maximumFractionDigits: 10, useGrouping: 'min2' });
  return unit ? `${text}\u00a0${unit}` : text;
}

/** Whole points: a team's mean may have decimals. */
export function points(value: number): string {
  return formatNumber(language.value, value, { maximumFractionDigits: 0 });
}

interface Reading {
  value: number;
  fraction: string | undefined;
}

function match(text: string, decimal: string, group: string): Reading | null {
  if (decimal === group) return null;
  const g = `\\${group}`;
  // Thousands, and lakhs; no number of several groups begins with 0.
  const grouped = `[1-9]\\d{0,2}(?:${g}\\d{3})+|[1-9]\\d?(?:${g}\\d{2})+${g}\\d{3}`;
  const form = new RegExp(`^(${grouped}|\\d*)(?:\\${decimal}(\\d*))?$`);
  const [, whole, fraction] = form.exec(text) ?? [];
  if (!whole && !fraction) return null;
  return { value: Number(`${(whole ?? '').replaceAll(group, '')}.${fraction ?? ''}`), fraction };
}

/** In ASCII digits, with one kind of minus, and one of the marks that only group. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s'’ʼ٬_]/g, GROUP)
    .replace('،', ',')
    .replace(/^[\p{Pd}−]'?/u, '-');
}

function marks(language: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(`${language}-u-nu-latn`, { useGrouping: true }).formatToParts(
    -1234567.5,
  );
  const mark = (type: string) => plain(`0${parts.find(part => part.type === type)?.value}0`).slice(1, -1);
  return { decimal: mark('decimal'), group: mark('group') };
}
