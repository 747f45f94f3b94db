/** All that comes after joining: fetched when somebody is about to take a seat. */
import { addWords } from '../i18n';
import { browserEnv, socketUrl } from '../transport/env';
import { createPlay } from '../transport/play';
import { createSession, type Session } from './session';
import { forgetPaints } from './time';

export { Player } from './Player';

/** A link of its own to the server, not yet connected. */
export async function openSession(): Promise<Session> {
  await addWords('player');
  forgetPaints();
  return createSession(events => createPlay({ url: socketUrl('/ws/play'), env: browserEnv(), events }));
}
