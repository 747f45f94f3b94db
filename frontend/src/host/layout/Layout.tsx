import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { LanguagePicker } from '../../ui/LanguagePicker';
import { Logo } from '../../ui/Logo';
import { place } from '../navigation';
import { href } from '../route';
import { session, signOut } from '../session';
import { Icon } from './Icon';
import { Menu } from './Menu';

const GAMES = new Set(['games', 'cockpit', 'report']);
const OWN = new Set(['account', 'hosts']);

/** What stands around every page of a signed-in host. */
export function Layout({ children }: { children: ComponentChildren }) {
  const now = session.value;
  const { page } = place.value.route;
  const area = OWN.has(page) ? null : GAMES.has(page) ? 'games' : 'library';
  const content = useRef<HTMLDivElement>(null);
  const visit = useRef(place.value.visit);
  useEffect(() => {
    // Who goes somewhere with the keys goes on from there; the first page leaves the focus to the browser.
    if (visit.current !== place.value.visit) content.current?.focus({ preventScroll: true });
    visit.current = place.value.visit;
  }, [place.value.visit]);
  return (
    <div class="layout">
      <button type="button" class="skip" onClick={() => content.current?.focus()}>
        {t('nav.skip')}
      </button>
      <header class="layout-head">
        <a class="layout-home" href={href({ page: 'library' })} aria-label="Podium">
          <Logo />
        </a>
        <nav aria-label={t('nav.label')} class="layout-nav">
          <a href={href({ page: 'library' })} aria-current={area === 'library' ? 'page' : undefined}>
            {t('nav.library')}
          </a>
          <a href={href({ page: 'games' })} aria-current={area === 'games' ? 'page' : undefined}>
            {t('nav.games')}
          </a>
        </nav>
        <Menu
          label={t('account.menu')}
          summary={
            <>
              <Icon name="user" />
              <span class="layout-who">{now.state === 'in' && now.who.name}</span>
            </>
          }
        >
          {now.state === 'in' && <p class="menu-note">{now.who.email}</p>}
          <div class="menu-field">
            <LanguagePicker />
          </div>
          <a href={href({ page: 'account' })}>
            <Icon name="user" />
            {t('account.own')}
          </a>
          {now.state === 'in' && now.who.role === 'admin' && (
            <a href={href({ page: 'hosts' })}>
              <Icon name="people" />
              {t('account.hosts')}
            </a>
          )}
          <button type="button" onClick={signOut}>
            <Icon name="exit" />
            {t('account.signOut')}
          </button>
        </Menu>
      </header>
      <div class="layout-content" id="content" ref={content} tabIndex={-1}>
        {children}
      </div>
    </div>
  );
}
