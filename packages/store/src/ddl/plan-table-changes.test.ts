import type { FieldDef, ObjectDef, Snapshot } from '@muster/metadata';
import { describe, expect, test } from 'vitest';
import { planTableChanges } from './plan-table-changes.js';
import { printTableChange } from './print-table-change.js';
import type { LiveSchema } from './schema-shape.js';
import { targetSchema } from './target-schema.js';

const field = (name: string, type: FieldDef['type'], more: Partial<FieldDef> = {}): FieldDef => ({
  name,
  label: name,
  type,
  custom: name.endsWith('__c'),
  required: false,
  unique: false,
  externalId: false,
  createable: true,
  updateable: true,
  ...more,
});

const object = (name: string, keyPrefix: string, fields: readonly FieldDef[]): ObjectDef => ({
  name,
  label: name,
  labelPlural: name,
  keyPrefix,
  custom: true,
  fields: [field('Id', 'Id'), ...fields],
  nameField: 'Name',
  sharingModel: 'Private',
  externalSharingModel: 'Private',
});

const snapshot = (...objects: readonly ObjectDef[]): Snapshot => ({
  version: 1,
  objects: new Map(objects.map((each) => [each.name.toLowerCase(), each])),
  objectsByPrefix: new Map(objects.map((each) => [each.keyPrefix, each])),
  permissionSets: new Map(),
  profiles: new Map(),
  sharingRules: [],
  sharingSets: [],
  listViews: [],
  translations: new Map(),
});

const empty: LiveSchema = { tables: new Map(), sequences: new Set() };

/** What the database holds once a snapshot is deployed. */
const live = (deployed: Snapshot): LiveSchema => {
  const { tables, sequences } = targetSchema(deployed);
  return {
    tables: new Map(
      tables.map(({ name, columns, indexes }) => [
        name,
        {
          columns: new Map(columns.map((column) => [column.name, column.type])),
          indexes: new Set(indexes.map((index) => index.name)),
        },
      ]),
    ),
    sequences: new Set(sequences),
  };
};

const planned = (current: Snapshot | undefined, target: Snapshot) =>
  planTableChanges({ current, target }, current ? live(current) : empty);

const sql = (current: Snapshot | undefined, target: Snapshot) =>
  planned(current, target).changes.map((change) => printTableChange(change, 'org_1'));

const posting = object('Posting__c', 'a01', [
  field('Name', 'AutoNumber', { displayFormat: 'P-{0000}' }),
  field('IsDeleted', 'Checkbox'),
  field('OwnerId', 'Lookup', { referenceTo: ['User', 'Group'] }),
  field('CreatedById', 'Lookup', { referenceTo: ['User'] }),
  field('SystemModstamp', 'DateTime'),
  field('Code__c', 'Text', { length: 20, unique: true, externalId: true }),
  field('Salary__c', 'Currency', { precision: 10, scale: 2 }),
  field('Closes__c', 'Date'),
]);

