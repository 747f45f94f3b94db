/** The library as the page shows it: what the server has of it, page by page, less what is being deleted. */
import { computed } from '@preact/signals';
import { t } from '../../i18n';
import { problemText } from '../../ui/problem';
import { pendingDeletions } from '../deletions';
import { removeDraft } from '../editor/drafts';
import { copyQuiz, deleteQuiz } from '../server';
import { say } from '../toast';
import { loadPlaces } from './folders';
import { quizPages } from './pages';
import type { QuizSummary } from './quiz';

const pages = quizPages();
export const { problem, load: loadQuizzes, reach, drop } = pages;
const deletions = pendingDeletions(deleteQuiz, id => {
  removeDraft(id);
  drop([id]);
  void loadPlaces();
});

/** Null until the server has answered once for what is asked now. */
export const quizzes = computed(() => {
  const now = pages.loaded.value;
  if (!now) return null;
  const items = now.items.filter(quiz => !deletions.ids.value.has(quiz.id));
  return { wish: now.wish, items, total: now.total - (now.items.length - items.length) };
});

export function removeQuiz({ id, title }: QuizSummary): void {
  deletions.start(id, t('library.deleted', { title }), () =>
    requestAnimationFrame(() => document.getElementById(`quiz-${id}`)?.focus()),
  );
}

/** Also one that others share. */
export async function duplicateQuiz({ id, title }: QuizSummary): Promise<void> {
  const reply = await copyQuiz(id);
  if (!reply.ok) return say({ text: problemText(reply.problem) });
  await Promise.all([loadQuizzes(), loadPlaces()]);
  say({ text: t('library.duplicated', { title }) });
}
