import { batch, signal } from '@preact/signals';
import { addWords, loadWords } from '../i18n';
import english from '../i18n/en/check.json';
import type { Session } from '../player/session';
import type { Answer, PlayState, Seat } from '../protocol';
import type { Play, Receipt } from '../transport/types';
import type { PhoneShown } from './messages';
import { follow, frameClock, tell } from './parent';
import '../ui/base.css';

type Told = PlayState & { score?: number; mine?: { score?: number } };

/**
 * A seat whose answers go to the editor, and to nobody else. It is not made by the phone's own `createSession`: what the way in is
 * made of belongs into one file, for phones on slow lines.
 */
function seated({ run, at, nickname }: PhoneShown): Session & { show(state: PlayState): void } {
  const state = signal<PlayState | null>(null);
  const score = signal<number | null>(null);
  const given = signal<Record<number, Answer>>({});
  const receipts = signal<Record<number, Receipt>>({});
  const drafts = new Map<number, Answer>();
  const play: Play = {
    clock: frameClock(at),
    lasting: true,
    opened: true,
    ticket: undefined,
    join: () => {},
    resume: () => false,
    answer: () => false,
    draft: question => drafts.get(question),
    keepDraft: (question, answer) => {
      if (answer) drafts.set(question, answer);
      else drafts.delete(question);
    },
    pending: () => undefined,
    leave: () => {},
    revive: () => {},
    close: () => {},
  };
  return {
    play,
    link: signal({ name: 'open', welcomed: true } as const),
    blocked: signal(false),
    seat: signal<Seat>({ id: `${run}`, nickname }),
    state,
    players: signal(1),
    score,
    given,
    receipts,
    joinedDuring: signal(-1),
    attempt: signal({ name: 'idle' } as const),
    join: () => {},
    resume: () => false,
    answer(question, answer, elapsedMs, bell = false) {
      if (given.peek()[question]) return false;
      batch(() => {
        given.value = { ...given.peek(), [question]: answer };
        receipts.value = { ...receipts.peek(), [question]: { status: 'saved', ...(bell && { bell }) } };
      });
      tell({ type: 'answer', question, answer, elapsedMs });
      return true;
    },
    show(next: Told) {
      batch(() => {
        score.value = next.score ?? next.mine?.score ?? score.peek();
        state.value = next;
      });
    },
  };
}

// Those of any page have what all pages say; what the phone says comes after them.
await loadWords('check', english);
const [{ showGame }] = await Promise.all([import('../player'), addWords('player')]);

let playing: { run: number; at: number | undefined; session: ReturnType<typeof seated> } | null = null;
let end = () => {};
follow<PhoneShown>(next => {
  if (playing?.run !== next.run || playing.at !== next.at) {
    end();
    playing = { run: next.run, at: next.at, session: seated(next) };
    playing.session.show(next.state);
    end = showGame(playing.session, document.getElementById('app')!, () => tell({ type: 'exit' }));
  } else playing.session.show(next.state);
});
