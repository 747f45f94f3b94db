/** How loud this window is. Nothing sounds until somebody has asked for it here; what makes the sound comes then. */
import { signal } from '@preact/signals';
import { keep, kept } from '../ui/storage';
import type { Cue } from './sound';

const STORED = 'podium.volume';

/** 0 to 1; 0 is silent. */
export const volume = signal(clamp(Number(kept(STORED) ?? 0)));
/** The browser lets nothing sound before somebody has touched the page. */
export const refused = signal(false);

/** What is heard grows with the square of what is set. */
export const loudness = () => volume.value ** 2;

export function setVolume(next: number): void {
  volume.value = clamp(next);
  keep(STORED, String(volume.value));
}

/** Never rejects: a cue that cannot sound is no fault of the game. */
export async function play(cue: Cue): Promise<void> {
  if (volume.value === 0) return;
  try {
    const { sound } = await import('./sound');
    refused.value = !(await sound(cue, loudness()));
  } catch {
    // The script did not come: the next cue asks again.
  }
}

/** Asks for nothing to be heard, but for leave to. To be called while somebody touches the page. */
export async function unlock(): Promise<void> {
  if (volume.value === 0) return;
  const { awaken } = await import('./sound').catch(() => ({ awaken: async () => true }));
  refused.value = !(await awaken());
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
