import { effect } from '@preact/signals';
import { openCockpit } from '../cockpit/link';

const PATIENCE_MS = 15_000;

/** Ends a game from afar: false when it could not be reached, or would not end. */
export default function endGame(id: string): Promise<boolean> {
  return new Promise(resolve => {
    const link = openCockpit(id, { onRefused: reason => finish(reason === 'finished') });
    const timer = setTimeout(() => finish(false), PATIENCE_MS);
    const stop = effect(() => {
      const state = link.state.value;
      if (link.connection.value.name === 'stopped') finish(false);
      else if (state?.phase === 'finished') finish(true);
      // Again where the game had just moved on.
      else if (state && !link.busy.value.has('end')) link.steer('end');
    });
    function finish(ended: boolean): void {
      clearTimeout(timer);
      // Not within the effect that is running.
      queueMicrotask(() => {
        stop();
        link.close();
        resolve(ended);
      });
    }
  });
}
