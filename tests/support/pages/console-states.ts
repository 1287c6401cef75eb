import type { Page } from 'playwright-core';
import { PASSWORD } from '../candidates.js';
import { fail, holdBack, type PageState, submitForm } from './page-state.js';
import { setupDataStates } from './setup-data-states.js';
import { setupObjectStates } from './setup-object-states.js';
import { setupPeopleStates } from './setup-people-states.js';
import { demoPeople, others, type World } from './world.js';

const { tomas, ruth, priya } = demoPeople;

const console_ = (
  name: string,
  path: PageState['path'],
  heading: string,
  rest: Partial<PageState> = {},
): PageState => ({ name, app: 'console', path, heading, as: tomas, ...rest });

type Applications = World['applications'];

/** The page of somebody's application, with a form beside it when an action is named. */
const application =
  (who: keyof Applications, query = '') =>
  ({ applications }: World) =>
    `/applications/${applications[who]}${query}`;

const form = (name: string, who: keyof Applications, query: string, heading: string) =>
  console_(`form-${name}`, application(who, `?do=${query}`), heading);

const openMenu = (button: string) => async (page: Page) => {
  await page.locator(button).first().click();
  await page.getByRole('menu').waitFor();
};

const palette = (text: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('searchbox'))
    .fill(text);
};

