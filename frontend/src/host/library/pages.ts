import { signal } from '@preact/signals';
import type { Problem } from '../../api';
import { pageQuizzes } from '../server';
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

/** A list of quizzes, fetched page by page as far as somebody looks. */
export function quizPages() {
  /** Null until the server has answered once; then the latest it has answered. */
  const loaded = signal<Loaded | null>(null);
  const problem = signal<Problem | null>(null);
  let asked: Wish = { view: 'all', search: '', sort: 'changed' };
  /** Answers to what is no longer asked are not looked at. */
  let turn = 0;
  let fetching = false;

  /** Asks for what is wished, and shows it once it is there; for the same again, as much as is shown. */
  async function load(wish: Wish = asked): Promise<void> {
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
  async function reach(end: number): Promise<void> {
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
  function drop(ids: readonly string[]): void {
    const now = loaded.peek();
    if (!now) return;
    const items = now.items.filter(quiz => !ids.includes(quiz.id));
    loaded.value = { ...now, items, total: now.total - (now.items.length - items.length) };
  }
  return { loaded, problem, load, reach, drop };
}
