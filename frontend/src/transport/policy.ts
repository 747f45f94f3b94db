import type { StopReason } from './types';

/** What a close code means to a client. */
export type Verdict = { retry: true; failure: boolean } | { retry: false; reason: StopReason };

const RETRY: Verdict = { retry: true, failure: true };
/** The server asked us to come back: that is its way of restarting, not trouble. */
const INVITED: Verdict = { retry: true, failure: false };

const STOPS: Readonly<Record<number, StopReason>> = {
  4500: 'protocol',
  4501: 'over',
  4502: 'removed',
  4503: 'elsewhere',
  4504: 'old',
  4505: 'ticket',
  4506: 'no-game',
  4507: 'locked',
  4508: 'tries',
  1002: 'refused',
  1003: 'refused',
  1007: 'refused',
  1008: 'refused',
  1009: 'refused',
  1010: 'refused',
};

/** The range is the policy: 4500–4999 stop, also those this client does not know yet; all else is tried again. */
export function judge(code: number): Verdict {
  if (code === 4001) return INVITED;
  const reason = STOPS[code] ?? (code >= 4500 && code <= 4999 ? 'refused' : undefined);
  return reason ? { retry: false, reason } : RETRY;
}

/** Errors about a frame; any other one, as long as there is no seat, says why there is none. */
export const FRAME_ERRORS: readonly string[] = ['malformed', 'unknown-type', 'unexpected', 'slow-down'];

/** After these the ticket opens no door any more, and what it kept cannot be delivered. */
export const SEAT_LOST: readonly StopReason[] = ['over', 'removed', 'ticket'];
