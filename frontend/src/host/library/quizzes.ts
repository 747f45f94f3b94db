/** The library as it is on the desk now: what the server has, less what is being deleted. */
import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { problemText } from '../../ui/problem';
import { dropDraft } from '../editor/drafts';
import { TITLE_MAX } from '../editor/limits';
import { leavingThings } from '../deletions';
import { createQuiz, deleteQuiz, listQuizzes, loadQuiz } from '../server';
import { say } from '../toast';
import type { QuizSummary } from './quiz';

const stored = signal<QuizSummary[] | null>(null);
const leaving = leavingThings(deleteQuiz, id => {
  dropDraft(id);
  stored.value = stored.value?.filter(quiz => quiz.id !== id) ?? null;
});

/** Null until the server has answered once. */
export const quizzes = computed(() => stored.value?.filter(quiz => !leaving.ids.value.has(quiz.id)) ?? null);
export const problem = signal<Problem | null>(null);

export async function loadQuizzes(): Promise<void> {
  const reply = await listQuizzes();
  if (reply.ok) stored.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

export function removeQuiz(quiz: QuizSummary): void {
  leaving.leave(quiz.id, t('library.deleted', { title: quiz.title }));
}

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
  await loadQuizzes();
  say({ text: t('library.duplicated', { title }) });
}
