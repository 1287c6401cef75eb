import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { secureRandom } from '@muster/kernel';
import type { FieldDef, ObjectDef, Snapshot } from '@muster/metadata';
import {
  beginOrgWrite,
  createOrg,
  deployTables,
  type Org,
  openLocalFileStore,
  readLiveSchema,
  restoreBackup,
  writeBackup,
} from '@muster/store';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createEmptyDatabase } from '../../support/empty-database.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
let org: Org;
beforeAll(async () => {
  db = await createTestDatabase();
  org = await createOrg(db.database, { name: 'Other', random: secureRandom });
});
afterAll(() => db.drop());

const field = (name: string, type: FieldDef['type'], more: Partial<FieldDef> = {}): FieldDef => ({
  name,
  label: name,
  type,
  custom: true,
  required: false,
  unique: false,
  externalId: false,
  createable: true,
  updateable: true,
  ...more,
});

/** An org with one object of one field besides its id. */
const snapshot = (object: string, kept: FieldDef): Snapshot => {
  const described: ObjectDef = {
    name: object,
    label: object,
    labelPlural: object,
    keyPrefix: 'a0U',
    custom: true,
    fields: [field('Id', 'Id'), kept],
    nameField: 'Id',
    sharingModel: 'Private',
    externalSharingModel: 'Private',
  };
  return {
    version: 1,
    objects: new Map([[object.toLowerCase(), described]]),
    objectsByPrefix: new Map([['a0U', described]]),
    permissionSets: new Map(),
    profiles: new Map(),
    sharingRules: [],
    sharingSets: [],
    listViews: [],
    translations: new Map(),
  };
};

const sql = (text: string, values: readonly (string | null)[] = []) =>
  db.database.rows({ text, values: [...values] });

type Kind = readonly [FieldDef['type'], Partial<FieldDef>?];
let made = 0;

/** A table with values in a field of a type, and what becomes of it under another. */
async function filled([type, more]: Kind, values: readonly (string | null)[]) {
  made += 1;
  const object = `Kind${made}__c`;
  const table = `"${org.schema}".kind${made}__c`;
  const before = snapshot(object, field('Value__c', type, more));
  await deployTables(db.database, org, { current: undefined, target: before });
  for (const [i, value] of values.entries())
    await sql(`insert into ${table} (id, value__c) values ($1, $2)`, [String(i), value]);
  return {
    table,
    before,
    to: ([changed, settings]: Kind) => snapshot(object, field('Value__c', changed, settings)),
    read: async () => (await sql(`select value__c from ${table} order by id`)).map(([value]) => value),
  };
}

