import { KeyboardIcon, MenuIcon, SearchIcon, XIcon } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { NavLink, useNavigate } from 'react-router';
import { IconButton, Key } from '../button/button.js';
import { Avatar } from '../display/avatar.js';
import { useFormats } from '../messages/locale-provider.js';
import { useUiText } from '../messages/use-messages.js';
import { Menu, type MenuGroup } from '../overlay/menu.js';
import { BrandMark } from './brand-mark.js';
import { CommandPalette } from './command-palette.js';
import type { Command } from './match-commands.js';
import type { NavGroup } from './nav.js';
import { ShortcutsProvider, useShortcutHelp, useShortcuts } from './shortcuts.js';
import { mainId, SkipLink } from './skip-link.js';
import { useRouteFocus } from './use-route-focus.js';
import './console-shell.css';

export interface ConsoleShellProps {
  readonly agency: { readonly name: string; readonly href: string };
  readonly nav: readonly NavGroup[];
  /** The signed-in person, and what stands in their menu: settings, sign out. */
  readonly account?: { readonly name: string; readonly menu: readonly MenuGroup[] } | undefined;
  readonly commands: readonly Command[];
  readonly onSearch?: ((text: string) => void) | undefined;
  readonly found?: readonly Command[] | undefined;
  /** Controls at the end of the top bar, before the account. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the console: navigation at the left (a drawer under 900 px), a top bar with the command palette, the page. */
export function ConsoleShell(props: ConsoleShellProps) {
  return (
    <ShortcutsProvider>
      <ConsoleFrame {...props} />
    </ShortcutsProvider>
  );
}

function ConsoleFrame({
  agency,
  nav,
  account,
  commands,
  onSearch,
  found,
  tools,
  children,
}: ConsoleShellProps) {
  const t = useUiText();
  const main = useRef<HTMLElement>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const openHelp = useShortcutHelp();
  useRouteFocus(main);
  useNavShortcuts(nav);
  useControlK(useCallback(() => setPaletteOpen(true), []));
  const rail = <Rail agency={agency} nav={nav} onFollow={() => setDrawerOpen(false)} />;

  return (
    <div className="mu-console">
      <SkipLink />
      <div className="mu-console-rail">{rail}</div>
      <ModalOverlay
        className="mu-scrim mu-drawer-scrim"
        isOpen={isDrawerOpen}
        onOpenChange={setDrawerOpen}
        isDismissable
      >
        <Modal className="mu-drawer">
          <Dialog className="mu-drawer-dialog" aria-label={t('ui.shell.menu')}>
            <span className="mu-drawer-close">
              <IconButton label={t('ui.shell.closeMenu')} icon={XIcon} onPress={() => setDrawerOpen(false)} />
            </span>
            {rail}
          </Dialog>
        </Modal>
      </ModalOverlay>
      <header className="mu-console-bar">
        <span className="mu-console-menu">
          <IconButton label={t('ui.shell.menu')} icon={MenuIcon} onPress={() => setDrawerOpen(true)} />
        </span>
        <AriaButton className="mu-console-search" onPress={() => setPaletteOpen(true)}>
          <SearchIcon className="mu-icon" aria-hidden />
          <span className="mu-truncate">{t('ui.shell.search')}</span>
          <Key>{`${controlName()} K`}</Key>
        </AriaButton>
        <div className="mu-console-tools">
          {tools}
          <IconButton label={t('ui.shortcuts.title')} icon={KeyboardIcon} onPress={openHelp} />
          {account && (
            <Menu
              label={t('ui.shell.account')}
              groups={account.menu}
              trigger={
                <AriaButton
                  className="mu-account"
                  aria-label={t('ui.shell.signedInAs', { name: account.name })}
                >
                  <Avatar name={account.name} />
                </AriaButton>
              }
            />
          )}
        </div>
      </header>
      <main className="mu-console-main" id={mainId} tabIndex={-1} ref={main}>
        {children}
      </main>
      <CommandPalette
        isOpen={isPaletteOpen}
        onClose={() => setPaletteOpen(false)}
        commands={commands}
        onSearch={onSearch}
        found={found}
      />
    </div>
  );
}

function Rail({
  agency,
  nav,
  onFollow,
}: Pick<ConsoleShellProps, 'agency' | 'nav'> & { readonly onFollow: () => void }) {
  const t = useUiText();
  const formats = useFormats();
  return (
    <nav aria-label={t('ui.shell.main')}>
      <NavLink to={agency.href} className="mu-rail-brand" onClick={onFollow} end>
        <BrandMark />
        <span>{agency.name}</span>
      </NavLink>
      <div className="mu-rail-nav">
        {nav.map((group) => (
          <div key={group.id} className="mu-rail-group">
            {group.title && <p className="mu-rail-title">{group.title}</p>}
            <ul className="mu-rail-list">
              {group.items.map(({ href, label, icon: Icon, count, isExact }) => (
                <li key={href}>
                  <NavLink to={href} className="mu-rail-link" end={isExact ?? false} onClick={onFollow}>
                    {Icon && <Icon className="mu-icon" aria-hidden />}
                    <span className="mu-truncate">{label}</span>
                    {count !== undefined && count > 0 && (
                      <span className="mu-rail-count">{formats.number(count)}</span>
                    )}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

function useNavShortcuts(nav: readonly NavGroup[]): void {
  const t = useUiText();
  const navigate = useNavigate();
  const group = t('ui.shortcuts.general');
  const shortcuts = useMemo(
    () =>
      nav
        .flatMap((each) => each.items)
        .flatMap(({ keys, label, href }) =>
          keys ? [{ keys, label, group, onTrigger: () => void navigate(href) }] : [],
        ),
    [nav, group, navigate],
  );
  useShortcuts(shortcuts);
}

function useControlK(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);
}

function controlName(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
