const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** “3 hours ago”, in words of the language. */
export function ago(at: number | string, language: string, now = Date.now()): string {
  const past = now - new Date(at).getTime();
  const words = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'auto' });
  const step = STEPS.find(([, ms]) => past >= ms);
  return step ? words.format(-Math.floor(past / step[1]), step[0]) : words.format(0, 'second');
}

/** A day and a time of day. */
export function moment(at: number | string, language: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, style).format(new Date(at));
}
