import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api';
import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Qr } from '../../ui/Qr';
import type { CockpitLink } from './link';

/**
 * Plain pages come through and the game's connection never did: then it is this network, and a phone's own would do, to which this
 * page is offered. As long as that is not known, what else there is to say.
 */
export function Blocked({ link, children }: { link: CockpitLink; children: ComponentChildren }) {
  const [blocked, setBlocked] = useState(false);
  const connection = link.connection.value;
  useEffect(() => {
    if (connection.name === 'open') setBlocked(false);
    if (connection.name !== 'waiting' || link.opened) return;
    let asked = true;
    get('/api/session').then(({ ok }) => asked && setBlocked(ok && !link.opened));
    return () => {
      asked = false;
    };
  }, [connection]);
  if (!blocked) return <>{children}</>;
  return (
    <div class="cockpit-blocked">
      <p role="alert">{t('cockpit.blocked', { name: location.host })}</p>
      <Qr text={location.href} label={t('cockpit.blockedQr')} />
      <Button onClick={() => link.revive()}>{t('link.retry')}</Button>
    </div>
  );
}
