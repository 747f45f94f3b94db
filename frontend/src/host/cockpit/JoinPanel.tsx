import { t } from '../../i18n';
import type { HostState } from '../../protocol';
import { reachable, reachableScreen } from '../../ui/address';
import { Button } from '../../ui/Button';
import { showPin } from '../../ui/pin';
import { Qr } from '../../ui/Qr';
import { copyText } from '../copy';
import type { GameDetail } from '../games/game';
import { Icon } from '../layout/Icon';
import { say } from '../toast';
import { AddressHelp } from './AddressHelp';

interface Props {
  state: HostState;
  game: GameDetail | undefined;
  remote: boolean;
}

/** How to get in: large before the first question, folded away afterwards. */
export function JoinPanel({ state, game, remote }: Props) {
  const door = 'pin' in state ? state : undefined;
  const link = door?.joinUrl ?? game?.joinUrl;
  const pin = door?.pin ?? game?.pin;
  if (!link || !pin) return null;
  const joinUrl = reachable(link);
  const { host } = new URL(joinUrl);

  async function copy(text: string) {
    say({ text: (await copyText(text)) ? t('join.copied') : t('join.notCopied', { link: text }) });
  }
  return (
    <details class="card join" open={state.phase === 'lobby'} key={String(state.phase === 'lobby')}>
      <summary>
        <h2>{t('join.title')}</h2>
      </summary>
      <div class="join-how">
        <div class="join-qr">
          <Qr text={joinUrl} label={t('join.qr')} />
        </div>
        <div class="join-words">
          <p class="quiet">{t('join.goTo')}</p>
          <p class="join-host" dir="ltr">
            {host}
          </p>
          <p class="quiet">{t('join.enter')}</p>
          <p class="join-pin numbers" dir="ltr" translate={false}>
            {showPin(pin)}
          </p>
        </div>
      </div>
      <div class="join-do">
        <Button onClick={() => copy(joinUrl)}>
          <Icon name="copy" />
          {t('join.copy')}
        </Button>
        {game && (
          <Button look="ghost" onClick={() => copy(reachableScreen(game.screenUrl))}>
            <Icon name="screen" />
            {t('join.copyScreen')}
          </Button>
        )}
      </div>
      {!remote && <AddressHelp host={host} />}
    </details>
  );
}
