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

describe('what is made of several fields', () => {
  it('is read as one, alone, through a parent, and among all fields', async () => {
    const account = await admin().create('Account', {
      Name: 'Orra',
      BillingCity: 'Orra',
      BillingLatitude: 1.5,
    });
    const badge = await admin().create('Badge__c', {
      Name: 'Gate',
      Site__Latitude__s: 1,
      Site__Longitude__s: 2,
    });
    const pin = await admin().create('Pin__c', { Name: 'p', Badge__c: badge, Shelf__c: account });
    const [row] = await admin().rows(
      `SELECT Badge__r.Site__c, Shelf__r.BillingAddress, Shelf__r.ShippingAddress FROM Pin__c WHERE Id = '${pin}'`,
    );
    const address = {
      country: null,
      geocodeAccuracy: null,
      longitude: null,
      postalCode: null,
      state: null,
      street: null,
    };
    expect(row).toEqual({
      Badge__r: { Site__c: { latitude: 1, longitude: 2 } },
      Shelf__r: { BillingAddress: { ...address, city: 'Orra', latitude: 1.5 }, ShippingAddress: null },
    });
    const whole = JSON.parse((await admin().retrieve('Badge__c', badge, undefined, '/v')).json) as {
      Site__c: unknown;
    };
    expect(whole.Site__c).toEqual({ latitude: 1, longitude: 2 });
    const [all] = await admin().rows<{ Site__c: unknown }>(
      `SELECT FIELDS(ALL) FROM Badge__c WHERE Id = '${badge}' LIMIT 1`,
    );
    expect(all?.Site__c).toEqual({ latitude: 1, longitude: 2 });
  });

  it('cannot be compared, and says what can', async () => {
    await expect(admin().rows("SELECT Id FROM Badge__c WHERE Site__c = 'x'")).rejects.toThrow(
      /field 'Site__c' can only be selected; its parts are Site__Latitude__s, Site__Longitude__s/,
    );
  });
});

describe('a formula', () => {
  it('says that it has no values yet, to whoever may know of it', async () => {
    await expect(admin().rows('SELECT Twice__c FROM Badge__c')).rejects.toThrow(
      /field 'Twice__c' has no values yet: Formula \(Number\) is not computed/,
    );
    const clerk = org.as({ profile: 'Standard', permissionSets: ['Badge_Clerk'] });
    await expect(clerk.rows('SELECT Twice__c FROM Badge__c')).rejects.toThrow(/No such column 'Twice__c'/);
  });
});

describe('encrypted text', () => {
  it('is masked for whoever lacks the right to view it, and cannot be asked after', async () => {
    const id = await admin().create('Badge__c', { Name: 'secret', Secret__c: '123-45-6789' });
    const query = `SELECT Secret__c FROM Badge__c WHERE Id = '${id}'`;
    expect(await admin().rows(query)).toEqual([{ Secret__c: 'XXX-XX-6789' }]);
    expect(await org.system.rows(query)).toEqual([{ Secret__c: '123-45-6789' }]);
    const keeper = org.as({ profile: 'Admin', permissionSets: ['Secret_Keeper'] });
    expect(await keeper.rows(query)).toEqual([{ Secret__c: '123-45-6789' }]);
    for (const asked of [
      "SELECT Id FROM Badge__c WHERE Secret__c LIKE '123%'",
      'SELECT Id FROM Badge__c ORDER BY Secret__c',
      'SELECT MIN(Secret__c) FROM Badge__c',
      'SELECT COUNT(Id) FROM Badge__c GROUP BY Secret__c',
    ]) {
      await expect(admin().rows(asked)).rejects.toThrow(/Secret__c/);
    }
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
