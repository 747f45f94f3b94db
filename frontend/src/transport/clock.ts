import type { Env, ServerClock } from './types';

/** Of so many round trips the fastest tells the time. */
const KEPT = 8;
/** Two readings of one clock differ by this much at most, beyond what their round trips explain. */
const SLACK_MS = 50;

interface Sample {
  /** Server time minus monotonic time, right to within half of `rttMs`. */
  offset: number;
  rttMs: number;
}

export interface Clock extends ServerClock {
  /** A reading the server took between the two monotonic times. */
  sample(sentAt: number, receivedAt: number, serverTime: number): void;
  /** A reading with no known beginning: the server's time is at least this now. */
  notBefore(serverTime: number): void;
  /** How many readings with a round trip there are. */
  readonly samples: number;
}

/**
 * The database's time on the monotonic clock. A laptop's monotonic clock may stand still while it sleeps; readings
 * that contradict a newer one are therefore forgotten, not averaged.
 */
export function createClock(env: Env): Clock {
  let kept: Sample[] = [];

  const best = () => kept.reduce<Sample | undefined>((a, b) => (a && a.rttMs <= b.rttMs ? a : b), undefined);
  const now = () => env.now() + (best()?.offset ?? Number.NaN);
  const listeners = new Set<() => void>();
  const keep = (samples: Sample[]) => {
    const before = best()?.offset;
    kept = samples;
    if (best()?.offset !== before) for (const hear of listeners) hear();
  };

  return {
    get samples() {
      return kept.filter(sample => Number.isFinite(sample.rttMs)).length;
    },
    sample(sentAt, receivedAt, serverTime) {
      const rttMs = Math.max(0, receivedAt - sentAt);
      const fresh = { offset: serverTime - (sentAt + receivedAt) / 2, rttMs };
      keep([...kept.filter(old => agree(old, fresh)), fresh].slice(-KEPT));
    },
    notBefore(serverTime) {
      const least = serverTime - env.now();
      const known = best();
      if (known && known.offset + known.rttMs / 2 + SLACK_MS >= least) return;
      keep([{ offset: least, rttMs: Number.POSITIVE_INFINITY }]);
    },
    now,
    until(at) {
      const left = at - now();
      return Number.isNaN(left) ? 0 : left;
    },
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function agree(a: Sample, b: Sample): boolean {
  return Math.abs(a.offset - b.offset) <= (a.rttMs + b.rttMs) / 2 + SLACK_MS;
}
