import type { Result } from '../api';
import { stepMs } from '../transport/backoff';

/** What asking again would not change. */
const FINAL: ReadonlySet<number> = new Set([400, 401, 403, 404]);

/**
 * Asks until there is an answer, in the steps in which a connection is tried again, and at once when the network comes
 * back. The last reply, good or final, is told to `done`, unless the returned function was called before.
 */
export function insist<T>(ask: () => Promise<Result<T>>, done: (reply: Result<T>) => void): () => void {
  let over = false;
  let tries = 0;
  let asking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt(): Promise<void> {
    if (asking) return;
    clearTimeout(timer);
    asking = true;
    const reply = await ask();
    asking = false;
    if (over) return;
    if (!reply.ok && !FINAL.has(reply.problem.status)) {
      timer = setTimeout(attempt, reply.problem.retryAfterMs ?? stepMs(tries++, Math.random()));
      return;
    }
    stop();
    done(reply);
  }
  function stop(): void {
    over = true;
    clearTimeout(timer);
    removeEventListener('online', attempt);
  }
  addEventListener('online', attempt);
  void attempt();
  return stop;
}
