import { MenuIcon, XIcon } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { type Locale, localeNames, locales } from '../messages/locale.js';
import { useLocaleSwitch } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { ThemeSwitch } from '../theme/theme-switch.js';
import { type Account, AccountMenu } from './account-menu.js';
import { BrandMark } from './brand-mark.js';
import type { NavItem } from './nav.js';
import { mainId, SkipLink } from './skip-link.js';
import { useRouteFocus } from './use-route-focus.js';
import './portal-shell.css';

export interface PortalShellProps {
  readonly agency: { readonly name: string; readonly href: string };
  readonly nav: readonly NavItem[];
  /** Switches the language of the page. */
  readonly onLanguage: (language: Locale) => void;
  /** The signed-in person, and what stands in their menu; absent for guests. */
  readonly account?: Account | undefined;
  readonly footerLinks: readonly { readonly href: string; readonly label: string }[];
  readonly footerNote?: ReactNode;
  /** A band under the top bar, such as "You are offline" or a recall. */
  readonly band?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the portal: agency name, menu and language above, the page, plain links below. Made for a phone first. */
export function PortalShell({
  agency,
  nav,
  onLanguage,
  account,
  footerLinks,
  footerNote,
  band,
  children,
}: PortalShellProps) {
  const t = useUiText();
  const main = useRef<HTMLElement>(null);
  useRouteFocus(main);
  return (
    <div className="mu-portal">
      <SkipLink />
      <header className="mu-portal-head">
        <PortalBar agency={agency} nav={nav} onLanguage={onLanguage} account={account} />
        {band}
      </header>
      <main className="mu-portal-main" id={mainId} tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer className="mu-portal-footer">
        <div className="mu-portal-width">
          <nav aria-label={t('ui.shell.footer')}>
            <ul className="mu-footer-links">
              {footerLinks.map(({ href, label }) => (
                <li key={href}>
                  <NavLink to={href} className="mu-link">
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {footerNote !== undefined && <div className="mu-footer-note">{footerNote}</div>}
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}

function PortalBar({
  agency,
  nav,
  onLanguage,
  account,
}: Pick<PortalShellProps, 'agency' | 'nav' | 'onLanguage' | 'account'>) {
  const t = useUiText();
  const menuId = useId();
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  const hasMenu = nav.length > 0 || account !== undefined;
  return (
    <div className="mu-portal-bar">
      <div className="mu-portal-width mu-portal-bar-row">
        <NavLink
          to={agency.href}
          className="mu-portal-brand"
          end
          aria-label={agency.name === '' ? t('ui.shell.home') : undefined}
        >
          <BrandMark />
          <span>{agency.name}</span>
        </NavLink>
        <LanguageSwitch onLanguage={onLanguage} />
        {account && <AccountMenu account={account} />}
        {hasMenu && (
          <button
            type="button"
            className="mu-bar-button mu-bar-menu"
            aria-expanded={isOpen}
            aria-controls={menuId}
            onClick={() => setOpenAt(isOpen ? null : pathname)}
          >
            {isOpen ? (
              <XIcon className="mu-icon" aria-hidden />
            ) : (
              <MenuIcon className="mu-icon" aria-hidden />
            )}
            {t('ui.shell.menu')}
          </button>
        )}
      </div>
      {hasMenu && (
        <nav
          className="mu-portal-nav"
          id={menuId}
          aria-label={t('ui.shell.main')}
          data-open={isOpen || undefined}
        >
          <ul className="mu-portal-width mu-portal-links">
            {nav.map(({ href, label, isExact, count }) => (
              <li key={href}>
                <NavLink to={href} end={isExact ?? false} className="mu-portal-link">
                  {label}
                  {count !== undefined && count > 0 && <span className="mu-portal-count">{count}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
          {account && <PhoneAccount account={account} />}
        </nav>
      )}
    </div>
  );
}

/** The account's menu as plain links under the navigation, where a phone has no room for a second menu. */
function PhoneAccount({ account }: { readonly account: Account }) {
  const t = useUiText();
  return (
    <div className="mu-portal-width mu-phone-account">
      <p>{t('ui.shell.signedInAs', { name: account.name })}</p>
      <ul className="mu-portal-links">
        {account.menu
          .flatMap((group) => group.actions)
          .map(({ id, label, href, onAction }) => (
            <li key={id}>
              {href === undefined ? (
                <button type="button" className="mu-portal-link" onClick={onAction}>
                  {label}
                </button>
              ) : (
                <NavLink to={href} className="mu-portal-link">
                  {label}
                </NavLink>
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** A button per other language, in its own words. */
function LanguageSwitch({ onLanguage }: Pick<PortalShellProps, 'onLanguage'>) {
  const { locale } = useLocaleSwitch();
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <button
        key={other}
        type="button"
        className="mu-bar-button"
        lang={other}
        onClick={() => onLanguage(other)}
      >
        {localeNames[other]}
      </button>
    ));
}
