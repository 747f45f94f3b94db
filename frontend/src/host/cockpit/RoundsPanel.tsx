import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { t } from '../../i18n';
import type { HostState } from '../../protocol';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { problemText } from '../../ui/problem';
import { Icon } from '../layout/Icon';
import type { QuizSummary } from '../library/quiz';
import { pageQuizzes } from '../server';
import { say } from '../toast';
import type { CockpitLink } from './link';

/** So many are offered at once; more are searched for. */
const OFFERED = 30;
/** Typing goes on for so long before the server is asked. */
const TYPING_MS = 250;

/** The quizzes of the evening, and the way to one more: also for an hour after the end. */
export function RoundsPanel({ link, state }: { link: CockpitLink; state: HostState }) {
  const [adding, setAdding] = useState(false);
  const { rounds = [], round } = state;
  return (
    <section class="card rounds" aria-labelledby="rounds-title">
      <h2 id="rounds-title">{t('rounds.title')}</h2>
      {rounds.length > 0 ? (
        <ol class="rounds-list">
          {rounds.map(({ title, questions }, index) => (
            <li key={index} aria-current={index === round?.index ? 'step' : undefined}>
              <bdi {...content()}>{title}</bdi>
              <span class="quiet numbers">
                {index === round?.index ? t('rounds.now') : t('library.questions', { n: questions })}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p class="quiet">{state.phase === 'finished' ? t('rounds.over') : t('rounds.one')}</p>
      )}
      <Button onClick={() => setAdding(true)} busy={link.busy.value.has('append')}>
        <Icon name="add" />
        {t('rounds.add')}
      </Button>
      {adding && <AddQuiz link={link} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** One of the library, the one changed last first. */
function AddQuiz({ link, onClose }: { link: CockpitLink; onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [quizzes, setQuizzes] = useState<QuizSummary[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      async () => {
        const reply = await pageQuizzes({ view: 'all', search: typed.trim(), sort: 'changed' }, OFFERED);
        if (!wanted) return;
        setProblem(reply.ok ? undefined : reply.problem);
        if (reply.ok) setQuizzes(reply.value.items.filter(({ questions }) => questions > 0));
      },
      quizzes ? TYPING_MS : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed]);

  function add(quiz: QuizSummary) {
    dialog.current?.close();
    link.append(quiz.id, () => say({ text: t('rounds.added', { title: quiz.title }) }));
  }

  return (
    <dialog class="dialog add-quiz" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{t('rounds.addTitle')}</h2>
      <label class="search">
        <Icon name="search" />
        <span class="unseen">{t('rounds.search')}</span>
        <input
          type="search"
          class="input"
          placeholder={t('rounds.search')}
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
        />
      </label>
      {problem && (
        <p class="field-error" role="alert">
          {problemText(problem)}
        </p>
      )}
      {quizzes?.length === 0 && <p class="quiet">{t('rounds.none')}</p>}
      <ul class="add-quiz-list">
        {quizzes?.map(quiz => (
          <li key={quiz.id}>
            <button type="button" class="add-quiz-one" onClick={() => add(quiz)}>
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
