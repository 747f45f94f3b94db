export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;
export type Words = Record<string, string | Plural>;

/** Arabic too with the digits a PIN is typed in. */
function locale(language: string): string {
  return `${language}-u-nu-latn`;
}

/** The sentence for `key`, its plural chosen by `params.n`, its {names} filled in; numbers as the language writes them. */
export function fill(
  words: Words,
  language: string,
  key: string,
  params: Record<string, string | number>,
): string {
  const entry = words[key];
  if (entry === undefined) return key;
  const sentence = typeof entry === 'string' ? entry : form(entry, language, Number(params.n));
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(language, value) : value;
  });
}

function form(plural: Plural, language: string, n: number): string {
  return plural[new Intl.PluralRules(language).select(n)] ?? plural.other ?? '';
}

/** Making one costs more than using it a hundred times; there are a handful a language. */
const formats = new Map<string, Intl.NumberFormat>();

/** `value` as people of that language write it. */
export function formatNumber(language: string, value: number, options?: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options ?? null);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale(language), options);
    formats.set(key, format);
  }
  return format.format(value);
}
