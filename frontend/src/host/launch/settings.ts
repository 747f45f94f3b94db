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
};

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
