import { signal } from '@preact/signals';
import type { Result } from '../api';
import { t } from '../i18n';
import { problemText } from '../ui/problem';
import { say, TOAST_MS } from './toast';

/**
 * What is being deleted: off the page at once, for good once the way back has gone, or the page is left.
 * `remove` deletes on the server, also while the page goes away; `gone` hears that it has.
 */
export function leavingThings(
  remove: (id: string, keepalive: boolean) => Promise<Result<void>>,
  gone: (id: string) => void,
) {
  const ids = signal<ReadonlySet<string>>(new Set());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  function stay(id: string): void {
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
    stay(id);
  }

  addEventListener('pagehide', () => {
    for (const id of timers.keys()) void remove(id, true);
    timers.clear();
  });

  return {
    ids,
    /** Says `text`, with the way back beside it. */
    leave(id: string, text: string): void {
      ids.value = new Set(ids.value).add(id);
      timers.set(
        id,
        setTimeout(() => forGood(id), TOAST_MS),
      );
      say({ text, action: { text: t('undo'), run: () => stay(id) } });
    },
  };
}
