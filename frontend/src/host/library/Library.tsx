import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { neverSaved } from '../editor/drafts';
import { RunningGames } from '../games/RunningGames';
import { Icon } from '../layout/Icon';
import { useTitle } from '../layout/useTitle';
import { href, NEW } from '../route';
import { moment } from '../when';
import { matching } from './find';
import { ImportReport, readImport } from './Import';
import { QuizCard } from './QuizCard';
import { loadQuizzes, problem, quizzes } from './quizzes';

/** Everything the host has written, ready to be played. */
export function Library() {
  const [typed, setTyped] = useState('');
  const [reading, setReading] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  useTitle(t('title'));
  useEffect(() => {
    void loadQuizzes();
  }, []);

  async function take(input: HTMLInputElement) {
    const chosen = input.files?.[0];
    input.value = '';
    if (!chosen) return;
    setReading(true);
    await readImport(chosen);
    await loadQuizzes();
    setReading(false);
  }

  const all = quizzes.value;
  const shown = all && matching(all, typed);
  return (
    <main class="page">
      <RunningGames most={2} />
      <div class="page-head">
        <h1>{t('title')}</h1>
        <div class="page-tools">
          {all && all.length > 0 && (
            <label class="search">
              <Icon name="search" />
              <span class="unseen">{t('library.search')}</span>
              <input
                type="search"
                class="input"
                placeholder={t('library.search')}
                value={typed}
                onInput={event => setTyped(event.currentTarget.value)}
              />
            </label>
          )}
          <input
            ref={file}
            type="file"
            accept=".json,.csv,.tsv,.txt,.xlsx,.gift,.xml,application/json"
            hidden
            onChange={event => take(event.currentTarget)}
          />
          <Button class="import-button" busy={reading} onClick={() => file.current?.click()}>
            <Icon name="upload" />
            {t('library.import')}
          </Button>
          <a class="button button-primary" href={href({ page: 'editor', quiz: NEW })}>
            <Icon name="add" />
            {t('library.new')}
          </a>
        </div>
      </div>
      <NeverSaved />
      <ImportReport onClose={() => document.querySelector<HTMLElement>('.import-button')?.focus()} />
      {problem.value && (
        <div class="notice notice-bad" role="alert">
          <p>{problemText(problem.value)}</p>
          <Button onClick={loadQuizzes}>{t('link.retry')}</Button>
        </div>
      )}
      {all?.length === 0 && <Empty />}
      {shown && all.length > 0 && shown.length === 0 && (
        <p class="quiet page-none">{t('library.none', { typed })}</p>
      )}
      {shown && shown.length > 0 && (
        <ul class="quiz-cards">
          {shown.map(quiz => (
            <QuizCard key={quiz.id} quiz={quiz} />
          ))}
        </ul>
      )}
    </main>
  );
}

/** What was written while the server was away, and is nowhere else. */
function NeverSaved() {
  const drafts = neverSaved();
  if (drafts.length === 0) return null;
  return (
    <ul class="notice notice-note never-saved">
      {drafts.map(({ id, draft }) => (
        <li key={id}>
          <a href={href({ page: 'editor', quiz: id })} dir="auto">
            {draft.quiz.title || t('editor.untitled')}
          </a>{' '}
          <span class="quiet">{t('library.neverSaved', { when: moment(draft.at, language.value) })}</span>
        </li>
      ))}
    </ul>
  );
}

function Empty() {
  return (
    <section class="empty">
      <div class="empty-stage" data-theme="hall" aria-hidden="true">
        <span class="tile answer-1" />
        <span class="tile answer-2" />
        <span class="tile answer-3" />
        <span class="tile answer-4" />
      </div>
      <h2>{t('library.emptyTitle')}</h2>
      <p class="quiet">{t('library.emptyLead')}</p>
      <a class="button button-primary button-large" href={href({ page: 'editor', quiz: NEW })}>
        <Icon name="add" />
        {t('library.emptyNew')}
      </a>
    </section>
  );
}
