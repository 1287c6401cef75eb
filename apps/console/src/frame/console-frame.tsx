import { type Command, ConsoleShell, HomeIcon, type NavGroup, ThemeSwitch, UiRoot } from '@muster/ui';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { useText } from '../messages/messages.js';

/** The frame around every page of the console. */
export function ConsoleFrame() {
  return (
    <UiRoot density="compact">
      <Shell />
    </UiRoot>
  );
}

function Shell() {
  const t = useText();
  const nav = useMemo<readonly NavGroup[]>(
    () => [
      {
        id: 'main',
        items: [{ href: '/', label: t('nav.home'), icon: HomeIcon, keys: 'g h', isExact: true }],
      },
    ],
    [t],
  );
  const commands = useMemo<readonly Command[]>(
    () =>
      nav.flatMap((group) =>
        group.items.map(({ href, label, icon, keys }) => ({
          id: href,
          href,
          label,
          icon,
          shortcut: keys,
          group: t('palette.goTo'),
        })),
      ),
    [nav, t],
  );
  return (
    <ConsoleShell
      agency={{ name: t('agency.name'), href: '/' }}
      nav={nav}
      commands={commands}
      tools={<ThemeSwitch />}
    >
      <Outlet />
    </ConsoleShell>
  );
}
