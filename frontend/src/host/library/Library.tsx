import { useEffect, useState } from 'preact/hooks';
import { type Key, language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { neverSaved } from '../editor/drafts';
import { RunningGames } from '../games/RunningGames';
import { Icon } from '../layout/Icon';
import { Lazy } from '../layout/Lazy';
import { Menu } from '../layout/Menu';
import { SearchField } from '../layout/SearchField';
import { useTitle } from '../layout/useTitle';
import { useTyped } from '../layout/useTyped';
import { go } from '../navigation';
import { href, NEW } from '../route';
import { deleteFolder } from '../server';
import { say } from '../toast';
import { moment } from '../when';
import { CardGrid } from './CardGrid';
import { ask, asking } from './dialog';
import { loadPlaces, places } from './folders';
import { erase, eraseAll, refresh, restore, throwAway } from './moves';
import { PlaceList } from './PlaceList';
import type { Folder, QuizSummary } from './quiz';
import { loadQuizzes, problem, quizzes } from './quizzes';
import { chooseNone, selected } from './selection';
import { type LibraryRoute, placeOf, SORTS, type Sort, type Wish } from './wish';

const SORTED: Record<Sort, Key> = {
  changed: 'library.sort.changed' satisfies Key,
  created: 'library.sort.created' satisfies Key,
  title: 'library.sort.title' satisfies Key,
};

/** Everything the host has written, ready to be played. */
export function Library({ route }: { route: LibraryRoute }) {
  const { typed, search, type } = useTyped();
  const [sort, setSort] = useState<Sort>('changed');
  const { view, folder, tag } = placeOf(route);
  useEffect(() => {
    chooseNone();
    void loadQuizzes({ ...placeOf(route), search, sort });
  }, [view, folder, tag, search, sort]);
  useEffect(() => {
    void loadPlaces();
  }, [view, folder, tag]);

  const known = places.value;
  const within = known?.folders.find(it => it.id === folder);
  const name = tag ?? within?.name ?? t(HEADS[view]);
  useTitle(name);
  const list = quizzes.value;
  // What was asked before stays in sight until the answer has come, but not under the name of another place.
  const shown = list && href(pageOf(list.wish)) === href(route) ? list : null;
  const bare = view === 'all' && !folder && !tag && !typed && shown?.total === 0;
  const empty = bare && (!known || (known.folders.length === 0 && known.trash === 0 && known.shared === 0));
  return (
    <main class="page">
      <RunningGames most={2} />
      <div class="page-head">
        <div class="page-name">
          <h1 dir="auto">{name}</h1>
          {within && <FolderMenu folder={within} />}
        </div>
        <div class="page-tools">
          {!empty && (
            <>
              <SearchField label={t('library.search')} value={typed} onChange={type} maxLength={200} />
              {view !== 'trash' && (
                <select
                  class="input page-sort"
                  aria-label={t('library.sort')}
                  value={sort}
                  onChange={event => setSort(event.currentTarget.value as Sort)}
                >
                  {SORTS.map(it => (
                    <option key={it} value={it}>
                      {t(SORTED[it])}
                    </option>
                  ))}
                </select>
              )}
            </>
          )}
          {view === 'trash' ? (
            shown &&
            shown.total > 0 && (
              <Button onClick={eraseAll}>
                <Icon name="trash" />
                {t('library.emptyTrash')}
              </Button>
            )
          ) : (
            <>
              <a class="button button-plain" href={href({ page: 'import' })}>
                <Icon name="upload" />
                {t('library.import')}
              </a>
              <a
                class="button button-primary"
                href={href({ page: 'editor', quiz: NEW, ...(folder && { folder }) })}
              >
                <Icon name="add" />
                {t('library.new')}
              </a>
            </>
          )}
        </div>
      </div>
      <NeverSaved />
      {problem.value && (
        <div class="notice notice-bad" role="alert">
          <p>{problemText(problem.value)}</p>
          <Button onClick={refresh}>{t('link.retry')}</Button>
        </div>
      )}
      {empty ? (
        <Empty />
      ) : (
        <div class="library">
          <PlaceList route={route} />
          <div class="library-list">
            {view === 'trash' && <p class="quiet library-note">{t('library.trashNote')}</p>}
            {selected.value.size > 0 && shown && <Chosen items={shown.items} trash={view === 'trash'} />}
            {shown && shown.total === 0 && (
              <p class="quiet page-none">
                {shown.wish.search ? t('library.none', { typed: shown.wish.search }) : t(NOTHING[view])}
              </p>
            )}
            {shown && shown.total > 0 && <CardGrid items={shown.items} total={shown.total} />}
          </div>
        </div>
      )}
      <Dialog />
    </main>
  );
}

const HEADS: Record<Wish['view'], Key> = {
  all: 'title' satisfies Key,
  shared: 'library.shared' satisfies Key,
  trash: 'library.trash' satisfies Key,
};
/** What is said where nothing is. */
const NOTHING: Record<Wish['view'], Key> = {
  all: 'library.placeEmpty' satisfies Key,
  shared: 'library.sharedEmpty' satisfies Key,
  trash: 'library.trashEmpty' satisfies Key,
};
const pageOf = ({ view, folder, tag }: ReturnType<typeof placeOf>): LibraryRoute => ({
  page: 'library',
  ...(view !== 'all' && { view }),
  ...(folder && { folder }),
  ...(tag && { tag }),
});

/** What can be done with those that are chosen. */
function Chosen({ items, trash }: { items: QuizSummary[]; trash: boolean }) {
  const chosen = items.filter(quiz => selected.value.has(quiz.id));
  const ids = chosen.map(quiz => quiz.id);
  return (
    <div class="library-chosen" role="toolbar" aria-label={t('library.selected', { n: chosen.length })}>
      <strong role="status">{t('library.selected', { n: chosen.length })}</strong>
      {trash ? (
        <>
          <Button onClick={() => restore(ids)}>
            <Icon name="undo" />
            {t('library.restore')}
          </Button>
          <Button onClick={() => erase(ids)}>
            <Icon name="trash" />
            {t('library.erase')}
          </Button>
        </>
      ) : (
        <>
          <Button onClick={() => ask({ what: 'move', quizzes: chosen })}>
            <Icon name="folder" />
            {t('library.move')}
          </Button>
          <Button onClick={() => ask({ what: 'tag', quizzes: chosen })}>
            <Icon name="tag" />
            {t('library.tag')}
          </Button>
          <Button onClick={() => throwAway(ids)}>
            <Icon name="trash" />
            {t('library.delete')}
          </Button>
        </>
      )}
      <Button look="ghost" onClick={chooseNone}>
        {t('library.unselect')}
      </Button>
    </div>
  );
}

function FolderMenu({ folder }: { folder: Folder }) {
  async function remove() {
    const reply = await deleteFolder(folder.id);
    if (!reply.ok) return say({ text: problemText(reply.problem) });
    say({ text: t('library.folderGone', { name: folder.name }) });
    go({ page: 'library', ...(folder.parent && { folder: folder.parent }) });
  }
  return (
    <Menu label={t('library.folderMore')} summary={<Icon name="menu" />}>
      <button type="button" onClick={() => ask({ what: 'folder', folder })}>
        <Icon name="edit" />
        {t('library.folderEdit')}
      </button>
      <button type="button" onClick={remove}>
        <Icon name="trash" />
        {t('library.folderRemove')}
      </button>
    </Menu>
  );
}

function Dialog() {
  const now = asking.value;
  if (!now) return null;
  const onClose = () => {
    asking.value = null;
  };
  return now.what === 'export' ? (
    <Lazy
      key={now.quiz.id}
      load={() => import('../import/ExportDialog')}
      words="import"
      meanwhile={null}
      quiz={now.quiz}
      onClose={onClose}
    />
  ) : (
    <Lazy
      key={now.what}
      load={() => import('./dialogs/Dialogs')}
      words="library"
      meanwhile={null}
      asking={now}
      onClose={onClose}
    />
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