describe('the plan', () => {
  test('makes a new object a table, its indexes and its sequences', () => {
    expect(sql(undefined, snapshot(posting))).toMatchInlineSnapshot(`
      [
        "create sequence "org_1"."_id_a01"",
        "create sequence "org_1"."_auto__posting__c__name__seq"",
        "create table "org_1"."posting__c" (
        "id" text collate "C" primary key,
        "name" text collate "C",
        "isdeleted" boolean not null default false,
        "ownerid" text collate "C",
        "createdbyid" text collate "C",
        "systemmodstamp" timestamp(0) with time zone,
        "code__c" text collate "C",
        "salary__c" numeric(10,2),
        "closes__c" date,
        "_version" integer not null default 1
      )",
        "create index "posting__c__name__value" on "org_1"."posting__c" (muster.fold("name"))",
        "create index "posting__c__isdeleted__deleted" on "org_1"."posting__c" (id) where "isdeleted"",
        "create index "posting__c__ownerid__lookup" on "org_1"."posting__c" ("ownerid") where "ownerid" is not null",
        "create index "posting__c__systemmodstamp__value" on "org_1"."posting__c" ("systemmodstamp")",
        "create unique index "posting__c__code__c__unique" on "org_1"."posting__c" (muster.fold("code__c")) where not "isdeleted"",
      ]
    `);
  });

  test('is empty when nothing has changed', () => {
    expect(planned(snapshot(posting), snapshot(posting))).toEqual({
      changes: [],
      checks: [],
      refused: [],
      unused: [],
    });
  });

  test('adds columns to a table that is in use, and makes their indexes without stopping writers', () => {
    const more = {
      ...posting,
      fields: [...posting.fields, field('Unit__c', 'Lookup', { referenceTo: ['Unit__c'] })],
    };
    expect(sql(snapshot(posting), snapshot(more))).toMatchInlineSnapshot(`
      [
        "alter table "org_1"."posting__c" add column "unit__c" text collate "C"",
        "create index concurrently "posting__c__unit__c__lookup" on "org_1"."posting__c" ("unit__c") where "unit__c" is not null",
      ]
    `);
  });

  test('makes the indexes that metadata asks for, and lets go of those it no longer does', () => {
    const indexed = replaceField('Closes__c', { indexed: 'filled' });
    const wider = replaceField('Closes__c', { indexed: 'all' });
    expect(sql(snapshot(posting), snapshot(indexed))).toEqual([
      'create index concurrently "posting__c__closes__c__filled" on "org_1"."posting__c" ("closes__c") where "closes__c" is not null',
    ]);
    expect(sql(snapshot(indexed), snapshot(wider))).toEqual([
      'drop index if exists "org_1"."posting__c__closes__c__filled"',
      'create index concurrently "posting__c__closes__c__value" on "org_1"."posting__c" ("closes__c")',
    ]);
  });

  test('widens a number', () => {
    const wider = replaceField('Salary__c', { precision: 14 });
    expect(sql(snapshot(posting), snapshot(wider))).toMatchInlineSnapshot(`
      [
        "alter table "org_1"."posting__c" alter column "salary__c" type numeric(14,2)",
      ]
    `);
  });

  test('makes a field unique within the transaction, and lets go of a rule that ended', () => {
    const before = replaceField('Code__c', { unique: false, externalId: false });
    expect(sql(snapshot(before), snapshot(posting))).toMatchInlineSnapshot(`
      [
        "create unique index "posting__c__code__c__unique" on "org_1"."posting__c" (muster.fold("code__c")) where not "isdeleted"",
      ]
    `);
    expect(sql(snapshot(posting), snapshot(before))).toMatchInlineSnapshot(`
      [
        "drop index if exists "org_1"."posting__c__code__c__unique"",
      ]
    `);
  });

  test('keeps the columns of fields and the tables of objects that are gone, and lists them', () => {
    const less = { ...posting, fields: posting.fields.filter(({ name }) => name !== 'Closes__c') };
    const plan = planned(snapshot(posting, object('Unit__c', 'a02', [])), snapshot(less));
    expect(plan.unused).toEqual(['posting__c.closes__c', 'unit__c']);
    expect(plan.changes).toEqual([]);
  });

  test('starts empty where a new field or object takes the name of one that was deleted', () => {
    const without = { ...posting, fields: posting.fields.filter(({ name }) => name !== 'Code__c') };
    const changes = planTableChanges(
      { current: snapshot(without), target: snapshot(posting) },
      live(snapshot(posting)),
    ).changes.map((change) => printTableChange(change, 'org_1'));
    expect(changes).toMatchInlineSnapshot(`
      [
        "alter table "org_1"."posting__c" drop column "code__c"",
        "alter table "org_1"."posting__c" add column "code__c" text collate "C"",
        "create unique index "posting__c__code__c__unique" on "org_1"."posting__c" (muster.fold("code__c")) where not "isdeleted"",
      ]
    `);
    const again = planTableChanges(
      { current: snapshot(posting), target: snapshot(posting, object('Unit__c', 'a02', [])) },
      live(snapshot(posting, object('Unit__c', 'a02', []))),
    ).changes.map(({ kind }) => kind);
    expect(again).toEqual(['DropTable', 'CreateTable']);
  });

  test('cuts long index names so that they stay different', () => {
    const long = (letter: string) =>
      field(`${'A'.repeat(39)}${letter}__c`, 'Lookup', { referenceTo: ['User'] });
    const names = planned(
      undefined,
      snapshot(object(`${'B'.repeat(40)}__c`, 'a03', [long('x'), long('y')])),
    ).changes.flatMap((change) => (change.kind === 'CreateIndex' ? [change.index.name] : []));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
  });
});

