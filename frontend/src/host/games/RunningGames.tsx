import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { showPin } from '../../ui/pin';
import { focusNeighbour } from '../focus';
import { Icon } from '../layout/Icon';
import { href } from '../route';
import { say } from '../toast';
import { EndDialog } from './EndDialog';
import { type GameSummary, isRunning } from './game';
import { games, loadGames } from './running';

/** The way back into a game after a reload, a nap of the laptop, or from another device; `most` rows, and a link to the rest. */
export function RunningGames({ most = Number.POSITIVE_INFINITY }: { most?: number }) {
  const [ending, setEnding] = useState<GameSummary>();
  const dialog = useRef<HTMLDialogElement>(null);
  const row = useRef<Element>(null);
  useEffect(() => {
    void loadGames();
  }, []);
  const running = games.value?.filter(isRunning) ?? [];
  if (running.length === 0) return null;

  async function end(game: GameSummary) {
    const ended = await import('./endGame').then(
      ({ default: endGame }) => endGame(game.id),
      () => false,
    );
    if (ended && row.current) focusNeighbour(row.current, '#content');
    await loadGames();
    say({ text: ended ? t('games.ended', { title: game.title }) : t('problem.unexpected') });
  }
  return (
    <>
      <ul class="running" aria-label={t('games.running')}>
        {running.slice(0, most).map(game => (
          <li key={game.id} class="running-game">
            <span class="running-light" aria-hidden="true" />
            <span class="running-words">
              <strong dir="auto">{game.title}</strong>{' '}
              <span class="quiet">{t('games.runningWith', { pin: showPin(game.pin), n: game.players })}</span>
              {game.owner && <span class="tag">{t('games.with', { name: game.owner })}</span>}
            </span>
            <Button
              look="ghost"
              class="running-end"
              aria-label={t('games.endOf', { title: game.title })}
              onClick={event => {
                row.current = event.currentTarget.closest('li');
                setEnding(game);
                dialog.current?.showModal();
              }}
            >
              {t('games.end')}
            </Button>
            <a class="button button-primary" href={href({ page: 'cockpit', game: game.id })}>
              <Icon name="play" />
              <span class="running-resume">{t('games.resume')}</span>
            </a>
          </li>
        ))}
        {running.length > most && (
          <li class="running-more">
            <a href={href({ page: 'games' })}>{t('games.moreRunning', { n: running.length - most })}</a>
          </li>
        )}
      </ul>
      <EndDialog dialog={dialog} players={ending?.players ?? 0} onEnd={() => ending && end(ending)} />
    </>
  );
}
