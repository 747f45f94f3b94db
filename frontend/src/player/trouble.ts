import type { ConnectionState } from '../transport/types';

/** What there is to say about the connection. `kept`: an answer waits on this phone. */
export type Trouble =
  | { name: 'offline' | 'connecting' | 'given-up'; kept: boolean }
  | { name: 'retry'; seconds: number; kept: boolean };

/** Null when all is well, or when a view of its own says why nothing is tried any more. */
export function troubleOf(
  link: ConnectionState,
  kept: boolean,
  seated: boolean,
  now: number,
): Trouble | null {
  switch (link.name) {
    case 'given-up':
      return { name: 'given-up', kept };
    case 'waiting': {
      const seconds = link.retryAt === null ? 0 : Math.ceil((link.retryAt - now) / 1000);
      return seconds > 0 ? { name: 'retry', seconds, kept } : { name: 'offline', kept };
    }
    case 'connecting':
      return seated ? { name: 'connecting', kept } : null;
    case 'open':
      return link.welcomed || !seated ? null : { name: 'connecting', kept };
    default:
      return null;
  }
}