describe('a change of type', () => {
  test('fills a column beside the old one, which takes its place with its indexes', () => {
    const indexed = replaceField('Closes__c', { indexed: 'all' });
    const target = replaceField('Closes__c', { indexed: 'all', type: 'Text', length: 20 });
    expect(sql(snapshot(indexed), snapshot(target))).toMatchInlineSnapshot(`
      [
        "drop function if exists "org_1"."_as_edec9620228a0e7a"() cascade;
      alter table "org_1"."posting__c" drop column if exists "_as_edec9620228a0e7a";
      alter table "org_1"."posting__c" add column "_as_edec9620228a0e7a" text collate "C";
      update "org_1"."posting__c" set "_as_edec9620228a0e7a" = to_char("closes__c", 'YYYY-MM-DD');
      drop function if exists "org_1"."_as_edec9620228a0e7a"() cascade;
      alter table "org_1"."posting__c" drop column "closes__c";
      alter table "org_1"."posting__c" rename column "_as_edec9620228a0e7a" to "closes__c"",
        "drop index if exists "org_1"."posting__c__closes__c__value"",
        "create index concurrently "posting__c__closes__c__value" on "org_1"."posting__c" (muster.fold("closes__c"))",
      ]
    `);
  });

  test('is what the values have to fit into', () => {
    const checks = (target: ObjectDef) =>
      planned(snapshot(posting), snapshot(target)).checks.map(({ field, what }) => [field, what]);
    expect(checks(replaceField('Salary__c', { precision: 8, scale: 1 }))).toEqual([
      ['Salary__c', 'more than 7 digits before the point'],
      ['Salary__c', 'more than 1 decimal places'],
    ]);
    expect(checks(replaceField('Code__c', { type: 'Email', length: 10 }))).toEqual([
      ['Code__c', 'more than 10 characters'],
      ['Code__c', 'a text that is no e-mail address'],
    ]);
    expect(checks(replaceField('Closes__c', { type: 'DateTime' }))).toEqual([]);
  });

  test('makes an index anew when it holds something else of the values', () => {
    const target = replaceField('Code__c', { type: 'Picklist', unique: false });
    const before = replaceField('Code__c', { unique: false });
    expect(sql(snapshot(before), snapshot(target))).toEqual([
      'drop index if exists "org_1"."posting__c__code__c__value"',
      'create index concurrently "posting__c__code__c__value" on "org_1"."posting__c" ("code__c")',
    ]);
  });

  test('that was given up leaves nothing behind', () => {
    const found = live(snapshot(posting));
    const columns = new Map(found.tables.get('posting__c')?.columns).set('_as_0', 'text');
    const tables = new Map(found.tables).set('posting__c', { columns, indexes: new Set<string>() });
    const { changes, unused } = planTableChanges(
      { current: snapshot(posting), target: snapshot(posting) },
      { ...found, tables },
    );
    expect(changes[0]).toEqual({ kind: 'AbandonConversion', table: 'posting__c', beside: '_as_0' });
    expect(unused).toEqual([]);
  });
});

describe('refuses, naming object and field,', () => {
  const group = object('Group', '00G', []);
  const refusals = (target: ObjectDef) => planned(snapshot(posting, group), snapshot(target, group)).refused;

  test.each([
    [
      'text that becomes a lookup',
      replaceField('Code__c', { type: 'Lookup', referenceTo: ['User'] }),
      'Code__c',
    ],
    ['a date that becomes a number', replaceField('Closes__c', { type: 'Number' }), 'Closes__c'],
    ['text that is encrypted', replaceField('Code__c', { type: 'EncryptedText', unique: false }), 'Code__c'],
    ['a lookup that loses a target', replaceField('OwnerId', { referenceTo: ['User'] }), 'OwnerId'],
    ['another key prefix', { ...posting, keyPrefix: 'a09' }, undefined],
  ])('%s', (_what, target, fieldName) => {
    expect(refusals(target)).toMatchObject([
      { object: 'Posting__c', ...(fieldName && { field: fieldName }) },
    ]);
  });

  test('but not a lookup that loses a target which is deleted', () => {
    const target = snapshot(replaceField('OwnerId', { referenceTo: ['User'] }));
    expect(planned(snapshot(posting, group), target).refused).toEqual([]);
  });

  test('but not a change between types that are stored alike', () => {
    expect(refusals(replaceField('Code__c', { type: 'Picklist' }))).toEqual([]);
    expect(refusals(replaceField('Code__c', { type: 'LongTextArea', length: 32_000 }))).toEqual([]);
  });
});

function replaceField(name: string, more: Partial<FieldDef>): ObjectDef {
  return {
    ...posting,
    fields: posting.fields.map((each) => (each.name === name ? { ...each, ...more } : each)),
  };
}
