/** Questions on their way from one quiz to another, in this browser. As text they are the list that can be pasted anywhere. */
import { signal } from '@preact/signals';
import { keep, kept } from '../../ui/storage';
import { copyText } from '../copy';
import type { QuizQuestion } from '../library/quiz';
import { fromQuiz, toQuiz } from './model';

interface Copied {
  text: string;
  questions: QuizQuestion[];
}
const STORED = 'podium.copied';

function read(): Copied | null {
  try {
    const found = JSON.parse(kept(STORED) ?? 'null') as Copied | null;
    return found && Array.isArray(found.questions) ? found : null;
  } catch {
    return null;
  }
}

/** What was copied last, here or in another window. */
export const copied = signal<Copied | null>(null);

/** Follows what other windows copy, until the returned function is called. */
export function followCopied(): () => void {
  copied.value = read();
  const onStorage = ({ key }: StorageEvent) => {
    if (key === STORED) copied.value = read();
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

/** Whole questions, to be pasted into this quiz or another; false where this browser has no room for them. */
export function copyQuestions(questions: readonly QuizQuestion[]): boolean {
  const draft = fromQuiz({ title: '', questions: [...questions] });
  const mine = { text: listOf(questions), questions: toQuiz(draft).questions };
  if (!keep(STORED, JSON.stringify(mine))) return false;
  copied.value = mine;
  void copyText(mine.text);
  return true;
}

/** A question, its answers with a star before the right ones, an empty line. */
function listOf(questions: readonly QuizQuestion[]): string {
  const lines = (question: QuizQuestion): string[] => {
    if ('choices' in question)
      return question.choices
        .filter(({ text }) => text)
        .map(({ text, correct }) => (correct ? `*${text}` : text));
    return 'accept' in question ? question.accept.filter(Boolean).map(word => `*${word}`) : [];
  };
  return questions
    .map(question => [question.text, ...lines(question)].map(line => line.replace(/\n/g, ' ')).join('\n'))
    .join('\n\n');
}
