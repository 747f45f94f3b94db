import type { ConnectionState, Hint } from './types';

/** What happens to a connection: hints from the page, and its own events. */
export type Event = Hint | 'revive' | 'opened' | 'lost' | 'due';

/**
 * connect: ask for a socket · afresh: the same, with all failures forgotten · greet: say the first frame ·
 * judge: what the loss means · check: is it still alive? · forgive: forget the failures so far ·
 * await: the same, and allow the attempt its whole time · rest: no timers while hidden · sleep: no retries while hidden
 */
export type Action =
  | 'connect'
  | 'afresh'
  | 'greet'
  | 'judge'
  | 'check'
  | 'forgive'
  | 'await'
  | 'rest'
  | 'sleep';

/** Everything a connection does. What is not here has no effect: no second socket while one is being opened. */
export const TABLE: Record<ConnectionState['name'], Partial<Record<Event, Action>>> = {
  idle: { revive: 'afresh' },
  connecting: {
    opened: 'greet',
    lost: 'judge',
    visible: 'await',
    online: 'forgive',
    tap: 'forgive',
    revive: 'forgive',
    hidden: 'rest',
  },
  open: {
    lost: 'judge',
    visible: 'check',
    online: 'check',
    offline: 'check',
    revive: 'check',
    hidden: 'rest',
  },
  waiting: { due: 'connect', visible: 'afresh', online: 'afresh', revive: 'afresh', hidden: 'sleep' },
  'given-up': { visible: 'afresh', online: 'afresh', tap: 'afresh', revive: 'afresh' },
  stopped: { revive: 'afresh' },
};
