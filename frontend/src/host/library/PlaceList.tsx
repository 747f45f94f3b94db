import { t } from '../../i18n';
import { Icon, type IconName } from '../layout/Icon';
import { go } from '../navigation';
import { href } from '../route';
import { ask } from './dialog';
import { inOrder, places } from './folders';
import type { LibraryRoute } from './wish';

interface Place {
  route: LibraryRoute;
  icon: IconName;
  name: string;
  n: number;
  depth: number;
}

/** Where the host's quizzes are: beside the list where there is room, else as one field. */
export function PlaceList({ route }: { route: LibraryRoute }) {
  const now = places.value;
  if (!now) return null;
  const library = (more: Omit<LibraryRoute, 'page'> = {}): LibraryRoute => ({ page: 'library', ...more });
  const place = (to: LibraryRoute, icon: IconName, name: string, n: number, depth = 0): Place => ({
    route: to,
    icon,
    name,
    n,
    depth,
  });
  const all = [
    place(library(), 'games', t('library.all'), now.all),
    ...inOrder(now.folders).map(({ id, name, quizzes, depth }) =>
      place(library({ folder: id }), 'folder', name, quizzes, depth + 1),
    ),
    ...now.tags.map(({ name, quizzes }) => place(library({ tag: name }), 'tag', name, quizzes)),
    ...(now.shared > 0 || route.view === 'shared'
      ? [place(library({ view: 'shared' }), 'share', t('library.shared'), now.shared)]
      : []),
    place(library({ view: 'trash' }), 'trash', t('library.trash'), now.trash),
  ];
  const here = href(route);
  return (
    <nav class="places" aria-label={t('library.places')}>
      <ul class="places-list">
        {all.map(({ route: to, icon, name, n, depth }) => (
          <li key={href(to)} style={{ '--depth': depth }}>
            <a href={href(to)} aria-current={href(to) === here ? 'page' : undefined}>
              <Icon name={icon} />
              <span class="places-name">
                <bdi>{name}</bdi>
              </span>
              <span class="quiet numbers">{n}</span>
            </a>
          </li>
        ))}
      </ul>
      <select
        class="input places-pick"
        aria-label={t('library.places')}
        value={here}
        onChange={event => {
          const chosen = all.find(it => href(it.route) === event.currentTarget.value);
          if (chosen) go(chosen.route);
        }}
      >
        {all.map(({ route: to, name, n, depth }) => (
          <option key={href(to)} value={href(to)}>
            {`${'\u2003'.repeat(depth)}${name} (${n})`}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="places-new"
        onClick={() => ask({ what: 'folder', ...(route.folder && { parent: route.folder }) })}
      >
        <Icon name="add" />
        {t('library.newFolder')}
      </button>
    </nav>
  );
}
