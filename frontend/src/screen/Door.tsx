import { t } from '../i18n';
import type { Door as Way } from '../protocol';
import { reachable } from '../ui/address';
import { showPin } from '../ui/pin';
import { Qr } from '../ui/Qr';
import { spoken } from './address';

/** The way in, small, for who comes late. */
export function Door({ pin, joinUrl: link }: Way) {
  const joinUrl = reachable(link);
  return (
    <aside class="door">
      <Qr text={joinUrl} label={t('lobby.scan', { address: spoken(joinUrl) })} dense />
      <p class="door-pin">
        <span class="unseen">{t('lobby.pin')} </span>
        <bdi dir="ltr">{showPin(pin)}</bdi>
      </p>
    </aside>
  );
}
