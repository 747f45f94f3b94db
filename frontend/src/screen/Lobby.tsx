import { t } from '../i18n';
import type { ScreenState } from '../protocol';
import { reachable } from '../ui/address';
import { sleepy } from '../ui/awake';
import { content } from '../ui/content';
import { Logo } from '../ui/Logo';
import { showPin } from '../ui/pin';
import { Qr } from '../ui/Qr';
import { spoken } from './address';
import { players, roster } from './game';
import { NameWall } from './NameWall';
import { OwnLogo } from './OwnLogo';
import { Sides } from './Sides';
import { useLobbySound } from './useLobbySound';

/** From here on the way in makes room for the names. */
const CROWD = 30;

type Props = Extract<ScreenState, { phase: 'lobby' }>;

/** The way in, as large as the hall needs it, and who has come. */
export function Lobby({ title, pin, joinUrl: link, locked, teams }: Props) {
  const joinUrl = reachable(link);
  const address = spoken(joinUrl);
  useLobbySound();
  const crowded = roster.value.length > CROWD;
  return (
    <div class={crowded ? 'lobby lobby-crowded' : 'lobby'}>
      <header class="lobby-head">
        <OwnLogo>
          <Logo />
        </OwnLogo>
        <h1 {...content()}>{title}</h1>
      </header>
      <section class={locked ? 'way-in way-in-locked' : 'way-in'}>
        <div class="way-in-words">
          {locked ? (
            <p class="way-in-closed">{t('lobby.locked')}</p>
          ) : (
            <p class="way-in-at">
              {t('lobby.at')} <bdi class="way-in-address">{address}</bdi>
            </p>
          )}
          <p class="pin">
            <span class="pin-name">{t('lobby.pin')}</span>
            <bdi class="pin-digits" dir="ltr">
              {showPin(pin)
                .split('\u00a0')
                .map((part, i) => (
                  <span key={i}>{part}</span>
                ))}
            </bdi>
          </p>
        </div>
        {!locked && <Qr text={joinUrl} label={t('lobby.scan', { address })} />}
      </section>
      <section class={players.value === 0 ? 'names names-none' : 'names'}>
        {sleepy.value && <p class="names-sleep quiet">{t('lobby.sleep')}</p>}
        <div class="names-head">
          <p class="names-count" aria-live="polite">
            {players.value === 0 ? t('lobby.empty') : t('lobby.players', { n: players.value })}
          </p>
          {teams && players.value > 0 && <Sides teams={teams} seats={roster.value} />}
        </div>
        {players.value > 0 && (
          <NameWall key={String(crowded)} seats={roster.value} players={players.value} teams={teams} />
        )}
      </section>
    </div>
  );
}
