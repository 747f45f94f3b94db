import type { Cancel, Env } from './page';

/** What one waits for silence before asking, and how long the answer may take. */
interface Patience {
  quietMs: number;
  graceMs: number;
}
const GRACE_MS = 5_000;
/** While an answer is on its way, nobody waits a whole interval to learn that the line is dead. */
const URGENT: Patience = { quietMs: 2_500, graceMs: 2_500 };

export interface Heartbeat {
  /** From now on, silence of `intervalMs` is asked about. */
  start(intervalMs: number): void;
  stop(): void;
  /** Any frame is a sign of life. */
  heard(): void;
  /** Something waits for an acknowledgement (or no longer). */
  hurry(urgent: boolean): void;
  /** Ask now: the page came back, or the network changed. */
  check(): void;
}

/** Tells a silent connection from a quiet one: asks by `ping`, and calls `dead` when nothing comes back. */
export function createHeartbeat(env: Env, ping: () => void, dead: () => void): Heartbeat {
  let calm: Patience | null = null;
  let urgent = false;
  let asked = false;
  let cancel: Cancel = () => {};

  const patience = () => (urgent ? URGENT : calm!);
  const wait = (ms: number, run: () => void) => {
    cancel();
    cancel = env.after(ms, run);
  };
  const listen = () => {
    asked = false;
    wait(patience().quietMs, () => ask(patience().graceMs));
  };
  const ask = (graceMs: number) => {
    asked = true;
    wait(graceMs, dead);
    ping();
  };

  return {
    start(intervalMs) {
      calm = { quietMs: intervalMs, graceMs: GRACE_MS };
      listen();
    },
    stop() {
      cancel();
      calm = null;
    },
    heard() {
      if (calm) listen();
    },
    hurry(now) {
      if (urgent === now) return;
      urgent = now;
      // A question already on its way has its answer due soon enough.
      if (calm && !asked) listen();
    },
    check() {
      if (calm) ask(URGENT.graceMs);
    },
  };
}
