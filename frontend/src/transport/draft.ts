/** What stands in a pad and was not sent: kept over a reload, until the question is answered or another one is touched. */
import type { Answer } from '../protocol';
import { readList, writeList } from './store';
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
  return {
    get: (ticket, question) =>
      readList<Kept>(store, NAME).find(kept => kept.ticket === ticket && kept.question === question)?.answer,
    set: (ticket, question, answer) => writeList(store, NAME, answer ? [{ ticket, question, answer }] : []),
  };
}
