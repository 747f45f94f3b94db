import { language, t } from '../../i18n';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import type { ListedHost } from '../server';
import type { Role } from '../session';
import { ago } from '../when';

interface Props {
  host: ListedHost;
  own: boolean;
  onRole: (role: Role) => void;
  onDisable: () => void;
  onEnable: () => void;
  onHandOver: () => void;
}

/** A host, and what an admin can do about one. */
export function HostRow({ host, own, onRole, onDisable, onEnable, onHandOver }: Props) {
  const facts = [
    host.usedAt ? t('hosts.seen', { when: ago(host.usedAt, language.value) }) : t('hosts.unseen'),
    t('hosts.quizzes', { n: host.quizzes }),
    t('hosts.games', { n: host.games }),
  ];
  const other: Role = host.role === 'admin' ? 'host' : 'admin';
  return (
    <li>
      <span class="account-words">
        <strong>
          <bdi>{host.name}</bdi>
        </strong>
        <span class="quiet">
          <bdi>{host.email}</bdi>
        </span>
        <span class="quiet">{facts.join(' · ')}</span>
        <span class="account-tags">
          {own && <span class="tag">{t('hosts.you')}</span>}
          {host.role === 'admin' && <span class="tag">{t('role.admin')}</span>}
          {host.demo && <span class="tag">{t('hosts.demo')}</span>}
          {host.disabled && <span class="tag tag-note">{t('hosts.disabled')}</span>}
        </span>
      </span>
      <Menu label={t('hosts.more', { name: host.name })} summary={<Icon name="menu" />}>
        <button type="button" onClick={() => onRole(other)}>
          {other === 'admin' ? t('hosts.makeAdmin') : t('hosts.makeHost')}
        </button>
        {host.disabled ? (
          <>
            <button type="button" onClick={onEnable}>
              {t('hosts.enable')}
            </button>
            <button type="button" onClick={onHandOver}>
              {t('hosts.handOver')}
            </button>
          </>
        ) : (
          <button type="button" onClick={onDisable}>
            {t('hosts.disable')}
          </button>
        )}
      </Menu>
    </li>
  );
}
