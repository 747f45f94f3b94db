import { type Key, t } from '../../i18n';
import type { HostState } from '../../protocol';
import { Button } from '../../ui/Button';
import { content } from '../../ui/content';
import { showPin } from '../../ui/pin';
import type { GameDetail } from '../games/game';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { setShortcuts, shortcutsOn } from './shortcuts';

interface Props {
  state: HostState;
  game: GameDetail | undefined;
  busy: boolean;
  onScreen: () => void;
  onLock: () => void;
  /** It is steered by a link: there is no account behind this page. */
  remote: boolean;
}

const KEYS = [
  ['Space', 'keys.next' satisfies Key],
  ['P', 'keys.pause' satisfies Key],
  ['E', 'keys.extend' satisfies Key],
  ['S', 'keys.skip' satisfies Key],
  ['L', 'keys.lock' satisfies Key],
  ['O', 'keys.screen' satisfies Key],
] as const;

/** What game this is, and what can be done at any time. */
export function Bar({ state, game, busy, onScreen, onLock, remote }: Props) {
  const pin = game?.pin ?? ('pin' in state ? state.pin : undefined);
  return (
    <div class="bar">
      <h1 class="bar-title" {...content()}>
        {game?.title ?? (state.phase === 'lobby' ? state.title : remote ? t('remote.title') : '')}
      </h1>
      {pin && state.phase !== 'finished' && (
        <span class="bar-pin numbers" translate={false}>
          {t('cockpit.pin')} <strong dir="ltr">{showPin(pin)}</strong>
        </span>
      )}
      {state.rehearsal && <span class="tag tag-note">{t('rehearsal.title')}</span>}
      {state.automatic && <span class="tag">{t('cockpit.automatic')}</span>}
      <div class="bar-do">
        {state.phase !== 'finished' && (
          <Button onClick={onLock} busy={busy} aria-pressed={state.locked ?? false}>
            <Icon name={state.locked ? 'lock' : 'unlock'} />
            {state.locked ? t('cockpit.locked') : t('cockpit.lock')}
          </Button>
        )}
        {!remote && (
          <Button onClick={onScreen} disabled={!game}>
            <Icon name="screen" />
            {t('cockpit.openScreen')}
          </Button>
        )}
        <Menu class="keys" label={t('keys.title')} summary={<Icon name="keyboard" />}>
          <dl class="keys-list">
            {KEYS.map(([key, words]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(words)}</dd>
              </div>
            ))}
          </dl>
          <label class="switch">
            <strong>{t('keys.on')}</strong>
            <input
              type="checkbox"
              role="switch"
              checked={shortcutsOn.value}
              aria-checked={shortcutsOn.value}
              onChange={event => setShortcuts(event.currentTarget.checked)}
            />
          </label>
        </Menu>
      </div>
    </div>
  );
}
