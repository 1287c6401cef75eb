import { describeObject, findObject, type ObjectDef } from '@muster/metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeSolution } from '../../support/badge-solution.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([badgeSolution]);
});
afterAll(() => org.drop());

const admin = () => org.as({ profile: 'Admin' });
const clerk = () => org.as({ profile: 'Standard', permissionSets: ['Badge_Clerk'] });

function badge(): ObjectDef {
  return findObject(org.system.snapshot, 'Badge__c') as ObjectDef;
}

function recordTypeId(name: string): string {
  return badge().recordTypes?.find((recordType) => recordType.name === name)?.id ?? '';
}

describe('record types', () => {
  it('are records, and describe says who may give which', async () => {
    const rows = await clerk().rows(
      "SELECT Id, Name, SobjectType FROM RecordType WHERE SobjectType = 'Badge__c' ORDER BY Name",
    );
    expect(rows).toEqual([
      { Id: recordTypeId('Parade'), Name: 'For parades', SobjectType: 'Badge__c' },
      { Id: recordTypeId('Field'), Name: 'For the field', SobjectType: 'Badge__c' },
      { Id: recordTypeId('Retired'), Name: 'Of old', SobjectType: 'Badge__c' },
    ]);
    const session = clerk();
    const described = describeObject(badge(), {
      snapshot: session.snapshot,
      rights: (object) => session.rights(object),
      language: 'en',
      basePath: '/services/data/v60.0',
    });
    const infos = described.recordTypeInfos.map((info) => [
      info.developerName,
      info.active,
      info.available,
      info.defaultRecordTypeMapping,
    ]);
    expect(infos).toEqual([
      ['Field', true, true, true],
      ['Parade', true, false, false],
      ['Retired', false, false, false],
      ['Master', true, true, false],
    ]);
  });

  it('give new records the writer’s own with its start values, and offer only their values', async () => {
    const id = await clerk().create('Badge__c', { Name: 'mine' });
    const [row] = await admin().rows(
      `SELECT RecordType.DeveloperName, Metal__c FROM Badge__c WHERE Id = '${id}'`,
    );
    expect(row).toEqual({ RecordType: { DeveloperName: 'Field' }, Metal__c: null });
    const [refused] = await clerk().update('Badge__c', [{ id, values: { Metal__c: 'Silver' } }]);
    expect(refused?.errors[0]?.code).toBe('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    const parade = await admin().create('Badge__c', { Name: 'p', RecordTypeId: recordTypeId('Parade') });
    expect(await admin().rows(`SELECT Metal__c FROM Badge__c WHERE Id = '${parade}'`)).toEqual([
      { Metal__c: 'Silver' },
    ]);
    const plain = await admin().create('Badge__c', { Name: 'x', RecordTypeId: '012000000000000AAA' });
    expect(await admin().rows(`SELECT RecordTypeId, Metal__c FROM Badge__c WHERE Id = '${plain}'`)).toEqual([
      { RecordTypeId: null, Metal__c: 'Brass' },
    ]);
  });

  it('that are inactive or not the writer’s are refused', async () => {
    const [notMine] = await clerk().insert('Badge__c', [
      { values: { Name: 'a', RecordTypeId: recordTypeId('Parade') } },
    ]);
    expect(notMine?.errors[0]?.message).toBe(
      `Record Type ID: this ID value isn't valid for the user: ${recordTypeId('Parade')}`,
    );
    const [inactive] = await admin().insert('Badge__c', [
      { values: { Name: 'a', RecordTypeId: recordTypeId('Retired') } },
    ]);
    expect(inactive?.errors[0]?.code).toBe('INVALID_CROSS_REFERENCE_KEY');
  });
});

describe('custom metadata', () => {
  it('is read by whoever may, with its relationships, and written by files only', async () => {
    expect(
      await clerk().rows(
        'SELECT DeveloperName, MasterLabel, Stripes__c, Next__r.MasterLabel FROM Rank__mdt ORDER BY Stripes__c',
      ),
    ).toEqual([
      {
        DeveloperName: 'Warden',
        MasterLabel: 'Warden',
        Stripes__c: 1,
        Next__r: { MasterLabel: 'Senior warden' },
      },
      { DeveloperName: 'Senior_Warden', MasterLabel: 'Senior warden', Stripes__c: 2, Next__r: null },
    ]);
    const [refused] = await admin().insert('Rank__mdt', [{ values: { MasterLabel: 'Chief' } }]);
    expect(refused?.errors[0]?.code).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    await expect(
      org.as({ profile: 'Standard', permissionSets: [] }).rows('SELECT Id FROM Rank__mdt'),
    ).rejects.toThrow(/is not supported/);
  });
});

describe('list views', () => {
  it('are records too', async () => {
    const views = await admin().rows(
      "SELECT Name, SobjectType FROM ListView WHERE DeveloperName = 'All_Badges'",
    );
    expect(views).toEqual([{ Name: 'All badges', SobjectType: 'Badge__c' }]);
  });
});

describe('custom settings', () => {
  it('hold one record for the org and for each profile and user', async () => {
    const organization = await admin().row<{ Id: string }>('SELECT Id FROM Organization');
    const user = await admin().row<{ Id: string }>('SELECT Id FROM User LIMIT 1');
    await admin().create('Limits__c', { SetupOwnerId: organization.Id, Most__c: 9 });
    await admin().create('Limits__c', { SetupOwnerId: user.Id, Most__c: 3 });
    const [second] = await admin().insert('Limits__c', [{ values: { SetupOwnerId: user.Id, Most__c: 4 } }]);
    expect(second?.errors[0]?.code).toBe('DUPLICATE_VALUE');
  });
});
