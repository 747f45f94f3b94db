import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { Icon } from '../layout/Icon';
import { href } from '../route';
import { isRunning, spacedPin } from './game';
import { games, loadGames } from './running';

/** The way back into a game after a reload, a nap of the laptop, or from another device. */
export function RunningGames() {
  useEffect(() => {
    void loadGames();
  }, []);
  const running = games.value?.filter(isRunning) ?? [];
  if (running.length === 0) return null;
  return (
    <ul class="running" aria-label={t('games.running')}>
      {running.map(game => (
        <li key={game.id} class="running-game">
          <span class="running-light" aria-hidden="true" />
          <div class="running-words">
            <strong dir="auto">{game.title}</strong>
            <span class="quiet">{t('games.runningWith', { pin: spacedPin(game.pin), n: game.players })}</span>
          </div>
          <a class="button button-primary" href={href({ page: 'cockpit', game: game.id })}>
            <Icon name="play" />
            {t('games.resume')}
          </a>
        </li>
      ))}
    </ul>
  );
}
