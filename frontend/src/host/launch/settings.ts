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
  /** Whoever joins waits until the host lets them in. */
  approval: boolean;
  /** `made`: the server draws them. */
  names: 'chosen' | 'made';
  filter: 'off' | 'medium' | 'strict';
  /** The server deals players into teams of equal size. */
  drawTeams: boolean;
  /** Scores go on from round to round; else places count. */
  carry: boolean;
  /** 0: no clock. */
  breakMs: number;
  /** How long each phase stays in a game that goes on by itself. */
  pace: Pace;
}
export interface Pace {
  slideMs: number;
  revealMs: number;
  standingsMs: number;
}
export const PACES = ['slideMs', 'revealMs', 'standingsMs'] as const satisfies (keyof Pace)[];

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
  approval: false,
  names: 'chosen',
  filter: 'medium',
  drawTeams: false,
  carry: true,
  breakMs: 0,
  pace: { slideMs: 8_000, revealMs: 8_000, standingsMs: 8_000 },
};

/** As the server takes them: a break without a clock has no length. */
export function sent({ breakMs, ...settings }: Settings): Omit<Settings, 'breakMs'> & { breakMs?: number } {
  return breakMs > 0 ? { ...settings, breakMs } : settings;
}
export const RANKS = ['shown', 'own', 'hidden'] as const;
export const FILTERS = ['off', 'medium', 'strict'] as const;

/** As they were kept by an earlier visit; what is missing or odd is as it is by default. */
export function revive(kept: unknown): Settings {
  const found = (kept && typeof kept === 'object' ? kept : {}) as Record<string, unknown>;
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (typeof found[name] === typeof value) settings[name] = found[name];
  }
  settings.pace = { ...DEFAULTS.pace, ...pace(found.pace) };
  if (typeof found.countdownMs === 'number') settings.countdownMs = found.countdownMs;
  else settings.countdownMs = 'auto';
  if (settings.scoring !== 'accuracy') settings.scoring = 'speed';
  if (!RANKS.includes(settings.ranks as Settings['ranks'])) settings.ranks = 'shown';
  if (settings.names !== 'made') settings.names = 'chosen';
  if (!FILTERS.includes(settings.filter as Settings['filter'])) settings.filter = DEFAULTS.filter;
  return settings as unknown as Settings;
}

const pace = (found: unknown): Partial<Pace> =>
  found && typeof found === 'object'
    ? Object.fromEntries(
        PACES.map(name => [name, (found as Partial<Record<string, unknown>>)[name]]).filter(
          ([, ms]) => typeof ms === 'number',
        ),
      )
    : {};

/** Team names as they are typed: one a line. */
export const teamNames = (text: string) =>
  text
    .split('\n')
    .map(name => name.trim())
    .filter(name => name !== '');

// ---- presets: three rooms, and what is usual there

export const PRESETS = {
  class: { scoring: 'accuracy', streaks: false, ranks: 'own', filter: 'strict' },
  party: { scoring: 'speed', streaks: true, ranks: 'shown' },
  conference: { scoring: 'speed', streaks: false, ranks: 'shown' },
} as const satisfies Record<string, Partial<Settings>>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

/** All settings of a room: what it does not say is as by default. */
export const settingsOf = (preset: Preset): Settings => ({ ...DEFAULTS, ...PRESETS[preset] });

/** The room that these settings are those of; none for a mix of one's own. */
export const presetOf = (settings: Settings): Preset | undefined =>
  PRESET_NAMES.find(name =>
    Object.entries(settingsOf(name)).every(([field, value]) =>
      same(settings[field as keyof Settings], value),
    ),
  );

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

// ---- launches: each quiz is launched as it was last

/** What is chosen on the page: `teams` as they are typed. */
export interface Choices {
  settings: Settings;
  look: Look;
  teams: string;
  /** How many a team has at most, as it is typed. */
  teamSize: string;
  /** What players are asked for; empty: nothing. */
  identify: string;
}

/** What is said to the server of what was typed. */
export function typedSettings({ teams, teamSize, identify }: Choices) {
  const names = teamNames(teams);
  const size = Number(teamSize);
  return {
    ...(names.length > 0 && { teams: names, ...(size >= 1 && { teamSize: Math.floor(size) }) }),
    ...(identify.trim() && { identify: { label: identify.trim() } }),
  };
}

/** Where the launches are kept in this browser. */
export const LAUNCHES = 'podium.launches';

/** The launches of so many quizzes are remembered; beyond it the one of the longest unused is as by default again. */
const REMEMBERED = 100;
export const USUAL: Look = { theme: 'hall' };

/** How a quiz was launched last, from what `remember` wrote; as by default for all else. */
export function choicesOf(kept: string | null, quiz: string): Choices {
  const found = launches(kept).find(([id]) => id === quiz)?.[1];
  const look = found?.look as Look | undefined;
  return {
    settings: revive(found?.settings),
    look: look && look.theme in THEMES ? look : USUAL,
    teams: text(found?.teams),
    teamSize: text(found?.teamSize),
    identify: text(found?.identify),
  };
}

/** What to keep, the quiz launched last first. */
export function remember(kept: string | null, quiz: string, choices: Choices): string {
  const others = launches(kept).filter(([id]) => id !== quiz);
  return JSON.stringify([[quiz, choices], ...others].slice(0, REMEMBERED));
}

const text = (found: unknown) => (typeof found === 'string' ? found : '');

type Found = Partial<Record<keyof Choices, unknown>>;

function launches(kept: string | null): [string, Found][] {
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
