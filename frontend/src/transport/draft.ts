/** What stands in a pad and was not sent: kept over a reload, until the question is answered or another one is touched. */
import type { Answer } from '../protocol';
import type { Store } from './types';

const NAME = 'podium.draft';

interface Kept {
  ticket: string;
  question: number;
  answer: Answer;
}

export interface Draft {
  get(ticket: string, question: number): Answer | undefined;
  /** Null: there is nothing in the pad any more. */
  set(ticket: string, question: number, answer: Answer | null): void;
}

export function createDraft(store: Store): Draft {
  const kept = (): Kept | null => {
    try {
      return JSON.parse(store.get(NAME) ?? 'null');
    } catch {
      return null;
    }
  };
  return {
    get(ticket, question) {
      const draft = kept();
      return draft?.ticket === ticket && draft.question === question ? draft.answer : undefined;
    },
    set(ticket, question, answer) {
      if (answer) store.set(NAME, JSON.stringify({ ticket, question, answer } satisfies Kept));
      else store.remove(NAME);
    },
  };
}
