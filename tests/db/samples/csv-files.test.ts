import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackage } from '@muster/metadata';
import { deployPackage } from '@muster/records';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { type BulkLoad, bulkLoad } from '../../support/bulk-load.js';
import { metadataFile } from '../../support/metadata-file.js';
import { HAS_SAMPLE_DATA, SAMPLE_DATA, standardSolution } from '../../support/public-projects.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const LOADER = join(SAMPLE_DATA, 'forcedotcom__dataloader/src/test/resources/testfiles/data');
const COMMAND = join(SAMPLE_DATA, 'salesforcecli__plugin-data/test/test-files/csv');

/** The fields these files are about, as their mapping files name them. */
const FIELDS = {
  AccountNumber__c: '<length>80</length><type>Text</type>',
  Oracle_Id__c: '<externalId>true</externalId><length>80</length><type>Text</type>',
  CustomDateTime__c: '<type>DateTime</type>',
  CustomDateOnly__c: '<type>Date</type>',
  Column_1__c: '<length>80</length><type>Text</type>',
  Column_2__c: '<length>80</length><type>Text</type>',
  Rich_Text__c: '<length>32768</length><type>Html</type><visibleLines>10</visibleLines>',
} as const;

const scratch = mkdtempSync(join(tmpdir(), 'muster-csv-'));
let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [standardSolution(scratch)] });
  client = await apiClient(server);
  const { store, org, records } = server.instance;
  const target = { database: store.database, org, standardObjects: records.standardObjects };
  const files = Object.entries(FIELDS).map(([name, type]) => {
    const content = `<fullName>${name}</fullName><label>${name}</label>${type}`;
    return metadataFile(`objects/Account/fields/${name}.field-meta.xml`, 'CustomField', content);
  });
  const { components } = await deployPackage(target, readPackage(files, undefined));
  expect(components.filter(({ status }) => status === 'failed')).toEqual([]);
});
afterAll(async () => {
  await server?.close();
  rmSync(scratch, { recursive: true });
});

beforeEach(async () => {
  const { body } = await query('SELECT Id FROM Account');
  const ids = body.records.map(({ Id }: { readonly Id: string }) => Id);
  if (ids.length === 0) return;
  await bulkLoad(client, { object: 'Account', operation: 'delete' }, ['Id', ...ids, ''].join('\n'));
});

const query = (soql: string) =>
  client.call('GET', `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`);

/** Field values of all accounts, in the order they were made. */
async function accounts(...fields: readonly string[]): Promise<readonly unknown[][]> {
  const { body } = await query(`SELECT ${fields.join(', ')} FROM Account ORDER BY Id`);
  return body.records.map((record: Record<string, unknown>) => fields.map((name) => record[name]));
}

/** Loads a file as it lies there, but for the names in its first line, which a mapping would give. */
async function load(
  folder: string,
  file: string,
  names: Readonly<Record<string, string>> = {},
  job: object = {},
): Promise<BulkLoad> {
  let text = readFileSync(join(folder, file), 'latin1');
  for (const [own, name] of Object.entries(names)) text = text.replace(own, name);
  return bulkLoad(client, { object: 'Account', operation: 'insert', ...job }, Buffer.from(text, 'latin1'));
}

const wide = (text: string) => [...text].join('\0');

