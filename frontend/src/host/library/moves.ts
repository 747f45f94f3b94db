/** What is done with several quizzes at once, each with its word to the host. */
import type { Result } from '../../api';
import { t } from '../../i18n';
import { problemText } from '../../ui/problem';
import { removeDraft } from '../editor/drafts';
import { emptyTrash, eraseQuizzes, restoreQuizzes, trashQuizzes, unshareQuiz } from '../server';
import { session } from '../session';
import { say } from '../toast';
import { loadPlaces } from './folders';
import type { QuizSummary } from './quiz';
import { drop, loadQuizzes } from './quizzes';
import { chooseNone } from './selection';

/** The server takes so many at once. */
const AT_ONCE = 200;

/** Does it with all of them, some at a time; false, with a word, as soon as it does not work. */
export async function inParts(
  ids: string[],
  act: (some: string[]) => Promise<Result<unknown>>,
): Promise<boolean> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const reply = await act(ids.slice(from, from + AT_ONCE));
    if (!reply.ok) {
      say({ text: reply.problem.errors?.[0]?.message ?? problemText(reply.problem) });
      void refresh();
      return false;
    }
  }
  return true;
}

/** Shows the list and its places as they are now. */
export async function refresh(): Promise<void> {
  chooseNone();
  await Promise.all([loadQuizzes(), loadPlaces()]);
}

export async function throwAway(ids: string[]): Promise<void> {
  if (!(await inParts(ids, trashQuizzes))) return;
  for (const id of ids) removeDraft(id);
  drop(ids);
  say({
    text: t('library.trashed', { n: ids.length }),
    action: { text: t('undo'), run: () => void restore(ids) },
  });
  await refresh();
}

export async function restore(ids: string[]): Promise<void> {
  if (!(await inParts(ids, restoreQuizzes))) return;
  say({ text: t('library.restored', { n: ids.length }) });
  await refresh();
}

export async function erase(ids: string[]): Promise<void> {
  if (!(await inParts(ids, eraseQuizzes))) return;
  drop(ids);
  say({ text: t('library.erased', { n: ids.length }) });
  await refresh();
}

export async function eraseAll(): Promise<void> {
  const reply = await emptyTrash();
  if (!reply.ok) say({ text: problemText(reply.problem) });
  await refresh();
}

/** Takes a quiz of somebody else out of one's own list. */
export async function leave({ id, title }: QuizSummary): Promise<void> {
  const now = session.peek();
  if (now.state !== 'in') return;
  const reply = await unshareQuiz(id, now.who.id);
  if (!reply.ok) return say({ text: problemText(reply.problem) });
  say({ text: t('library.left', { title }) });
  await refresh();
}
