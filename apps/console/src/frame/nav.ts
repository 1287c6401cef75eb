import {
  BriefcaseIcon,
  ChartColumnIcon,
  HomeIcon,
  KanbanIcon,
  LifeBuoyIcon,
  ListIcon,
  type NavGroup,
  type NavItem,
  SettingsIcon,
  UsersIcon,
} from '@muster/ui';
import type { Permission } from '../data/permission.js';

type NavText = (
  key:
    | 'nav.recruiting'
    | 'nav.support'
    | 'nav.figures'
    | 'nav.home'
    | 'nav.applicants'
    | 'nav.board'
    | 'nav.requisitions'
    | 'nav.processes'
    | 'nav.cases'
    | 'nav.dashboard'
    | 'nav.administration'
    | 'nav.setup',
) => string;

/** The pages a person may open, by group; groups without any are left out. */
export function navFor(can: (permission: Permission) => boolean, t: NavText): readonly NavGroup[] {
  const only = (permission: Permission, item: NavItem) => (can(permission) ? [item] : []);
  const groups: readonly NavGroup[] = [
    {
      id: 'recruiting',
      title: t('nav.recruiting'),
      items: [
        ...only('Work_Applications', {
          href: '/',
          label: t('nav.home'),
          icon: HomeIcon,
          keys: 'g h',
          isExact: true,
        }),
        ...only('View_Applications', {
          href: '/applicants',
          label: t('nav.applicants'),
          icon: UsersIcon,
          keys: 'g a',
        }),
        ...only('View_Applications', {
          href: '/board',
          label: t('nav.board'),
          icon: KanbanIcon,
          keys: 'g b',
        }),
        ...only('Manage_Requisitions', {
          href: '/requisitions',
          label: t('nav.requisitions'),
          icon: BriefcaseIcon,
          keys: 'g r',
        }),
        ...only('View_Applications', {
          href: '/processes',
          label: t('nav.processes'),
          icon: ListIcon,
          keys: 'g p',
        }),
      ],
    },
    {
      id: 'support',
      title: t('nav.support'),
      items: only('Work_Cases', {
        href: '/cases',
        label: t('nav.cases'),
        icon: LifeBuoyIcon,
        keys: 'g c',
      }),
    },
    {
      id: 'figures',
      title: t('nav.figures'),
      items: only('View_Recruiting_Figures', {
        href: '/dashboard',
        label: t('nav.dashboard'),
        icon: ChartColumnIcon,
        keys: 'g d',
      }),
    },
    {
      id: 'administration',
      title: t('nav.administration'),
      items: only('ViewSetup', {
        href: '/setup',
        label: t('nav.setup'),
        icon: SettingsIcon,
        keys: 'g s',
      }),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
}
