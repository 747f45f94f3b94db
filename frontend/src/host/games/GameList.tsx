import { language, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { useTitle } from '../layout/useTitle';
import { href } from '../route';
import { moment } from '../when';
import { isRunning } from './game';
import { RunningGames } from './RunningGames';
import { games, loadGames, loadOlderGames, older, problem } from './running';

/** Running games first, then what was played. */
export function GameList() {
  useTitle(t('games.title'));
  const past = games.value?.filter(game => !isRunning(game));
  return (
    <main class="page">
      <div class="page-head">
        <h1>{t('games.title')}</h1>
      </div>
      <RunningGames />
      {problem.value && (
        <div class="notice notice-bad" role="alert">
          <p>{problemText(problem.value)}</p>
          <Button onClick={loadGames}>{t('link.retry')}</Button>
        </div>
      )}
      {games.value?.length === 0 && (
        <section class="empty">
          <h2>{t('games.emptyTitle')}</h2>
          <p class="quiet">{t('games.emptyLead')}</p>
          <a class="button button-primary button-large" href={href({ page: 'library' })}>
            {t('games.emptyGo')}
          </a>
        </section>
      )}
      {past && past.length > 0 && (
        <ul class="past">
          {past.map(game => (
            <li key={game.id}>
              <a class="past-game" href={href({ page: 'report', game: game.id })}>
                <strong>
                  <bdi>{game.title}</bdi>
                </strong>
                <span class="quiet">{moment(game.finishedAt ?? game.createdAt, language.value)}</span>
                <span class="quiet numbers">{t('games.players', { n: game.players })}</span>
                <span class="past-open">{t('games.report')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {older.value && (
        <p class="past-more">
          <Button onClick={loadOlderGames}>{t('games.more')}</Button>
        </p>
      )}
    </main>
  );
}
