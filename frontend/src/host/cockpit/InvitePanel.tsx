import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { invitePlayer, listPlayerInvites, type PlayerInvite, withdrawPlayerInvite } from '../server';
import { moment } from '../when';
import { Links } from './Links';
import type { CockpitLink } from './link';
import { MORE } from './SeatTime';
import { useChange } from './useChange';

/** Links that give whoever joins by one more time, and those that there are. Folded away, for it is few players' business. */
export function InvitePanel({ link }: { link: CockpitLink }) {
  const [extra, setExtra] = useState(MORE[1]!);
  const [made, setMade] = useState<PlayerInvite[]>([]);
  const load = () => listPlayerInvites(link.game).then(reply => reply.ok && setMade(reply.value));
  const { busy, change } = useChange(load);
  return (
    <details class="invite" onToggle={event => event.currentTarget.open && load()}>
      <summary>{t('invite.title')}</summary>
      <p class="quiet">{t('invite.hint')}</p>
      <Links
        label={t('invite.made')}
        links={made.map(({ id, extra: more, createdAt, player }) => ({
          id,
          name: player ? <bdi>{player}</bdi> : t('invite.unused'),
          note: `${t('roster.extra.more', { n: more })} · ${moment(createdAt, language.value)}`,
        }))}
        busy={busy}
        change={change}
        make={() => invitePlayer(link.game, extra)}
        remove={id => withdrawPlayerInvite(link.game, id)}
        words={{
          make: t('invite.make'),
          qr: t('invite.qr'),
          hint: t('invite.scan'),
          remove: t('invite.withdraw'),
        }}
      >
        <label class="seat-time">
          <span class="field-label">{t('roster.extra')}</span>
          <select
            class="input numbers"
            value={extra}
            onChange={event => setExtra(Number(event.currentTarget.value))}
          >
            {MORE.map(n => (
              <option key={n} value={n}>
                {t('roster.extra.more', { n })}
              </option>
            ))}
          </select>
        </label>
      </Links>
    </details>
  );
}
