import type { Look } from '../../protocol';
import { THEMES } from '../../ui/themes';
import { legible } from '../../ui/themes/contrast';

/** What a host chooses for one game. */
export interface Settings {
  scoring: 'speed' | 'accuracy';
  partialCredit: boolean;
  streaks: boolean;
  /** `auto`: as long as the question takes to read. */
  countdownMs: number | 'auto';
  lateJoin: boolean;
  teams?: string[];
  automatic: boolean;
  shuffleChoices: boolean;
  /** Phones show the texts of questions and answers, not only shapes and places. */
  phoneText: boolean;
  ranks: 'shown' | 'own' | 'hidden';
  facts: boolean;
}

export const DEFAULTS: Settings = {
  scoring: 'speed',
  partialCredit: true,
  streaks: true,
  countdownMs: 'auto',
  lateJoin: true,
  automatic: false,
  shuffleChoices: false,
  phoneText: true,
  ranks: 'shown',
  facts: true,
};
export const RANKS = ['shown', 'own', 'hidden'] as const;

/** As it was kept by an earlier visit; what is missing or odd is as it is by default. */
export function revive(kept: string | null): Settings {
  try {
    const found = JSON.parse(kept ?? '{}') as Record<string, unknown>;
    const settings: Record<string, unknown> = { ...DEFAULTS };
    for (const [name, value] of Object.entries(DEFAULTS)) {
      if (typeof found[name] === typeof value) settings[name] = found[name];
    }
    if (typeof found.countdownMs === 'number') settings.countdownMs = found.countdownMs;
    if (settings.countdownMs !== 'auto' && typeof settings.countdownMs !== 'number')
      settings.countdownMs = DEFAULTS.countdownMs;
    if (typeof settings.countdownMs === 'string') settings.countdownMs = 'auto';
    if (settings.scoring !== 'accuracy') settings.scoring = 'speed';
    if (!RANKS.includes(settings.ranks as Settings['ranks'])) settings.ranks = 'shown';
    return settings as unknown as Settings;
  } catch {
    return DEFAULTS;
  }
}

/** Team names as they are typed: one a line. */
export const teamNames = (text: string) =>
  text
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '');

// ---- looks: each quiz has the one it was launched with last

/** The looks of so many quizzes are remembered; beyond it the one of the longest unused is the usual one again. */
const REMEMBERED = 100;
export const USUAL: Look = { theme: 'hall' };

/** The look a quiz was launched with, from what `remember` wrote; the usual one for all else. */
export function lookOf(kept: string | null, quiz: string): Look {
  const look = looks(kept).find(([id]) => id === quiz)?.[1];
  return look && look.theme in THEMES ? look : USUAL;
}

/** What to keep, the look launched last first. */
export function remember(kept: string | null, quiz: string, look: Look): string {
  const others = looks(kept).filter(([id]) => id !== quiz);
  return JSON.stringify([[quiz, look], ...others].slice(0, REMEMBERED));
}

function looks(kept: string | null): [string, Look][] {
  try {
    const found: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(found) ? found.filter(entry => Array.isArray(entry) && entry[1]) : [];
  } catch {
    return [];
  }
}

export type LookMistake = 'accent' | 'logo';

/** What of a look the server would refuse. */
export function lookMistakes({ theme, accent, logo }: Look): LookMistake[] {
  const mistakes: LookMistake[] = [];
  if (accent && !legible(accent, THEMES[theme].grounds)) mistakes.push('accent');
  if (logo && !/^(https:\/\/|\/media\/)[^\s"<>\\]+$/.test(logo)) mistakes.push('logo');
  return mistakes;
}
