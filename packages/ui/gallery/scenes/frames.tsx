import {
  Alert,
  BookOpenIcon,
  BriefcaseIcon,
  ChartColumnIcon,
  type Command,
  ConsoleShell,
  HomeIcon,
  InboxIcon,
  KanbanIcon,
  LifeBuoyIcon,
  LogOutIcon,
  type NavGroup,
  PlusIcon,
  PortalShell,
  SettingsIcon,
  ThemeSwitch,
  UserIcon,
  UsersIcon,
  useLocaleSwitch,
} from '@muster/ui';
import { Outlet } from 'react-router';

const agency = 'Marrenfell Border and Rescue Service';

const nav: readonly NavGroup[] = [
  {
    id: 'work',
    items: [
      { href: '/queue', label: 'Home', icon: HomeIcon, keys: 'g h' },
      { href: '/board', label: 'Hiring board', icon: KanbanIcon, keys: 'g b' },
      { href: '/application', label: 'Applicants', icon: UsersIcon, count: 2470 },
      { href: '/requisitions', label: 'Requisitions', icon: BriefcaseIcon },
    ],
  },
  {
    id: 'support',
    title: 'Support',
    items: [
      { href: '/cases', label: 'Cases', icon: LifeBuoyIcon, count: 41 },
      { href: '/articles', label: 'Articles', icon: BookOpenIcon },
    ],
  },
  {
    id: 'see',
    title: 'See',
    items: [
      { href: '/dashboard', label: 'Dashboard', icon: ChartColumnIcon },
      { href: '/outbox', label: 'Outbox', icon: InboxIcon, count: 3 },
      { href: '/setup', label: 'Setup', icon: SettingsIcon },
    ],
  },
];

const commands: readonly Command[] = [
  ...nav.flatMap((group) =>
    group.items.map(({ href, label, icon, keys }) => ({
      id: href,
      href,
      label,
      icon,
      shortcut: keys,
      group: 'Go to',
    })),
  ),
  { id: 'new', label: 'New requisition', icon: PlusIcon, group: 'Create', href: '/requisitions' },
  {
    id: 'nia',
    label: 'Nia Calder',
    detail: 'A-00412 · Field Officer',
    icon: UserIcon,
    group: 'People',
    href: '/application',
  },
  {
    id: 'joel',
    label: 'Joel Brandt',
    detail: 'A-00417 · Field Officer',
    icon: UserIcon,
    group: 'People',
    href: '/application',
  },
];

const menu = [
  { id: 'me', actions: [{ id: 'settings', label: 'Settings', icon: SettingsIcon, href: '/settings' }] },
  { id: 'out', actions: [{ id: 'out', label: 'Sign out', icon: LogOutIcon, onAction: () => undefined }] },
];

export function ConsoleFrame() {
  return (
    <ConsoleShell
      agency={{ name: agency, href: '/queue' }}
      nav={nav}
      commands={commands}
      account={{ name: 'Tomas Keller', menu }}
      tools={<ThemeSwitch />}
    >
      <Outlet />
    </ConsoleShell>
  );
}

export function PortalFrame() {
  const { setLocale } = useLocaleSwitch();
  return (
    <PortalShell
      agency={{ name: agency, href: '/my-application' }}
      nav={[
        { href: '/my-application', label: 'My application' },
        { href: '/messages', label: 'Messages', count: 2 },
        { href: '/question', label: 'Vacancies' },
        { href: '/help', label: 'Help' },
      ]}
      onLanguage={setLocale}
      account={{ name: 'Nia Calder', menu }}
      footerLinks={[
        { href: '/accessibility', label: 'Accessibility' },
        { href: '/privacy', label: 'Privacy' },
        { href: '/use', label: 'What this system is used for' },
      ]}
      band={
        <Alert tone="error" isBand title="Instruction FI-114 is withdrawn.">
          The buckle slips when wet below −5 °C. Use version 4.
        </Alert>
      }
    >
      <Outlet />
    </PortalShell>
  );
}
