import type { PageState } from './page-state.js';
import { demoPeople } from './world.js';

const site = (name: string, path: PageState['path'], heading: string, as?: string): PageState => ({
  name,
  app: 'site',
  path,
  heading,
  as,
});

/** The pages the server makes itself. */
export const siteStates: readonly PageState[] = [
  site('start', '/', 'Recruit field officers'),
  site('outbox', '/outbox', 'Outbox'),
  site('side-by-side', '/side-by-side', 'Console beside phone', demoPeople.tomas),
  site('authorize', ({ authorize }) => authorize, 'Sign in'),
  site('authorize-allow', ({ authorize }) => authorize, 'Let ', demoPeople.tomas),
  site('authorize-refused', '/services/oauth2/authorize', 'This sign-in cannot go on'),
];