describe('a field that becomes', () => {
  const number = { precision: 10, scale: 2 };
  test.each<readonly [Kind, readonly (string | null)[], Kind, readonly (string | null)[]]>([
    [['Date'], ['2026-02-28', null], ['Text', { length: 20 }], ['2026-02-28', null]],
    [['Date'], ['2026-02-28', null], ['DateTime'], ['2026-02-28 00:00:00+00', null]],
    [['DateTime'], ['2026-02-28 00:00:00+00', null], ['Date'], ['2026-02-28', null]],
    [['DateTime'], ['2026-02-28 07:08:09+00'], ['Text', { length: 40 }], ['2026-02-28T07:08:09Z']],
    [['Checkbox'], ['true', 'false'], ['Text', { length: 5 }], ['true', 'false']],
    [['Text'], ['Yes', '0', null], ['Checkbox'], ['t', 'f', 'f']],
    [
      ['Number', number],
      ['12.50', '-3.00', null],
      ['Text', { length: 12 }],
      ['12.5', '-3', null],
    ],
    [['Text'], ['12.5', '-007', '+1.500', null], ['Currency', number], ['12.50', '-7.00', '1.50', null]],
    [['Text'], ['2028-02-29', null], ['Date'], ['2028-02-29', null]],
    [['Number', number], ['12.50'], ['Percent', { precision: 14, scale: 4 }], ['12.5000']],
    [['Number', number], ['12.50'], ['Number', { precision: 3, scale: 1 }], ['12.5']],
    [['Text'], ['ana@example.org'], ['Email'], ['ana@example.org']],
    [['AutoNumber', { displayFormat: 'A-{0}' }], ['A-1'], ['Text', { length: 20 }], ['A-1']],
    [
      ['Lookup', { referenceTo: ['Unit__c'] }],
      ['a0U'],
      ['MasterDetail', { referenceTo: ['Unit__c'] }],
      ['a0U'],
    ],
  ])('from %j with %j %j has the same values', async (from, values, to, expected) => {
    const { before, to: changed, read } = await filled(from, values);
    await deployTables(db.database, org, { current: before, target: changed(to) });
    expect(await read()).toEqual(expected);
  });

  test.each<readonly [Kind, readonly (string | null)[], Kind, string]>([
    [['Text'], ['12', '1.234', 'x', '.', ''], ['Number', number], '4, with a text that is no number'],
    [
      ['Text'],
      ['2026-02-29', '2026-13-01', 'soon', '1999-01-01'],
      ['Date'],
      '3, with a text that is no date',
    ],
    [['Text'], ['true', 'maybe', null], ['Checkbox'], '1, with a text other than true and false'],
    [['Text', { length: 20 }], ['a', 'abcdef'], ['Text', { length: 5 }], '1, with more than 5 characters'],
    [['Text'], ['ana', 'ana@x', 'a b@c.d'], ['Email'], '3, with a text that is no e-mail address'],
    [
      ['Number', number],
      ['0.25', '1000'],
      ['Number', { precision: 4, scale: 1 }],
      '1, with more than 3 digits',
    ],
    [['DateTime'], ['2026-02-28 00:00:01+00'], ['Date'], '1, with a time other than 00:00 UTC'],
    [['MultiselectPicklist'], ['a', 'a;b'], ['Picklist'], '1, with several values'],
    [
      ['Lookup', { referenceTo: ['Unit__c'] }],
      ['a0U', null, null],
      ['MasterDetail', { referenceTo: ['Unit__c'] }],
      '2, with no parent',
    ],
  ])('%j: with %j it cannot become %j', async (from, values, to, message) => {
    const { before, to: changed, read } = await filled(from, values);
    const kept = await read();
    const deploying = deployTables(db.database, org, { current: before, target: changed(to) });
    await expect(deploying).rejects.toThrow(`Value__c: Records that stand in the way: ${message}`);
    expect(await read()).toEqual(kept);
  });
});

