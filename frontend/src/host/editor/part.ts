import { fieldText } from '../errors';
import type { QuizQuestion } from '../library/quiz';
import type { Editing } from './editing';
import { uploadTo } from './media/useFiles';
import type { Entry } from './model';

/** What every part of the editor of one question works with. */
export interface PartOf<Q extends QuizQuestion = QuizQuestion> {
  /** Of the question, wherever it is moved. */
  key: string;
  question: Q;
  /** Changes the question; `touched` is the field, whose mistake is forgotten. */
  change: (part: Partial<Q>, touched: string) => void;
  /** Brings a file to its `media`, or to the answer of that number. */
  upload: (target: string, file: File) => void;
  /** What is wrong with a field, in words. */
  wrong: (field: string) => string | undefined;
}

export function partOf(editing: Editing, { key, question }: Entry): PartOf {
  return {
    key,
    question,
    change: (part, touched) => editing.changeQuestion(key, { ...question, ...part } as QuizQuestion, touched),
    upload: (target, file) => uploadTo(editing, key, target, file),
    wrong: field => {
      const code = editing.mistakes.value.get(`${key} ${field}`);
      if (!code) return undefined;
      return fieldText({ code });
    },
  };
}