describe.skipIf(!HAS_SAMPLE_DATA)(
  HAS_SAMPLE_DATA ? 'CSV files of public tools' : 'CSV files of public tools (../shared/corpus is absent)',
  () => {
    const columns = { column1: 'Name', column2: 'Column_1__c', column3: 'Column_2__c' };
    const rows = [
      ['row1-1', 'row1-2', 'row1-3'],
      ['row2-1', 'row2-2', 'row2-3'],
    ];

    it.each([
      ['csvtext.csv', columns],
      ['csvtext_BOM_UTF8.csv', columns],
      ['csvtext_BOM_UTF16BE.csv', Object.fromEntries(Object.entries(columns).map((pair) => pair.map(wide)))],
      ['csvtext_BOM_UTF16LE.csv', Object.fromEntries(Object.entries(columns).map((pair) => pair.map(wide)))],
    ])('%s has its rows, whatever mark it begins with', async (file, names) => {
      await load(LOADER, file, names);
      expect(await accounts('Name', 'Column_1__c', 'Column_2__c')).toEqual(rows);
    });

    it.each(['csvtext_BOM_UTF32BE.csv', 'csvtext_BOM_UTF32LE.csv'])(
      '%s, which is not what its mark says, is refused and nothing is loaded',
      async (file) => {
        const path = '/services/data/v60.0/jobs/ingest';
        const { body } = await client.call('POST', path, { object: 'Account', operation: 'insert' });
        const upload = readFileSync(join(LOADER, file));
        const { status, body: errors } = await client.call('PUT', `${path}/${body.id}/batches`, upload, {
          'content-type': 'text/csv',
        });
        expect({ status, code: errors[0].errorCode }).toEqual({ status: 400, code: 'INVALIDBATCH' });
      },
    );

    it('reads quotes within quotes', async () => {
      await load(LOADER, 'csvEscapedQuotes.csv', { column1: 'Name', column2: 'Column_1__c' });
      expect(await accounts('Name', 'Column_1__c')).toEqual([
        ['"The Best" Account', 'bla'],
        ['The "Best" Account', 'bla'],
      ]);
    });

    it('parts by the delimiter of the job and no other', async () => {
      const names = { column1: 'Name', 'column2!some': 'Column_1__c', column3: 'Column_2__c' };
      await load(LOADER, 'csvSeparator.csv', names);
      expect(await accounts('Name', 'Column_1__c', 'Column_2__c')).toEqual([
        ['col11', 'col12!somev1', 'col13'],
        ['col21', 'col22!somev2', 'col23'],
      ]);
    });

    it.each([
      ['backquote', 'BACKQUOTE'],
      ['caret', 'CARET'],
      ['comma', 'COMMA'],
      ['comma_wrapped_values', 'COMMA'],
      ['pipe', 'PIPE'],
      ['semicolon', 'SEMICOLON'],
      ['tab', 'TAB'],
    ])('%s.csv has its ten accounts', async (file, columnDelimiter) => {
      await load(COMMAND, `${file}.csv`, {}, { columnDelimiter });
      const expected = [...Array(10).keys()].map((i) => [
        `account Upsert #${i}`,
        'Account',
        `http://www.accountUpsert${i}.com`,
        i * 1000,
      ]);
      expect(await accounts('Name', 'Type', 'Website', 'AnnualRevenue')).toEqual(expected);
    });

    it('keeps blanks and markup of rich text', async () => {
      const names = { NumEmp: 'NumberOfEmployees', RichText: 'Rich_Text__c' };
      const { job } = await load(LOADER, 'accountsForInsert.csv', names);
      expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
      expect(await accounts('Name', 'NumberOfEmployees', 'Industry')).toEqual([
        ['Company A', 25, 'Heavy Industry'],
        ['Company B', 36, 'Mining'],
        ['Company C', 47, 'Aerospace'],
        ['Company D', 58, 'Fiber Optics'],
      ]);
    });

    const dated = { DATE_ONLY: 'CustomDateOnly__c', DATE: 'CustomDateTime__c' };

    const refusal = (type: string, text: string) =>
      `JSON_PARSER_ERROR:Cannot deserialize instance of ${type} from VALUE_STRING value ${text}`;

    it('takes an instant for no day, and guesses no zone for an instant without one', async () => {
      const instant = '2010-10-14T12:00:00.000';
      for (const [file, reason] of [
        ['dateEndingInZ.csv', refusal('date', `${instant}Z:CustomDateOnly__c`)],
        ['dateOnlyWithTimeZone.csv', refusal('date', '2010-10-14T00:00:00.000Z:CustomDateOnly__c')],
        ['dateUsingDefaultTimeZone.csv', refusal('datetime', `${instant}:CustomDateTime__c`)],
        ['dateWithTimeZone.csv', refusal('datetime', `${instant}Z-0300:CustomDateTime__c`)],
      ] as const) {
        const { failed, ids } = await load(LOADER, file, dated);
        expect({ file, ids }).toEqual({ file, ids: [] });
        expect(failed).toContain(reason);
      }
    });

    it('reads instants in the zone they name as ISO 8601 has them, and refuses other spellings', async () => {
      const name = { Date: 'CustomDateTime__c' };
      const { failed } = await load(LOADER, 'timeZoneFormatTesting.csv', name);
      expect(await accounts('Name', 'CustomDateTime__c')).toEqual([
        ['DT', '2009-07-14T14:14:45.000+0000'],
        ['ET', '2009-07-14T10:14:45.000+0000'],
        ['FT', '2009-07-14T12:14:45.000+0000'],
      ]);
      expect(failed).toContain(refusal('datetime', '07/15/2009 02:14:45+0800'));
      const mixed = await load(LOADER, 'timeZoneFormatTestingWithErrors.csv', name);
      expect(mixed.job).toMatchObject({ numberRecordsFailed: 5 });
      expect(mixed.ids).toHaveLength(1);
    });

    /** Wide blanks around the first id are part of it: the tool cuts them before it sends a file. */
    it('names parents by an external id, in both spellings of the tool', async () => {
      await load(LOADER, 'upsertAccountCsvTemplate.csv');
      const job = { operation: 'upsert', externalIdFieldName: 'Oracle_Id__c' };
      const files = [
        ['upsertFkAccountNewFormatCsvTemplate.csv', 'Account:Parent.Oracle_Id__c', 4],
        ['upsertFkAccountOldFormatCsvTemplate.csv', 'pArent.oRaClE_Id__c', 49],
      ] as const;
      for (const [file, column, saved] of files) {
        const { ids, failed } = await load(LOADER, file, { PARENT: column }, job);
        expect(ids).toHaveLength(saved);
        expect(failed.match(/Foreign key external ID: [\w-]+ not found/g)).toEqual([
          'Foreign key external ID: 1-000000 not found',
        ]);
      }
      const { body } = await query(
        "SELECT Name, Parent.Name, AnnualRevenue FROM Account WHERE Oracle_Id__c = '1-000099'",
      );
      expect(body.records[0]).toMatchObject({
        Name: 'account UpsertFk #99',
        Parent: { Name: 'account Upsert #49' },
        AnnualRevenue: 99_000,
      });
    });
  },
);
