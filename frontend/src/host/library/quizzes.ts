/** The library as the page shows it: what the server has, less what is being deleted. */
import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { uuid } from '../../transport/env';
import { problemText } from '../../ui/problem';
import { pendingDeletions } from '../deletions';
import { removeDraft } from '../editor/drafts';
import { TITLE_MAX } from '../editor/limits';
import { createQuiz, deleteQuiz, listQuizzes, loadQuiz } from '../server';
import { say } from '../toast';
import type { QuizSummary } from './quiz';

const loaded = signal<QuizSummary[] | null>(null);
const deletions = pendingDeletions(deleteQuiz, id => {
  removeDraft(id);
  loaded.value = loaded.value?.filter(quiz => quiz.id !== id) ?? null;
});

/** Null until the server has answered once. */
export const quizzes = computed(
  () => loaded.value?.filter(quiz => !deletions.ids.value.has(quiz.id)) ?? null,
);
export const problem = signal<Problem | null>(null);

export async function loadQuizzes(): Promise<void> {
  const reply = await listQuizzes();
  if (reply.ok) loaded.value = reply.value;
  problem.value = reply.ok ? null : reply.problem;
}

export function removeQuiz({ id, title }: QuizSummary): void {
  deletions.start(id, t('library.deleted', { title }), () =>
    requestAnimationFrame(() => document.getElementById(`quiz-${id}`)?.focus()),
  );
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
  const reply = await createQuiz(uuid(), copy);
  if (!reply.ok) return say({ text: problemText(reply.problem) });
  await loadQuizzes();
  say({ text: t('library.duplicated', { title }) });
}
