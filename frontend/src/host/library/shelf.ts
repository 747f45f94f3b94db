/** The library as it is on the desk now: what the server has, less what is being deleted. */
import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { problemText } from '../../ui/problem';
import { dropDraft } from '../editor/drafts';
import { TITLE_MAX } from '../editor/limits';
import { createQuiz, deleteQuiz, listQuizzes, loadQuiz } from '../server';
import { say, TOAST_MS } from '../toast';
import type { QuizSummary } from './quiz';

const stored = signal<QuizSummary[] | null>(null);
const leaving = signal<ReadonlySet<string>>(new Set());

/** Null until the server has answered once. */
export const quizzes = computed(() => stored.value?.filter(quiz => !leaving.value.has(quiz.id)) ?? null);
export const problem = signal<Problem | null>(null);

export async function loadShelf(): Promise<void> {
  const reply = await listQuizzes();
  if (reply.ok) stored.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

/** Deletes once the way back has gone, or the page is left. */
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export function removeQuiz(quiz: QuizSummary): void {
  leaving.value = new Set(leaving.value).add(quiz.id);
  timers.set(
    quiz.id,
    setTimeout(() => forGood(quiz.id), TOAST_MS),
  );
  say({
    text: t('library.deleted', { title: quiz.title }),
    action: { text: t('undo'), run: () => putBack(quiz.id) },
  });
}

function putBack(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  const rest = new Set(leaving.value);
  rest.delete(id);
  leaving.value = rest;
}

async function forGood(id: string): Promise<void> {
  timers.delete(id);
  const reply = await deleteQuiz(id);
  if (reply.ok || reply.problem.status === 404) {
    dropDraft(id);
    stored.value = stored.value?.filter(quiz => quiz.id !== id) ?? null;
  } else {
    say({ text: problemText(reply.problem) });
  }
  putBack(id);
}

addEventListener('pagehide', () => {
  for (const id of timers.keys()) void deleteQuiz(id, true);
  timers.clear();
});

export async function duplicateQuiz(id: string): Promise<void> {
  const found = await loadQuiz(id);
  if (!found.ok) return say({ text: problemText(found.problem) });
  const { title, description, language, questions } = found.value;
  const copy = {
    title: t('library.copyOf', { title }).slice(0, TITLE_MAX),
    ...(description ? { description } : {}),
    ...(language ? { language } : {}),
    questions,
  };
  const reply = await createQuiz(copy);
  if (!reply.ok) return say({ text: problemText(reply.problem) });
  await loadShelf();
  say({ text: t('library.duplicated', { title }) });
}
