import { signal } from '@preact/signals';
import type { Folder, QuizSummary } from './quiz';

/** What is being asked beside the list. */
export type Asking =
  | { what: 'export'; quiz: QuizSummary }
  | { what: 'move' | 'tag'; quizzes: QuizSummary[] }
  | { what: 'share'; quiz: QuizSummary }
  /** Without a folder, a new one is made; it lies in `parent`. */
  | { what: 'folder'; folder?: Folder; parent?: string };

export const asking = signal<Asking | null>(null);
export const ask = (what: Asking) => {
  asking.value = what;
};
