import { language, t } from '../../i18n';
import { hasDraft } from '../editor/drafts';
import { focusNeighbour } from '../focus';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { href } from '../route';
import { ago } from '../when';
import { exporting } from './exporting';
import type { QuizSummary } from './quiz';
import { duplicateQuiz, removeQuiz } from './quizzes';
import { Thumb } from './Thumb';

export function QuizCard({ quiz }: { quiz: QuizSummary }) {
  const edit = href({ page: 'editor', quiz: quiz.id });
  // What would be launched is not what its host has written: the editor says so, and launches what stands there.
  const unsaved = hasDraft(quiz.id);
  return (
    <li class="quiz-card">
      <Thumb first={quiz.first} face={quiz.id} />
      <div class="quiz-words">
        <h2>
          <a class="quiz-open" id={`quiz-${quiz.id}`} href={edit} dir="auto">
            {quiz.title}
          </a>
        </h2>
        <p class="quiet">
          {t('library.questions', { n: quiz.questions })}
          <span aria-hidden="true"> · </span>
          {t('library.changed', { when: ago(quiz.updatedAt, language.value) })}
        </p>
        {unsaved && <p class="note-tag">{t('library.unsaved')}</p>}
      </div>
      <div class="quiz-actions">
        <a class="button button-plain" href={unsaved ? edit : href({ page: 'launch', quiz: quiz.id })}>
          <Icon name="play" />
          {t('library.launch')}
        </a>
        <Menu label={t('library.more', { title: quiz.title })} summary={<Icon name="menu" />}>
          <a href={edit}>
            <Icon name="edit" />
            {t('library.edit')}
          </a>
          <button type="button" onClick={() => duplicateQuiz(quiz.id)}>
            <Icon name="copy" />
            {t('library.duplicate')}
          </button>
          <button
            type="button"
            onClick={() => {
              exporting.value = quiz;
            }}
          >
            <Icon name="download" />
            {t('library.export')}
          </button>
          <button
            type="button"
            onClick={event => {
              focusNeighbour(event.currentTarget.closest('.quiz-card')!, '.page-tools .button-primary');
              removeQuiz(quiz);
            }}
          >
            <Icon name="trash" />
            {t('library.delete')}
          </button>
        </Menu>
      </div>
    </li>
  );
}
