import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { SearchField } from '../layout/SearchField';
import { useTyped } from '../layout/useTyped';
import { quizPages } from './pages';
import type { QuizSummary } from './quiz';
import './rounds.css';

interface Props {
  onChoose(quiz: QuizSummary): void;
  onClose(): void;
}

/** A dialog that offers the quizzes of the library, the one changed last first: which comes next? */
export function ChooseQuiz({ onChoose, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [{ loaded, problem, load, reach }] = useState(quizPages);
  const { typed, search, type } = useTyped();
  const now = loaded.value;
  const playable = now?.items.filter(({ questions }) => questions > 0);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    void load({ view: 'all', search, sort: 'changed' });
  }, [search]);
  useEffect(onward, [now]);

  /** The next are fetched before the end of those that are there is in sight. */
  function onward() {
    const { scrollTop, clientHeight, scrollHeight } = list.current!;
    if (scrollTop + 2 * clientHeight >= scrollHeight) void reach(Number.POSITIVE_INFINITY);
  }
  function choose(quiz: QuizSummary) {
    dialog.current?.close();
    onChoose(quiz);
  }

  return (
    <dialog class="dialog add-quiz" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{t('rounds.addTitle')}</h2>
      <SearchField label={t('rounds.search')} value={typed} onChange={type} maxLength={200} />
      {problem.value && (
        <p class="field-error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      {playable?.length === 0 && !now?.next && <p class="quiet">{t('rounds.none')}</p>}
      <ul class="add-quiz-list" ref={list} onScroll={onward}>
        {playable?.map(quiz => (
          <li key={quiz.id}>
            <button type="button" class="add-quiz-one" onClick={() => choose(quiz)}>
              <bdi>{quiz.title}</bdi>
              <span class="quiet numbers">{t('library.questions', { n: quiz.questions })}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-do">
        <Button onClick={() => dialog.current?.close()}>{t('rounds.close')}</Button>
      </div>
    </dialog>
  );
}
