/** What the end of a socket leads to. Pure: the close code, the `bye` before it and the failures so far decide. */
import { type Attempts, plan } from './backoff';
import { judge } from './policy';
import { LOST } from './socket';
import type { StopReason } from './types';

/** A close frame without a code. */
const NO_STATUS = 1005;

export interface Ending {
  code: number;
  /** Nothing was heard any more: nobody failed, and there is no reason to wait. */
  silent: boolean;
  /** What the server said before it closed. */
  bye: { code?: number; reconnectInMs?: number };
  /** How long the socket was open; 0 when it never was. */
  livedMs: number;
}
export type Next =
  | { name: 'stop'; code: number; reason: StopReason }
  | { name: 'give-up'; attempts: Attempts }
  | { name: 'at-once'; attempts: Attempts }
  | { name: 'wait'; attempts: Attempts; delayMs: number };

/** `random` is 0 ≤ x < 1; a `persistent` connection never gives up. */
export function after(
  { code: heard, silent, bye, livedMs }: Ending,
  before: Attempts,
  random: number,
  persistent: boolean,
): Next {
  const unnamed = heard === LOST || heard === NO_STATUS;
  const code = unnamed ? (bye.code ?? heard) : heard;
  const verdict = judge(code);
  if (!verdict.retry) return { name: 'stop', code, reason: verdict.reason };
  const failure = verdict.failure && !silent;
  const loss = { livedMs, failure, reconnectInMs: bye.reconnectInMs };
  const { attempts, delayMs } = plan(before, loss, random, persistent);
  if (delayMs === null) return { name: 'give-up', attempts };
  return silent ? { name: 'at-once', attempts } : { name: 'wait', attempts, delayMs };
}
