import { MusterErrors, secureRandom } from '@muster/kernel';
import type { FieldDef, ObjectDef, Snapshot } from '@muster/metadata';
import { beginOrgWrite, createIdAllocator, createOrg, deployTables, readLiveSchema } from '@muster/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
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

const snapshot = (...fields: readonly FieldDef[]): Snapshot => {
  const unit: ObjectDef = {
    name: 'Unit__c',
    label: 'Unit',
    labelPlural: 'Units',
    keyPrefix: 'a0U',
    custom: true,
    fields: [field('Id', 'Id'), field('Name', 'Text'), field('IsDeleted', 'Checkbox'), ...fields],
    nameField: 'Name',
    sharingModel: 'Private',
    externalSharingModel: 'Private',
  };
  return {
    version: 1,
    objects: new Map([['unit__c', unit]]),
    objectsByPrefix: new Map([['a0U', unit]]),
    permissionSets: new Map(),
    profiles: new Map(),
    sharingRules: [],
    sharingSets: [],
    listViews: [],
    translations: new Map(),
  };
};

const newOrg = () => createOrg(db.database, { name: 'Other', random: secureRandom });

test('deploys, deploys again without change, adds a column and an index to rows that are there', async () => {
  const org = await newOrg();
  const first = snapshot();
  const { version } = await deployTables(db.database, org, { current: undefined, target: first });
  const again = await deployTables(db.database, org, { current: first, target: first });
  expect([version, again.version, again.plan.changes]).toEqual([1, 2, []]);

  const [id] = await createIdAllocator().allocate(db.database, org, 'a0U', 1);
  await db.database.rows({
    text: `insert into "${org.schema}".unit__c (id, name) values ($1, 'Ñandú')`,
    values: [id ?? null],
  });
  const second = snapshot(
    field('Parent__c', 'Lookup', { referenceTo: ['Unit__c'] }),
    field('Open__c', 'Checkbox'),
  );
  await deployTables(db.database, org, { current: first, target: second });
  const live = await readLiveSchema(db.database, org.schema);
  expect(live.tables.get('unit__c')?.indexes).toContain('unit__c__parent__c__lookup');
  const rows = await db.database.rows({
    text: `select name, open__c, _version from "${org.schema}".unit__c where muster.fold(name) = muster.fold('ñANDÚ')`,
    values: [],
  });
  expect(rows).toEqual([['Ñandú', 'f', '1']]);
});

test('a refused change, a duplicate and a failure in the same transaction leave the org as it was', async () => {
  const org = await newOrg();
  const first = snapshot(field('Code__c', 'Text'));
  await deployTables(db.database, org, { current: undefined, target: first });
  await db.database.rows({
    text: `insert into "${org.schema}".unit__c (id, code__c) values ('1', 'x'), ('2', 'X')`,
    values: [],
  });
  const before = await readLiveSchema(db.database, org.schema);

  const lookup = snapshot(field('Code__c', 'Lookup', { referenceTo: ['Unit__c'] }), field('New__c', 'Text'));
  const refused = await deployTables(db.database, org, { current: first, target: lookup }).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(MusterErrors);
  expect(refused.message).toBe('Unit__c.Code__c: The field is Text and cannot become Lookup.');

  const unique = snapshot(field('Code__c', 'Text', { unique: true }), field('New__c', 'Text'));
  await expect(deployTables(db.database, org, { current: first, target: unique })).rejects.toMatchObject({
    code: 'DUPLICATE_VALUE',
    fields: ['Code__c'],
  });

  const more = snapshot(field('Code__c', 'Text'), field('New__c', 'Text'));
  const failing = deployTables(
    db.database,
    org,
    { current: first, target: more },
    {
      also: async () => {
        throw new Error('the metadata could not be kept');
      },
    },
  );
  await expect(failing).rejects.toThrow('could not be kept');
  expect(await readLiveSchema(db.database, org.schema)).toEqual(before);
});

test('waits for writers, and a writer that waited sees the new version', async () => {
  const org = await newOrg();
  const first = snapshot();
  const order: string[] = [];
  let deploying: Promise<unknown> = Promise.resolve();
  let late: Promise<unknown> = Promise.resolve();
  await db.database.transaction(async (transaction) => {
    expect(await beginOrgWrite(transaction, org)).toEqual({ metadata: 0, rights: 0 });
    deploying = deployTables(db.database, org, { current: undefined, target: first }).then(() =>
      order.push('deploy'),
    );
    await waitForLockWaiter();
    late = db.database.transaction(async (other) => {
      order.push(`write at ${(await beginOrgWrite(other, org)).metadata}`);
    });
    order.push('first write');
  });
  await Promise.all([deploying, late]);
  expect(order[0]).toBe('first write');
  expect(order).toContain('write at 1');
});

test('an index that a crash left half built is made again', async () => {
  const org = await newOrg();
  const first = snapshot();
  await deployTables(db.database, org, { current: undefined, target: first });
  const name = 'unit__c__name__value';
  await db.database.rows({
    text: `update pg_index set indisvalid = false where indexrelid = $1::text::regclass`,
    values: [`"${org.schema}"."${name}"`],
  });
  expect((await readLiveSchema(db.database, org.schema)).tables.get('unit__c')?.indexes).not.toContain(name);
  await deployTables(db.database, org, { current: first, target: first });
  expect((await readLiveSchema(db.database, org.schema)).tables.get('unit__c')?.indexes).toContain(name);
});

async function waitForLockWaiter(): Promise<void> {
  const text = `select count(*) from pg_locks where locktype = 'advisory' and not granted
                and database = (select oid from pg_database where datname = current_database())`;
  while ((await db.database.rows({ text, values: [] }))[0]?.[0] === '0') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
