import { signal } from '@preact/signals-core';
import type { PlayState } from '../protocol';
import type { Session } from './session';

/** The team that the last lobby told of: it may have been dealt anew since the welcome. */
const drawn = signal<string | undefined>(undefined);

export function followTeam(state: PlayState | null): void {
  if (state?.phase === 'lobby') drawn.value = state.team;
}

/** The team one is in, where there are any. */
export const teamOf = (session: Session) => drawn.value ?? session.seat.value?.team;
