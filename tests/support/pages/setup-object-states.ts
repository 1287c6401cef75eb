import type { Page } from 'playwright-core';
import { type PageState, submitForm } from './page-state.js';
import { demoPeople } from './world.js';

const { ewa, tomas } = demoPeople;

const setup = (name: string, path: string, heading: string, rest: Partial<PageState> = {}): PageState => ({
  name: `setup-${name}`,
  app: 'console',
  path: `/setup/objects${path}`,
  heading,
  as: ewa,
  isFullOfNames: true,
  ...rest,
});

const holdBackData = (page: Page) => page.route(/\/services\/data\//, () => undefined);
const failData = (page: Page) => {
  const body = JSON.stringify([{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }]);
  return page.route(/\/services\/data\//, (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body }),
  );
};

const STEP = '/Application_Step__c';

/** Chooses a type of field, by its place in the list. */
const chooseType = (type: string) => async (page: Page) => {
  await page.locator('main form .mu-select').first().click();
  await page.locator(`[role=option][data-key=${type}]`).click();
};
/** Picks up the first thing that can be moved. */
const pickUp = async (page: Page) => {
  await page.locator('.console-grab').first().focus();
  await page.keyboard.press('Space');
  await page.locator('.console-grab[aria-pressed=true]').waitFor();
};
/** Fills in a name and tries what is there, without saving it. */
const check = async (page: Page) => {
  await page.locator('main form input[type=text]').nth(0).fill('Boat');
  await page.locator('main form input[type=text]').nth(1).fill('Boats');
  await page.locator('main form .mu-button-row').last().locator('button').nth(1).click();
  await page.locator('.setup-changes').waitFor();
};

/** The pages of Setup about objects and what they are made of. */
export const setupObjectStates: readonly PageState[] = [
  setup('objects', '', 'Objects'),
  setup('objects-loading', '', 'Objects', { before: holdBackData, isLoading: true }),
  setup('objects-failed', '', 'Objects', { before: failData }),
  setup('objects-nothing', '?q=zzzz', 'Objects'),
  setup('objects-denied', '', 'You may not open', { as: tomas }),
  setup('object-new', '/new', 'New object'),
  setup('object-new-empty', '/new', 'New object', { reach: submitForm }),
  setup('object-new-check', '/new', 'New object', { reach: check }),
  setup('object-missing', '/Nothing__c', 'There is nothing'),
  setup('object-fields', `${STEP}/fields`, 'Application Step'),
  setup('object-details', `${STEP}/details`, 'Application Step'),
  setup('object-record-types', `${STEP}/recordTypes`, 'Application Step'),
  setup('object-edit', `${STEP}/edit`, 'Edit Application Step'),
  setup('field-new', `${STEP}/fields/new`, 'New field'),
  setup('field-new-empty', `${STEP}/fields/new`, 'New field', { reach: submitForm }),
  setup('field-new-lookup', `${STEP}/fields/new`, 'New field', { reach: chooseType('Lookup') }),
  setup('field-picklist', `${STEP}/fields/State__c`, 'State', { reach: pickUp }),
  setup('field-standard', `${STEP}/fields/CreatedDate`, 'Created Date'),
  setup('field-delete', `${STEP}/fields/State__c`, 'State', {
    async reach(page) {
      await page.locator('.mu-page-actions button').click();
      await page.getByRole('alertdialog').waitFor();
    },
  }),
  setup('field-leave', `${STEP}/fields/State__c`, 'State', {
    async reach(page) {
      await page.locator('main form input[type=text]').first().fill('Other');
      await page.locator('.mu-page-back a').click();
      await page.getByRole('alertdialog').waitFor();
    },
  }),
  setup('field-dependency', `${STEP}/fields/State__c/dependency`, 'Dependency of State', {
    async reach(page) {
      await page.locator('main form .mu-select').click();
      await page.getByRole('option').last().click();
      await page.locator('main table').waitFor();
    },
  }),
  setup('record-type-new', `${STEP}/recordTypes/new`, 'New record type'),
  setup('compact-layout-new', `${STEP}/compactLayouts/new`, 'New compact layout'),
  setup('list-view-new', `${STEP}/listViews/new`, 'New list view', {
    async reach(page) {
      await page.locator('main form .mu-card').last().locator('button').click();
      await page.locator('.setup-filter').waitFor();
    },
  }),
  setup('layout-new', `${STEP}/layouts/new`, 'New layout', { reach: pickUp }),
  setup('layout-assignment', `${STEP}/layouts/assignment`, 'Layout assignment'),
];
