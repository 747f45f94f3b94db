import { signal } from '@preact/signals';
import type { Result } from '../api';
import { t } from '../i18n';
import { problemText } from '../ui/problem';
import { say, TOAST_MS } from './toast';

/**
 * What is being deleted: off the page at once, for good once the way back has gone, or the page is left. Each has a way
 * back of its own. `remove` deletes on the server, also while the page goes away; `gone` hears that it has.
 */
export function pendingDeletions(
  remove: (id: string, keepalive: boolean) => Promise<Result<void>>,
  gone: (id: string) => void,
) {
  const ids = signal<ReadonlySet<string>>(new Set());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function cancel(id: string): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const rest = new Set(ids.value);
    rest.delete(id);
    ids.value = rest;
  }

  async function forGood(id: string): Promise<void> {
    timers.delete(id);
    const reply = await remove(id, false);
    if (reply.ok || reply.problem.status === 404) gone(id);
    else say({ text: problemText(reply.problem) });
    cancel(id);
  }

  addEventListener('pagehide', () => {
    for (const id of timers.keys()) void remove(id, true);
    timers.clear();
  });

  return {
    ids,
    /** Says `text`, with the way back beside it; `undone` hears when it was taken. */
    start(id: string, text: string, undone = () => {}): void {
      ids.value = new Set(ids.value).add(id);
      timers.set(
        id,
        setTimeout(() => forGood(id), TOAST_MS),
      );
      const run = () => {
        cancel(id);
        undone();
      };
      say({ text, action: { text: t('undo'), run } });
    },
  };
}
