import type { BrowserSession } from '@muster/client';
import {
  Button,
  CircleAlertIcon,
  type Command,
  ConsoleShell,
  CrashGuard,
  EmptyState,
  PlusIcon,
  Skeleton,
  ThemeSwitch,
  useAdoptLanguage,
} from '@muster/ui';
import { Suspense, useMemo } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useCan } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { navFor } from './nav.js';
import { useAccountMenu } from './use-account-menu.js';
import { useApplicantSearch } from './use-applicant-search.js';
import { useLanguageCommands } from './use-language-commands.js';
import { useSetupCommands } from './use-setup-commands.js';

/** The frame around every page of the console: navigation by permission, command palette, account. */
export function ConsoleFrame({ session }: { readonly session: BrowserSession }) {
  const t = useFrameText();
  const can = useCan();
  const { pathname } = useLocation();
  const nav = useMemo(() => navFor(can, t), [can, t]);
  useAdoptLanguage(session.user);
  const menu = useAccountMenu();
  const search = useApplicantSearch();
  const languages = useLanguageCommands();
  const setup = useSetupCommands();
  const mayOpenRequisitions = can('Manage_Requisitions');
  const commands = useMemo<readonly Command[]>(
    () => [
      ...nav.flatMap((group) =>
        group.items.map(({ href, label, icon, keys }) => ({
          id: href,
          href,
          label,
          icon,
          shortcut: keys?.toUpperCase(),
          group: t('palette.goTo'),
        })),
      ),
      ...(mayOpenRequisitions
        ? [
            {
              id: 'new-requisition',
              href: '/requisitions?new=1',
              label: t('palette.newRequisition'),
              icon: PlusIcon,
              group: t('palette.do'),
            },
          ]
        : []),
      ...languages,
      ...setup,
    ],
    [nav, languages, setup, mayOpenRequisitions, t],
  );
  return (
    <ConsoleShell
      agency={{ name: session.agency.name, href: '/' }}
      nav={nav}
      commands={commands}
      account={session.user === null ? undefined : { name: session.user.name, menu }}
      onSearch={search.find}
      found={search.found}
      tools={<ThemeSwitch />}
    >
      <CrashGuard resetKey={pathname} fallback={<Crashed />}>
        <Suspense fallback={<Skeleton shape="page" />}>
          <Outlet />
        </Suspense>
      </CrashGuard>
    </ConsoleShell>
  );
}

function Crashed() {
  const t = useFrameText();
  return (
    <EmptyState
      isPage
      icon={CircleAlertIcon}
      title={t('state.crashed.title')}
      action={<Button onPress={() => window.location.reload()}>{t('state.crashed.reload')}</Button>}
    >
      {t('state.crashed.text')}
    </EmptyState>
  );
}
