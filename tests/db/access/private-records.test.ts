import type { Session, Solution } from '@muster/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

/** An object whose records only their owners see, and a permission set that lets people keep some. */
const lockers: Solution = {
  name: 'lockers',
  version: '1.0.0',
  metadata: new URL('./lockers/metadata/', import.meta.url),
  operations: [],
  jobs: [],
  saveRules: [],
};

let org: TestOrg;
let ann: Session;
let ben: Session;

beforeAll(async () => {
  org = await openTestOrg([lockers]);
  const profile = await org.system.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard'");
  const person = async (name: string) => {
    const userId = await org.system.create('User', {
      Username: `${name}@example.com`,
      LastName: name,
      Alias: name,
      Email: `${name}@example.com`,
      CommunityNickname: name,
      ProfileId: profile.Id,
    });
    return org.as({ userId, profile: 'Standard', permissionSets: ['Lockers'] });
  };
  ann = await person('ann');
  ben = await person('ben');
});
afterAll(() => org.drop());

it('are not named to others who choose a value that must be unique', async () => {
  const values = { Name: 'By the door', Number__c: '12' };
  const id = await ann.create('Locker__c', values);
  const [own] = await ann.insert('Locker__c', [{ values }]);
  expect(own?.errors[0]?.message).toBe(
    `duplicate value found: Number__c duplicates value on record with id: ${id}`,
  );
  const [others] = await ben.insert('Locker__c', [{ values }]);
  expect(others?.errors[0]).toMatchObject({
    code: 'DUPLICATE_VALUE',
    message: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
  });
});

it('are not changed by an upsert that names them', async () => {
  const id = await ann.create('Locker__c', { Name: 'Attic', Number__c: '13' });
  const [result] = await ben.upsert('Locker__c', 'Number__c', [
    { values: { Number__c: '13', Name: 'Mine' } },
  ]);
  expect(result?.errors[0]?.code).toBe('DUPLICATE_VALUE');
  const [byId] = await ben.upsert('Locker__c', 'Id', [{ values: { Id: id, Name: 'Mine' } }]);
  expect(byId?.errors[0]?.code).toBe('INVALID_CROSS_REFERENCE_KEY');
  expect(await ann.rows("SELECT Name FROM Locker__c WHERE Number__c = '13'")).toEqual([{ Name: 'Attic' }]);
  expect(await ben.rows('SELECT Id FROM Locker__c')).toEqual([]);
});

it('can be given away, and are then out of reach', async () => {
  const id = await ann.create('Locker__c', { Name: 'Lent', Number__c: '14' });
  await ann.change('Locker__c', id, { OwnerId: ben.principal.userId });
  expect(await ben.rows("SELECT Name FROM Locker__c WHERE Number__c = '14'")).toEqual([{ Name: 'Lent' }]);
  await expect(ann.change('Locker__c', id, { Name: 'Back' })).rejects.toMatchObject({
    code: 'INVALID_CROSS_REFERENCE_KEY',
  });
});

it('are told one by one which id of a batch is none', async () => {
  const results = await ann.upsert(
    'Locker__c',
    'Id',
    [{ values: { Id: 'no id' } }, { values: { Name: 'Kept' } }],
    { allOrNone: false },
  );
  expect(results.map(({ success, errors }) => errors[0]?.code ?? success)).toEqual(['MALFORMED_ID', true]);
});
