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

const holdBackJobs = (page: Page) => page.route(/\/jobs\//, () => undefined);
const failJobs = (page: Page) => {
  const body = JSON.stringify([{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }]);
  return page.route(/\/jobs\//, (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body }),
  );
};

/** A list that opens with the field in focus hides what is behind it from screen readers, until it is closed. */
const BEHIND_LIST = ['aria-hidden-focus', 'target-size'];

/** The first field that is missing gets the focus, and its list opens over the page. */
async function submitAndCloseList(page: Page): Promise<void> {
  await submitForm(page);
  await page.keyboard.press('Escape');
}

const CSV = 'Name;Telefon;Bemerkung\nOrra clinic;+1 555 0123;"a; b"\nSule clinic;+1 555 0124;\n';

/** Chooses the first of a long list. A list closes when its page scrolls, so that comes to rest before. */
async function chooseFirst(page: Page): Promise<void> {
  const field = page.locator('main [role=combobox]');
  await field.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await page.waitForTimeout(500);
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=option][data-focused]').waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses accounts and goes on to the file; with one, its first rows are shown. */
async function chooseFile(page: Page, text?: string): Promise<void> {
  await chooseFirst(page);
  await page.locator('main form button[type=submit]').click();
  await page.locator('.mu-drop').waitFor();
  if (text === undefined) return;
  const file = { name: 'clinics.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.setup-import-sample, .setup-import-fault').first().waitFor();
}

async function mapColumns(page: Page): Promise<void> {
  await chooseFile(page, CSV);
  await page.locator('main form button[type=submit]').click();
  await page.locator('.setup-import-columns').waitFor();
}

/** The load on a page, as it is while it runs and when it has ended. */
function showLoad(changes: object, errors: readonly object[] = []) {
  const load = {
    id: '750000000000001AAA',
    object: 'Account',
    operation: 'insert',
    state: 'JobComplete',
    createdById: '005000000000001AAA',
    createdDate: '2026-11-25T10:00:00.000+0000',
    systemModstamp: '2026-11-25T10:01:00.000+0000',
    fileName: 'clinics.csv',
    columns: [{ column: 'Name', field: 'Name' }],
    numberRecordsProcessed: 60,
    numberRecordsFailed: 2,
    numberRecordsCreated: 58,
    ...changes,
  };
  const answer = (json: object) => ({ status: 200, json });
  return async (page: Page) => {
    await page.route(/\/jobs\/ingest\/750\w+$/, (route) => route.fulfill(answer(load)));
    await page.route(/\/jobs\/ingest\/750\w+\/errors/, (route) => route.fulfill(answer({ errors })));
  };
}

const errors = [
  {
    row: 4,
    errors: [
      {
        statusCode: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [Name]',
        fields: ['Name'],
      },
    ],
  },
  {
    row: 17,
    errors: [
      {
        statusCode: 'STRING_TOO_LONG',
        message: 'Phone: data value too large: 5555 (max length=40)',
        fields: ['Phone'],
      },
    ],
  },
];

/** Setup's pages about data that comes and goes as files. */
export const setupDataStates: readonly PageState[] = [
  setup('import', '/setup/import', 'Import'),
  setup('import-loading', '/setup/import', 'Import', { before: holdBackJobs, isLoading: true }),
  setup('import-failed', '/setup/import', 'Import', { before: failJobs }),
  setup('import-denied', '/setup/import', 'You may not open', { as: tomas }),
  setup('import-new', '/setup/import/new', 'Import a file'),
  setup('import-new-empty', '/setup/import/new', 'Import a file', {
    reach: submitAndCloseList,
    exempt: BEHIND_LIST,
  }),
  setup('import-file', '/setup/import/new', 'Import a file', { reach: (page) => chooseFile(page) }),
  setup('import-file-chosen', '/setup/import/new', 'Import a file', {
    reach: (page) => chooseFile(page, CSV),
  }),
  setup('import-columns', '/setup/import/new', 'Import a file', { reach: mapColumns }),
  setup('import-running', '/setup/import/750000000000001AAA', 'Add Account', {
    before: showLoad({ state: 'InProgress', expectedRows: 100, numberRecordsFailed: 0 }),
  }),
  setup('import-dry', '/setup/import/750000000000001AAA', 'Dry run: Add Account', {
    before: showLoad({ checkOnly: true }, errors),
  }),
  setup('import-done', '/setup/import/750000000000001AAA', 'Add Account', {
    before: showLoad({ undoableUntil: '2026-12-10T10:00:00.000+0000' }, errors),
  }),
  setup('import-undo', '/setup/import/750000000000001AAA', 'Add Account', {
    before: showLoad({ undoableUntil: '2026-12-10T10:00:00.000+0000' }, errors),
    reach: async (page) => {
      await page.locator('.mu-page-actions button').first().click();
      await page.getByRole('alertdialog').waitFor();
    },
  }),
  setup('import-stopped', '/setup/import/750000000000001AAA', 'Add Account', {
    before: showLoad({
      state: 'Failed',
      errorMessage: 'INVALIDBATCH : LineEnding is invalid on user data. Current LineEnding setting is LF',
      numberRecordsFailed: 0,
      numberRecordsProcessed: 0,
      numberRecordsCreated: 0,
    }),
  }),
  setup('import-missing', '/setup/import/750000000000009AAA', 'There is nothing'),
  setup('export', '/setup/export', 'Export'),
  setup('export-empty', '/setup/export', 'Export', { reach: submitAndCloseList, exempt: BEHIND_LIST }),
  setup('export-failed', '/setup/export', 'Export', { before: failJobs }),
  setup('export-object', '/setup/export', 'Export', {
    reach: async (page) => {
      await chooseFirst(page);
      await page.locator('.setup-export-object summary').click();
      await page.locator('.setup-export-object .mu-choices').waitFor();
    },
  }),
  setup('export-ready', '/setup/export', 'Export', {
    reach: async (page) => {
      await page.locator('main .mu-choice').nth(1).click();
      await page.locator('main textarea').fill('SELECT Id, Name FROM Account');
      await page.locator('main form button[type=submit]').click();
      await page.locator('main .mu-alert').waitFor();
    },
  }),
];
