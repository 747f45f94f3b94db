import { language, t } from '../../i18n';
import { hasDraft } from '../editor/drafts';
import { focusNeighbour } from '../focus';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { href } from '../route';
import { ago } from '../when';
import { ask } from './dialog';
import { erase, leave, restore } from './moves';
import type { QuizSummary } from './quiz';
import { duplicateQuiz, removeQuiz } from './quizzes';
import { choose, selected } from './selection';
import { Thumb } from './Thumb';

interface Props {
  quiz: QuizSummary;
  /** Counted from 1: most cards of a long list are not drawn. */
  place: number;
  of: number;
}

export function QuizCard({ quiz, place, of }: Props) {
  // What would be launched is not what its host has written: the editor says so, and launches what stands there.
  const unsaved = quiz.may === 'own' && hasDraft(quiz.id);
  const chosen = selected.value.has(quiz.id);
  const when = quiz.deletedAt ?? quiz.updatedAt;
  return (
    <li class={chosen ? 'quiz-card quiz-card-chosen' : 'quiz-card'} aria-posinset={place} aria-setsize={of}>
      <Thumb first={quiz.first} face={quiz.id} />
      <div class="quiz-words">
        <h2>
          {quiz.deletedAt ? (
            <span class="quiz-open" id={`quiz-${quiz.id}`} dir="auto">
              {quiz.title}
            </span>
          ) : (
            <a class="quiz-open" id={`quiz-${quiz.id}`} href={opens(quiz)} dir="auto">
              {quiz.title}
            </a>
          )}
        </h2>
        <p class="quiet quiz-facts">
          {t('library.questions', { n: quiz.questions })}
          <span aria-hidden="true"> · </span>
          {quiz.owner ? (
            <bdi>{t('library.by', { name: quiz.owner })}</bdi>
          ) : quiz.deletedAt ? (
            t('library.thrown', { when: ago(when, language.value) })
          ) : (
            t('library.changed', { when: ago(when, language.value) })
          )}
        </p>
        <p class="quiz-tags">
          {unsaved && <span class="note-tag">{t('library.unsaved')}</span>}
          {quiz.tags.map(tag => (
            <bdi key={tag} class="tag">
              {tag}
            </bdi>
          ))}
        </p>
      </div>
      <div class="quiz-actions">{quiz.deletedAt ? <Thrown quiz={quiz} /> : <Kept quiz={quiz} />}</div>
      {quiz.may === 'own' && (
        <label class="quiz-choose">
          <input
            type="checkbox"
            aria-label={t('library.select', { title: quiz.title })}
            checked={chosen}
            onChange={event => choose(quiz.id, event.currentTarget.checked)}
          />
        </label>
      )}
    </li>
  );
}

/** The card goes: the next one has the focus. */
const passFocus = (button: Element) =>
  focusNeighbour(button.closest('.quiz-card')!, '.page-tools .button, .page-tools .input');
const opens = ({ id, may }: QuizSummary) =>
  href({ page: may === 'own' || may === 'edit' ? 'editor' : 'look', quiz: id });

function Kept({ quiz }: { quiz: QuizSummary }) {
  const own = quiz.may === 'own';
  const edits = own || quiz.may === 'edit';
  const open = opens(quiz);
  return (
    <>
      {quiz.may === 'see' ? (
        <a class="button button-plain" href={open}>
          <Icon name="eye" />
          {t('library.look')}
        </a>
      ) : (
        <a
          class="button button-plain"
          href={own && hasDraft(quiz.id) ? open : href({ page: 'launch', quiz: quiz.id })}
        >
          <Icon name="play" />
          {t('library.launch')}
        </a>
      )}
      <Menu label={t('library.more', { title: quiz.title })} summary={<Icon name="menu" />}>
        {edits && (
          <a href={open}>
            <Icon name="edit" />
            {t('library.edit')}
          </a>
        )}
        <a href={href({ page: 'look', quiz: quiz.id })}>
          <Icon name="eye" />
          {t('library.look')}
        </a>
        <button type="button" onClick={() => duplicateQuiz(quiz)}>
          <Icon name="copy" />
          {own ? t('library.duplicate') : t('library.copy')}
        </button>
        {own && (
          <>
            <button type="button" onClick={() => ask({ what: 'move', quizzes: [quiz] })}>
              <Icon name="folder" />
              {t('library.move')}
            </button>
            <button type="button" onClick={() => ask({ what: 'tag', quizzes: [quiz] })}>
              <Icon name="tag" />
              {t('library.tag')}
            </button>
            <button type="button" onClick={() => ask({ what: 'share', quiz })}>
              <Icon name="share" />
              {t('library.share')}
            </button>
          </>
        )}
        <button type="button" onClick={() => ask({ what: 'export', quiz })}>
          <Icon name="download" />
          {t('library.export')}
        </button>
        {own ? (
          <button
            type="button"
            onClick={event => {
              passFocus(event.currentTarget);
              removeQuiz(quiz);
            }}
          >
            <Icon name="trash" />
            {t('library.delete')}
          </button>
        ) : (
          <button
            type="button"
            onClick={event => {
              passFocus(event.currentTarget);
              void leave(quiz);
            }}
          >
            <Icon name="close" />
            {t('library.leave')}
          </button>
        )}
      </Menu>
    </>
  );
}

function Thrown({ quiz }: { quiz: QuizSummary }) {
  return (
    <>
      <button
        type="button"
        class="button button-plain"
        onClick={event => {
          passFocus(event.currentTarget);
          void restore([quiz.id]);
        }}
      >
        <Icon name="undo" />
        {t('library.restore')}
      </button>
      <Menu label={t('library.more', { title: quiz.title })} summary={<Icon name="menu" />}>
        <button
          type="button"
          onClick={event => {
            passFocus(event.currentTarget);
            void erase([quiz.id]);
          }}
        >
          <Icon name="trash" />
          {t('library.erase')}
        </button>
      </Menu>
    </>
  );
}
