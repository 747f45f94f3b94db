/** The library as the page shows it: what the server has of it, page by page, less what is being deleted. */
import { computed, signal } from '@preact/signals';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import { problemText } from '../../ui/problem';
import { pendingDeletions } from '../deletions';
import { removeDraft } from '../editor/drafts';
import { copyQuiz, deleteQuiz, pageQuizzes } from '../server';
import { say } from '../toast';
import { loadPlaces } from './folders';
import type { QuizSummary } from './quiz';
import type { Wish } from './wish';

/** So many are fetched at once: more than any window shows. */
const PAGE = 60;
/** What the server gives at most. */
const LARGEST = 200;

interface Loaded {
  wish: Wish;
  items: QuizSummary[];
  next: string | null;
  /** Of all pages. */
  total: number;
}
const loaded = signal<Loaded | null>(null);
const deletions = pendingDeletions(deleteQuiz, id => {
  removeDraft(id);
  drop([id]);
  void loadPlaces();
});

/** Null until the server has answered once for what is asked now. */
export const quizzes = computed(() => {
  const now = loaded.value;
  if (!now) return null;
  const items = now.items.filter(quiz => !deletions.ids.value.has(quiz.id));
  return { wish: now.wish, items, total: now.total - (now.items.length - items.length) };
});
export const problem = signal<Problem | null>(null);

let asked: Wish = { view: 'all', search: '', sort: 'changed' };
/** Answers to what is no longer asked are not looked at. */
let turn = 0;
let fetching = false;

/** Asks for what is wished, and shows it once it is there; for the same again, as much as is shown. */
export async function loadQuizzes(wish: Wish = asked): Promise<void> {
  asked = wish;
  const mine = ++turn;
  const shown = loaded.peek()?.wish === wish ? loaded.peek()!.items.length : 0;
  const reply = await pageQuizzes(wish, Math.min(LARGEST, Math.max(PAGE, shown)));
  if (mine !== turn) return;
  fetching = false;
  problem.value = reply.ok ? null : reply.problem;
  if (!reply.ok) return;
  const { items, next, total } = reply.value;
  loaded.value = { wish, items, next: next ?? null, total: total ?? items.length };
}

/** Fetches the next page when what is there does not reach that far. */
export async function reach(end: number): Promise<void> {
  const now = loaded.peek();
  if (fetching || !now?.next || end <= now.items.length) return;
  const mine = turn;
  fetching = true;
  const reply = await pageQuizzes(now.wish, LARGEST, now.next);
  if (mine !== turn) return;
  fetching = false;
  problem.value = reply.ok ? null : reply.problem;
  if (!reply.ok) return;
  const known = new Set(now.items.map(quiz => quiz.id));
  const more = reply.value.items.filter(quiz => !known.has(quiz.id));
  loaded.value = { ...now, items: [...now.items, ...more], next: reply.value.next ?? null };
}

/** They are no longer where the page is. */
export function drop(ids: readonly string[]): void {
  const now = loaded.peek();
  if (!now) return;
  const items = now.items.filter(quiz => !ids.includes(quiz.id));
  loaded.value = { ...now, items, total: now.total - (now.items.length - items.length) };
}

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
