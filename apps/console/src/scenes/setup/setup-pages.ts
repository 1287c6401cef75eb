import type { Permission } from '../../data/permission.js';

/** The headings of Setup, in their order. */
export const setupGroups = ['people', 'objects', 'process', 'messages', 'data', 'system'] as const;
export type SetupGroup = (typeof setupGroups)[number];

interface SetupPageShape {
  /** Names the page in the catalogue: `page.<key>` is its title, `page.<key>.what` the line that says what it is for. */
  readonly key: string;
  readonly group: SetupGroup;
  /** Below `/console`. Pages below this address are gated alike. */
  readonly href: string;
  /** What opens it, beside the permission to view Setup. */
  readonly needs: Permission;
}

/** Every page of Setup: the home, the navigation, the command palette and the gate read this list. */
export const setupPages = [
  { key: 'users', group: 'people', href: '/setup/users', needs: 'ManageUsers' },
  { key: 'permissions', group: 'people', href: '/setup/permissions', needs: 'CustomizeApplication' },
  { key: 'objects', group: 'objects', href: '/setup/objects', needs: 'CustomizeApplication' },
  { key: 'processes', group: 'process', href: '/processes', needs: 'Manage_Processes' },
  { key: 'mail', group: 'messages', href: '/setup/mail', needs: 'CustomizeApplication' },
  { key: 'jobs', group: 'system', href: '/setup/jobs', needs: 'ViewSetup' },
  { key: 'deploys', group: 'system', href: '/setup/deploys', needs: 'CustomizeApplication' },
  { key: 'health', group: 'system', href: '/setup/health', needs: 'ViewSetup' },
  { key: 'export', group: 'data', href: '/setup/export', needs: 'ModifyAllData' },
  { key: 'import', group: 'data', href: '/setup/import', needs: 'ModifyAllData' },
] as const satisfies readonly SetupPageShape[];

export type SetupPage = (typeof setupPages)[number];

/** The pages of Setup somebody may open. */
export function setupPagesFor(can: (permission: Permission) => boolean): readonly SetupPage[] {
  return can('ViewSetup') ? setupPages.filter(({ needs }) => can(needs)) : [];
}

/** The page of Setup an address belongs to: the longest that it is, or is below. */
export function setupPageAt(pathname: string): SetupPage | undefined {
  return setupPages
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce<SetupPage | undefined>(
      (best, page) => (best !== undefined && best.href.length >= page.href.length ? best : page),
      undefined,
    );
}
