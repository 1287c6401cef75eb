import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeSolution } from '../../support/badge-solution.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([badgeSolution]);
});
afterAll(() => org.drop());

/** An administrator: every right, but what only the system may do. */
function admin() {
  return org.as({ profile: 'Admin' });
}

async function refusal(object: string, values: Record<string, unknown>): Promise<string> {
  const [result] = await admin().insert(object, [{ values }]);
  return `${result?.errors[0]?.code} ${result?.errors[0]?.message}`;
}

describe('a place', () => {
  it('is written by its halves, which are checked', async () => {
    const id = await admin().create('Badge__c', {
      Name: 'Gate',
      Site__Latitude__s: 37.790197,
      Site__Longitude__s: '-122.396879',
    });
    const [badge] = await admin().rows(
      `SELECT Site__Latitude__s, Site__Longitude__s FROM Badge__c WHERE Site__Latitude__s > 37.79 AND Id = '${id}'`,
    );
    expect(badge).toEqual({ Site__Latitude__s: 37.790197, Site__Longitude__s: -122.396879 });
    expect(await refusal('Badge__c', { Name: 'Nowhere', Site__Latitude__s: 91 })).toMatch(
      /^NUMBER_OUTSIDE_VALID_RANGE/,
    );
  });

  it('and a formula are not written as such', async () => {
    expect(await refusal('Badge__c', { Name: 'Gate', Site__c: {} })).toMatch(
      /^INVALID_FIELD_FOR_INSERT_UPDATE Unable to create\/update fields: Site__c\./,
    );
    expect(await refusal('Badge__c', { Name: 'Gate', Twice__c: 4 })).toMatch(
      /^INVALID_FIELD_FOR_INSERT_UPDATE Unable to create\/update fields: Twice__c\./,
    );
  });
});

describe('a dependent picklist', () => {
  const refused =
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST Finish: bad value for restricted picklist field: Mirror';

  it('takes what its controlling field allows after the save', async () => {
    expect(await refusal('Badge__c', { Name: 'Dull', Finish__c: 'Mirror' })).toBe(refused);
    expect(await refusal('Badge__c', { Name: 'Dull', Metal__c: null, Finish__c: 'Mirror' })).toBe(refused);
    const id = await admin().create('Badge__c', { Name: 'Shiny', Metal__c: 'Silver', Finish__c: 'Mirror' });
    const [changed] = await admin().update('Badge__c', [{ id, values: { Metal__c: 'Brass' } }]);
    expect(changed?.errors[0]?.message).toBe('Finish: bad value for restricted picklist field: Mirror');
    const [both] = await admin().update('Badge__c', [
      { id, values: { Metal__c: 'Brass', Finish__c: 'Matt' } },
    ]);
    expect(both?.success).toBe(true);
  });
});

describe('a unique code that minds case', () => {
  it('keeps codes apart that differ in case, and finds each by its own', async () => {
    const lower = await admin().create('Badge__c', { Name: 'a', Code__c: 'ab' });
    await admin().create('Badge__c', { Name: 'A', Code__c: 'AB' });
    expect(await refusal('Badge__c', { Name: 'again', Code__c: 'ab' })).toMatch(/^DUPLICATE_VALUE/);
    expect(await admin().rows("SELECT Id FROM Badge__c WHERE Code__c = 'ab'")).toEqual([{ Id: lower }]);
    const [upserted] = await admin().upsert('Badge__c', 'Code__c', [
      { values: { Code__c: 'ab', Name: 'b' } },
    ]);
    expect(upserted).toMatchObject({ success: true, created: false, id: lower });
  });
});

describe('a detail', () => {
  it('goes with its first master, stays with it, and may change the second where that is allowed', async () => {
    const [one, two] = [
      await admin().create('Badge__c', { Name: 'one' }),
      await admin().create('Badge__c', { Name: 'two' }),
    ];
    const [old, fresh] = [
      await admin().create('Account', { Name: 'Old shelf' }),
      await admin().create('Account', { Name: 'New shelf' }),
    ];
    const pin = await admin().create('Pin__c', { Name: 'pin', Badge__c: one, Shelf__c: old });
    const [moved] = await admin().update('Pin__c', [{ id: pin, values: { Badge__c: two } }]);
    expect(moved?.errors[0]?.code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    const [shelved] = await admin().update('Pin__c', [{ id: pin, values: { Shelf__c: fresh } }]);
    expect(shelved?.success).toBe(true);
    await admin().delete('Badge__c', [one]);
    expect(await admin().rows(`SELECT Id FROM Pin__c WHERE Id = '${pin}'`)).toEqual([]);
  });
});
