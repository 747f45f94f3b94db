import type { Env } from './page';
import { openSocket } from './socket';

/** Longer than any network that lets a socket through needs. */
const PATIENCE_MS = 10_000;

/** Whether a socket to `url` opens and is answered on: some networks refuse it, some let it hang, some carry nothing over it. */
export function passes(env: Env, url: string): Promise<boolean> {
  return new Promise(tell => {
    const line = openSocket(env, url, {
      opened: () => line.send({ type: 'ping', t: 0 }),
      heard: () => end(true),
      lost: () => end(false),
    });
    const cancel = env.after(PATIENCE_MS, () => end(false));
    const end = (passed: boolean) => {
      cancel();
      line.drop();
      tell(passed);
    };
  });
}