describe('a large table', () => {
  const ROWS = 25_000;
  const many = async () => {
    const { table, before, to } = await filled(['Date'], []);
    await sql(`insert into ${table} (id, value__c)
      select lpad(n::text, 6, '0'), date '2020-01-01' + n % 1000 from generate_series(1, ${ROWS}) n`);
    return { table, before, target: to(['Text', { length: 20 }]) };
  };
  const besides = async () => {
    const live = await readLiveSchema(db.database, org.schema);
    return [...live.tables.values()].flatMap(({ columns }) =>
      [...columns.keys()].filter((name) => name.startsWith('_as_')),
    );
  };

  test('is converted while others write, and nothing they write is lost', async () => {
    const { table, before, target } = await many();
    const written = new Map<string, string>();
    let isOver = false;
    const write = async (writer: number) => {
      for (let n = 0; !isOver; n += 1) {
        const day = `2031-0${1 + (n % 9)}-0${1 + writer}`;
        const old = String(1 + ((n * 7919 + writer * 6000) % ROWS)).padStart(6, '0');
        const fresh = `w${writer}-${n}`;
        await db.database.transaction(async (transaction) => {
          await beginOrgWrite(transaction, org);
          const run = (text: string, id: string) => transaction.rows({ text, values: [id, day] });
          if (Number(old) % 4 === writer) {
            await run(`update ${table} set value__c = $2 where id = $1`, old);
            written.set(old, day);
          }
          await run(`insert into ${table} (id, value__c) values ($1, $2)`, fresh);
          written.set(fresh, day);
        });
      }
    };
    const writing = Promise.all([0, 1, 2, 3].map(write));
    await deployTables(db.database, org, { current: before, target });
    isOver = true;
    await writing;

    const rows = new Map(
      (await sql(`select id, value__c from ${table}`)).map(([id, value]) => [id ?? '', value]),
    );
    const wrong = [...written].filter(([id, day]) => rows.get(id) !== day);
    expect(wrong).toEqual([]);
    expect(written.size).toBeGreaterThan(10);
    const untouched = await sql(`select id, value__c from ${table} where id !~ '^w'`);
    const expected = await sql(
      `select lpad(n::text, 6, '0'), (date '2020-01-01' + n % 1000)::text from generate_series(1, ${ROWS}) n`,
    );
    const original = new Map(expected.map(([id, value]) => [id, value]));
    expect(
      untouched.filter(([id, value]) => !written.has(id ?? '') && original.get(id ?? '') !== value),
    ).toEqual([]);
    expect(untouched).toHaveLength(ROWS);
    expect(await besides()).toEqual([]);
  });

  test('goes on with what a deploy that was cut short has left; another deploy clears it up', async () => {
    const { table, before, target } = await many();
    const cutShort = () =>
      deployTables(
        db.database,
        org,
        { current: before, target },
        { also: () => Promise.reject(new Error('cut')) },
      );
    await expect(cutShort()).rejects.toThrow('cut');
    expect(await besides()).toHaveLength(1);
    await sql(`update ${table} set value__c = '2040-01-01' where id = '000001'`);
    await deployTables(db.database, org, { current: before, target: before });
    expect(await besides()).toEqual([]);

    await expect(cutShort()).rejects.toThrow('cut');
    await sql(`update ${table} set value__c = '2040-01-02' where id = '000002'`);
    await deployTables(db.database, org, { current: before, target });
    const [first, second] = await sql(`select value__c from ${table} where id <= '000002' order by id`);
    expect([first, second]).toEqual([['2040-01-01'], ['2040-01-02']]);
  });

  test('is in a backup as it was before, with the other agencies of the database', async () => {
    const { before, target } = await many();
    const cut = { also: () => Promise.reject(new Error('cut')) };
    await expect(deployTables(db.database, org, { current: before, target }, cut)).rejects.toThrow('cut');
    const folder = await mkdtemp(join(tmpdir(), 'muster-convert-'));
    const parts = {
      files: await openLocalFileStore(folder),
      now: Date.now(),
      withJobs: true,
      onProgress: () => undefined,
    };
    const archive = new PassThrough();
    const chunks = buffer(archive);
    await writeBackup({ ...parts, database: db.database }, archive);
    const copy = await createEmptyDatabase(inject('testServer').target);
    const summary = await restoreBackup({ ...parts, database: copy.database }, Readable.from([await chunks]));
    expect(summary).toMatchObject({ orgs: 2 });
    const left = `select from information_schema.columns where starts_with(column_name, '_as_')
      union all select from pg_proc where starts_with(proname, '_as_')`;
    expect(await copy.database.rows({ text: left, values: [] })).toEqual([]);
    await deployTables(db.database, org, { current: before, target: before });
    await copy.drop();
    await rm(folder, { recursive: true });
  });

  test('is not converted by a check, which counts what stands in the way', async () => {
    const { table, before, target } = await many();
    const checked = { checkOnly: true, also: () => Promise.reject(new Error('checked')) };
    await expect(deployTables(db.database, org, { current: before, target }, checked)).rejects.toThrow(
      'checked',
    );
    expect(await besides()).toEqual([]);
    await deployTables(db.database, org, { current: before, target });
    await sql(`update ${table} set value__c = 'soon' where id in ('000001', '000002')`);
    const back = deployTables(db.database, org, { current: target, target: before }, checked);
    await expect(back).rejects.toThrow('Records that stand in the way: 2, with a text that is no date');
  });
});
