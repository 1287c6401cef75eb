import {
  CrashGuard,
  LogOutIcon,
  type MenuGroup,
  type NavItem,
  PortalShell,
  UiRoot,
  UserIcon,
  useAdoptLanguage,
} from '@muster/ui';
import { Suspense } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { CrashPage } from '../components/crash-page.js';
import { PageSkeleton } from '../components/page-skeleton.js';
import { useAgency, useIsOfficer, usePerson, useSignOut } from '../data/session.js';
import { useFrameText } from '../messages/frame/use-frame-text.js';
import { usePagesAhead } from './use-pages-ahead.js';
import { useRememberedSource } from './use-remembered-source.js';
import { useSwitchLanguage } from './use-switch-language.js';

/** The frame around every page of the portal. */
export function PortalFrame() {
  const person = usePerson();
  return (
    <UiRoot density="roomy" locale={person?.language === 'es' ? 'es' : undefined} timeZone={person?.timeZone}>
      <Shell />
    </UiRoot>
  );
}

function Shell() {
  const t = useFrameText();
  const agency = useAgency()?.name;
  const person = usePerson();
  const nav = useNav();
  const menu = useAccountMenu();
  const { pathname } = useLocation();
  const switchTo = useSwitchLanguage();
  useAdoptLanguage(person ?? null);
  useRememberedSource();
  usePagesAhead();
  return (
    <PortalShell
      agency={{ name: agency ?? '', href: '/' }}
      nav={nav}
      onLanguage={switchTo}
      account={person ? { name: person.name, menu } : undefined}
      footerLinks={[
        { href: '/accessibility', label: t('footer.accessibility') },
        { href: '/your-data', label: t('footer.data') },
      ]}
      footerNote={t('footer.open')}
    >
      <CrashGuard resetKey={pathname} fallback={<CrashPage />}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </CrashGuard>
    </PortalShell>
  );
}

/** Where a person can go: guests see what is public, candidates their application, officers their cases. */
function useNav(): readonly NavItem[] {
  const t = useFrameText();
  const person = usePerson();
  const isOfficer = useIsOfficer();
  const vacancies = { href: '/jobs', label: t('nav.vacancies') };
  const articles = { href: '/articles', label: t('nav.articles') };
  if (!person) return [vacancies, articles, { href: '/sign-in', label: t('nav.signIn') }];
  if (isOfficer) {
    return [
      { href: '/', label: t('nav.home'), isExact: true },
      articles,
      { href: '/cases', label: t('nav.cases') },
    ];
  }
  return [{ href: '/my', label: t('nav.my') }, vacancies, articles];
}

function useAccountMenu(): readonly MenuGroup[] {
  const t = useFrameText();
  const isOfficer = useIsOfficer();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate('/') });
  return [
    {
      id: 'own',
      actions: [
        { id: 'details', label: t('menu.details'), icon: UserIcon, href: '/me' },
        ...(isOfficer ? [{ id: 'my', label: t('nav.my'), href: '/my' }] : []),
      ],
    },
    { id: 'leave', actions: [{ id: 'out', label: t('menu.signOut'), icon: LogOutIcon, onAction: leave }] },
  ];
}
