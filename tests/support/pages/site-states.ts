import type { PageState } from './page-state.js';

const site = (name: string, path: PageState['path'], heading: string): PageState => ({
  name,
  app: 'site',
  path,
  heading,
});

/** The pages the server makes itself. */
export const siteStates: readonly PageState[] = [
  site('start', '/', 'Recruit field officers'),
  site('outbox', '/outbox', 'Outbox'),
  site('authorize', ({ authorize }) => authorize, 'Sign in'),
  site('authorize-refused', '/services/oauth2/authorize', 'This sign-in cannot go on'),
];
