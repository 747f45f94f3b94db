import { useEffect, useState } from 'preact/hooks';
import { get } from '../../api';
import { t } from '../../i18n';
import type { CockpitLink } from './link';

/** Plain pages come through and the game's connection never did: then it is this network, and a phone's own would do. */
export function Blocked({ link }: { link: CockpitLink }) {
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
  return blocked ? (
    <p class="page-none" role="alert">
      {t('cockpit.blocked', { name: location.host })}
    </p>
  ) : null;
}
