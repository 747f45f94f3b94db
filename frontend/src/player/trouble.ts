import type { ConnectionState } from '../transport/types';

/** What there is to say about the connection. */
export type Trouble =
  | { name: 'offline' | 'connecting' | 'given-up' | 'blocked' }
  | { name: 'retry'; seconds: number };

/**
 * Null when all is well, or when a view of its own says why nothing is tried any more. `seated`: the player was in
 * already, so that connecting is connecting again. `now` is monotonic.
 */
export function troubleOf(link: ConnectionState, seated: boolean, now: number): Trouble | null {
  switch (link.name) {
    case 'given-up':
      return { name: 'given-up' };
    case 'waiting': {
      const seconds = link.retryAt === null ? 0 : Math.ceil((link.retryAt - now) / 1000);
      return seconds > 0 ? { name: 'retry', seconds } : { name: 'offline' };
    }
    case 'connecting':
      return seated ? { name: 'connecting' } : null;
    case 'open':
      return link.welcomed || !seated ? null : { name: 'connecting' };
    default:
      return null;
  }
}