const frameStates: readonly PageState[] = [
  { ...console_('sign-in', '/sign-in', 'Sign in to the console'), as: undefined },
  {
    ...console_('sign-in-empty', '/sign-in', 'Sign in to the console', { reach: submitForm }),
    as: undefined,
  },
  {
    ...console_('sign-in-refused', '/sign-in', 'Sign in to the console', {
      async reach(page) {
        await page.locator('main input').first().fill('nobody@marrenfell.example');
        await page.locator('input[type=password]').fill(PASSWORD);
        await submitForm(page);
      },
    }),
    as: undefined,
  },
  {
    ...console_('other-app', '/sign-in', 'Your account does not open', {
      async reach(page) {
        const isSpanish = (await page.getAttribute('html', 'lang')) === 'es';
        await page
          .locator('main input')
          .first()
          .fill(isSpanish ? others.iria : others.ada);
        await page.locator('input[type=password]').fill(PASSWORD);
        await page.locator('main form button[type=submit]').click();
        await page.locator('.mu-state').waitFor();
      },
    }),
    as: undefined,
  },
  console_('denied', '/dashboard', 'You may not open', {}),
  console_('nowhere', '/nowhere', 'There is nothing at this address'),
  console_('palette', '/', 'Home', { reach: palette('') }),
  console_('palette-nothing', '/', 'Home', { reach: palette('zzzz') }),
  console_('shortcuts', '/', 'Home', {
    async reach(page) {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  }),
  console_('account-menu', '/', 'Home', { reach: openMenu('.mu-account') }),
];

const listStates: readonly PageState[] = [
  console_('home', '/', 'Home'),
  console_('home-loading', '/', '', { before: holdBack('home'), isLoading: true }),
  console_('home-failed', '/', 'This page could not be loaded', { before: fail('home') }),
  console_('home-queue', '/?queue=overdue', 'Home'),
  console_('home-queue-empty', '/?queue=review', 'Home'),
  console_('home-preview', ({ applications }) => `/?panel=${applications.joel}`, 'Home'),
  console_('applicants', '/applicants', 'Applicants'),
  console_('applicants-loading', '/applicants', 'Applicants', {
    before: holdBack('applicants'),
    isLoading: true,
  }),
  console_('applicants-failed', '/applicants', 'Applicants', { before: fail('applicants') }),
  console_('applicants-nothing', '/applicants?search=zzzz', 'Applicants'),
  console_('applicants-filtered', '/applicants?phase=exam&waitingOn=candidate', 'Applicants'),
  console_(
    'applicants-preview',
    ({ applications }) => `/applicants?panel=${applications.hugo}`,
    'Applicants',
  ),
  console_('applicants-selected', '/applicants', 'Applicants', {
    reach: (page) => page.locator('tbody input[type=checkbox]').first().check({ force: true }),
  }),
  console_('applicants-views', '/applicants', 'Applicants', {
    reach: openMenu('.mu-page-header button'),
  }),
  console_('applicants-save-view', '/applicants?phase=exam', 'Applicants', {
    async reach(page) {
      await openMenu('.mu-page-header button')(page);
      await page.getByRole('menuitem').last().click();
      await page.getByRole('dialog').waitFor();
    },
  }),
  console_('board', '/board', 'Hiring board'),
  console_('board-loading', '/board', '', { before: holdBack('board'), isLoading: true }),
  console_('board-empty', '/board?posting=P-9999', 'Hiring board'),
];

const applicationStates: readonly PageState[] = [
  console_('application', application('nia'), 'Nia Calder'),
  console_('application-loading', application('nia'), '', {
    before: holdBack('application'),
    isLoading: true,
  }),
  console_('application-missing', '/applications/0iT000000000000AAA', 'There is nothing'),
  console_('application-held', application('joel'), 'Joel Brandt'),
  console_('application-answers', application('cleo'), 'Cleo Moor'),
  console_('application-closed', application('hugo'), 'Hugo Moor'),
  console_('application-withdrawn', application('eve'), 'Eve Moor'),
  console_('application-more', application('nia'), 'Nia Calder', {
    reach: openMenu('.mu-page-header [aria-haspopup]'),
  }),
  console_('application-step-menu', application('nia'), 'Nia Calder', {
    reach: openMenu('.console-step-actions button'),
  }),
  console_('application-message', application('finn'), 'Finn Moor', {
    async reach(page) {
      await page.locator('.mu-composer textarea').fill('Bring your passport on the first day.');
      await page.locator('.mu-composer button[type=submit]').click();
      await page.locator('.mu-toast').first().waitFor();
    },
    exempt: ['target-size'],
  }),
  console_('application-note', application('cleo'), 'Cleo Moor', {
    reach: (page) => page.locator('.mu-composer-audience').last().click(),
  }),
  form('result', 'nia', 'record_result&step=medical', 'Nia Calder'),
  form('schedule', 'nia', 'schedule&step=psychological', 'Nia Calder'),
  form('waiting-on', 'nia', 'waiting_on&step=medical', 'Nia Calder'),
  form('fact', 'nia', 'record_fact', 'Nia Calder'),
  form('close', 'nia', 'close', 'Nia Calder'),
  form('reverse', 'nia', 'reverse', 'Nia Calder'),
  form('conditional-offer', 'cleo', 'conditional_offer', 'Cleo Moor'),
  form('final-offer', 'gala', 'final_offer', 'Gala Moor'),
  form('entry-on-duty', 'finn', 'entry_on_duty', 'Finn Moor'),
  form('adjudicate', 'joel', 'adjudicate', 'Joel Brandt'),
  form('record-review', 'ivor', 'record_review', 'Ivor Moor'),
  form('hold', 'cleo', 'hold', 'Cleo Moor'),
  form('release', 'kai', 'release', 'Kai Moor'),
  { ...form('waive', 'kai', 'waive&step=interview', 'Kai Moor'), as: ruth },
  {
    ...form('adjudicate', 'joel', 'adjudicate', 'Joel Brandt'),
    name: 'form-empty',
    reach: submitPanel,
  },
  {
    ...form('conflict', 'nia', 'record_result&step=medical', 'Nia Calder'),
    before: somebodyElseRecords,
    async reach(page) {
      await page.locator('aside input[type=radio]').first().check({ force: true });
      await page.locator('aside form').evaluate((form: HTMLFormElement) => form.requestSubmit());
      await page.locator('aside .mu-timeline').waitFor();
    },
  },
  form('unavailable', 'nia', 'adjudicate', 'Nia Calder'),
];

const setUpStates: readonly PageState[] = [
  console_('requisitions', '/requisitions', 'Requisitions'),
  console_('requisitions-loading', '/requisitions', '', {
    before: holdBack('requisitions'),
    isLoading: true,
  }),
  console_('requisition-new', '/requisitions?new=1', 'Requisitions'),
  console_('requisition-new-empty', '/requisitions?new=1', 'Requisitions', { reach: submitPanel }),
  console_('posting-menu', '/requisitions', 'Requisitions', { reach: openMenu('main table button') }),
  console_('publish', ({ requisition }) => `/requisitions/${requisition}/publish`, 'Publish a posting'),
  console_(
    'publish-empty',
    ({ requisition }) => `/requisitions/${requisition}/publish`,
    'Publish a posting',
    {
      reach: submitForm,
    },
  ),
  console_('processes', '/processes', 'Hiring processes', { as: ruth }),
  console_('process', ({ processes }) => `/processes/${processes.published}`, 'Field Officer', { as: ruth }),
  console_('process-draft', ({ processes }) => `/processes/${processes.draft}`, 'Field Officer', {
    as: ruth,
  }),
  console_('process-move', ({ processes }) => `/processes/${processes.published}/move`, 'Move applications', {
    as: ruth,
  }),
];

const supportStates: readonly PageState[] = [
  console_('cases', '/cases', 'Cases', { as: priya }),
  console_('cases-loading', '/cases', '', { as: priya, before: holdBack('cases'), isLoading: true }),
  console_('cases-nothing', '/cases?q=zzzz', 'Cases', { as: priya }),
  console_('case', ({ cases }) => `/cases?case=${cases.lena}`, 'Cases', { as: priya }),
  console_('case-note', ({ cases }) => `/cases?case=${cases.lena}`, 'Cases', {
    as: priya,
    reach: (page) => page.locator('.mu-composer-audience').last().click(),
  }),
  console_('case-missing', '/cases?case=500000000000001AAA', 'Cases', { as: priya }),
];

const figureStates: readonly PageState[] = [
  console_('dashboard', '/dashboard', 'Dashboard', { as: ruth }),
  console_('dashboard-loading', '/dashboard', '', {
    as: ruth,
    before: holdBack('dashboard'),
    isLoading: true,
  }),
  console_('dashboard-failed', '/dashboard', 'This page could not be loaded', {
    as: ruth,
    before: fail('dashboard'),
  }),
  console_('dashboard-tables', '/dashboard', 'Dashboard', {
    as: ruth,
    async reach(page) {
      for (const button of await page.locator('.mu-chart-head button').all()) await button.click();
    },
  }),
];

/** Lets a change be refused as when somebody recorded something since its form was opened. */
async function somebodyElseRecords(page: Page): Promise<void> {
  const body = JSON.stringify([{ errorCode: 'PRECONDITION_FAILED', message: 'The record has changed.' }]);
  let isChanged = false;
  await page.route(/\/apexrest\/recruiting\/record-result\b/, (route) => {
    isChanged = true;
    return route.fulfill({ status: 412, contentType: 'application/json', body });
  });
  await page.route(/\/apexrest\/recruiting\/application\?/, async (route) => {
    const response = await route.fetch();
    const view = (await response.json()) as { version: number; history: readonly object[] };
    const recorded = { ...view.history[0], id: 'recorded-since' };
    const json = isChanged
      ? { ...view, version: view.version + 1, history: [recorded, ...view.history] }
      : view;
    return route.fulfill({ response, json });
  });
}

/** Sends the form beside a page as it stands. */
async function submitPanel(page: Page): Promise<void> {
  await page.locator('aside form button[type=submit]').click();
  await page.locator('.mu-field-error').first().waitFor();
}

export const consoleStates: readonly PageState[] = [
  ...frameStates,
  ...listStates,
  ...applicationStates,
  ...setUpStates,
  ...supportStates,
  ...figureStates,
  ...setupObjectStates,
  ...setupPeopleStates,
  ...setupDataStates,
];
