import type { Page } from 'playwright-core';
import { type PageState, submitForm } from './page-state.js';
import { demoPeople } from './world.js';

const { ewa, tomas } = demoPeople;

const setup = (
  name: string,
  path: PageState['path'],
  heading: string,
  rest: Partial<PageState> = {},
): PageState => ({
  name: `setup-${name}`,
  app: 'console',
  path,
  heading,
  as: ewa,
  isFullOfNames: true,
  ...rest,
});

/** Lets no record come, so that the page stays as it is while it loads. */
const holdBackData = (page: Page) => page.route(/\/services\/data\//, () => undefined);
/** Lets every question for records fail as it does when the server is at fault. */
const failData = (page: Page) => {
  const body = JSON.stringify([{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }]);
  return page.route(/\/services\/data\//, (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body }),
  );
};

/** Shows a job of which every try failed. */
const failJob = (page: Page) =>
  page.route(/\/services\/data\/.*\/setup\/jobs$/, (route) =>
    route.fulfill({
      json: {
        jobs: [
          {
            id: '1',
            jobType: 'recruiting.outbox',
            status: 'Failed',
            attempts: 25,
            maxAttempts: 25,
            extendedStatus: 'connect ECONNREFUSED 192.0.2.1:25',
            createdDate: '2026-11-25T09:00:00Z',
            nextRunDate: '2026-11-25T09:00:00Z',
          },
        ],
      },
    }),
  );

/** Goes from the list to the page of the person whose name begins so. */
const openUser = (name: string, then?: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.getByRole('link', { name }).click();
  await page.locator('.mu-definitions').first().waitFor();
  await then?.(page);
};
const more = async (page: Page) => {
  await page.locator('.mu-page-header [aria-haspopup]').click();
  await page.getByRole('menu').waitFor();
};

/** Setup's home, and its pages about people. */
export const setupPeopleStates: readonly PageState[] = [
  setup('home', '/setup', 'Setup'),
  setup('home-nothing', '/setup?q=zzzz', 'Setup'),
  setup('denied', '/setup/users', 'You may not open', { as: tomas }),
  setup('users', '/setup/users', 'Users'),
  setup('users-loading', '/setup/users', 'Users', { before: holdBackData, isLoading: true }),
  setup('users-failed', '/setup/users', 'Users', { before: failData }),
  setup('users-nothing', '/setup/users?q=zzzz', 'Users'),
  setup('users-invite', '/setup/users/new', 'Invite somebody'),
  setup('users-invite-empty', '/setup/users/new', 'Invite somebody', { reach: submitForm }),
  setup('user', '/setup/users', 'Sam Okoro', { reach: openUser('Sam Okoro') }),
  setup('user-missing', '/setup/users/005000000000001AAA', 'There is nothing'),
  setup('user-menu', '/setup/users', 'Sam Okoro', { reach: openUser('Sam Okoro', more) }),
  setup('user-edit', '/setup/users', 'Edit Sam Okoro', {
    reach: openUser('Sam Okoro', async (page) => {
      await page.locator('.mu-page-actions a').click();
      await page.locator('main form').waitFor();
    }),
  }),
  setup('user-transfer', '/setup/users', 'Tomas Keller', {
    reach: openUser('Tomas Keller', async (page) => {
      await page.locator('.mu-card-actions button').click();
      await page.getByRole('dialog').locator('form').waitFor();
    }),
  }),
  setup('user-deactivate', '/setup/users', 'Tomas Keller', {
    reach: openUser('Tomas Keller', async (page) => {
      await more(page);
      await page.getByRole('menuitem').last().click();
      await page.getByRole('alertdialog').waitFor();
    }),
  }),
  setup('permissions', '/setup/permissions', 'Permission sets and profiles'),
  setup('permissions-nothing', '/setup/permissions?q=zzzz', 'Permission sets and profiles'),
  setup('permissions-new', '/setup/permissions/new', 'New permission set'),
  setup('permissions-new-empty', '/setup/permissions/new', 'New permission set', { reach: submitForm }),
  setup('rights-objects', '/setup/permissions/PermissionSet/Support_Agent', 'Support agent'),
  setup('rights-changed', '/setup/permissions/PermissionSet/Support_Agent', 'Support agent', {
    reach: (page) => page.locator('tbody input[type=checkbox]').first().click(),
  }),
  ...['fields', 'system', 'work', 'record-types', 'tabs', 'people'].map((tab, i) =>
    setup(`rights-${tab}`, '/setup/permissions/Profile/Standard', 'Standard', {
      reach: (page) =>
        page
          .getByRole('tab')
          .nth(i + 1)
          .click(),
    }),
  ),
  setup('rights-missing', '/setup/permissions/PermissionSet/Nowhere', 'There is nothing'),
  setup('jobs', '/setup/jobs', 'Jobs and failures'),
  setup('jobs-failed', '/setup/jobs', 'Jobs and failures', { before: failJob }),
  setup('jobs-clock', '/setup/jobs?tab=clock', 'Jobs and failures'),
  setup('jobs-loads', '/setup/jobs?tab=loads', 'Jobs and failures'),
  setup('deploys', '/setup/deploys', 'Deploy history'),
  setup('deploys-loading', '/setup/deploys', 'Deploy history', { before: holdBackData, isLoading: true }),
  setup('deploy', '/setup/deploys', 'Deploy of', {
    async reach(page) {
      await page.locator('tbody a').last().click();
      await page.locator('.setup-component summary').first().click();
    },
  }),
  setup('health', '/setup/health', 'System health'),
  setup('health-unread', '/setup/health', 'System health', { before: failData }),
  setup('mail', '/setup/mail', 'Mail'),
  setup('mail-test-empty', '/setup/mail', 'Mail', { reach: submitForm }),
  { ...setup('set-password-bad', '/set-password?link=none', 'Choose your password'), as: undefined },
];
