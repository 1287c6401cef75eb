import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badgeSolution } from '../../support/badge-solution.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([badgeSolution]);
});
afterAll(() => org.drop());

const admin = () => org.as({ profile: 'Admin' });

describe('field history', () => {
  it('keeps what became of tracked fields, without the contents of secrets', async () => {
    const id = await admin().create('Badge__c', { Name: 'one', Metal__c: 'Brass', Secret__c: '1' });
    await admin().change('Badge__c', id, { Name: 'renamed', Metal__c: 'Silver', Secret__c: '2' });
    await admin().change('Badge__c', id, { Metal__c: 'Silver' });
    const rows = await admin().rows(
      `SELECT Field, OldValue, NewValue, CreatedById, Parent.Name FROM Badge__History WHERE ParentId = '${id}' ORDER BY Field`,
    );
    const by = { CreatedById: admin().principal.userId, Parent: { Name: 'renamed' } };
    expect(rows).toEqual([
      { Field: 'created', OldValue: null, NewValue: null, ...by },
      { Field: 'Metal__c', OldValue: 'Brass', NewValue: 'Silver', ...by },
      { Field: 'Secret__c', OldValue: null, NewValue: null, ...by },
    ]);
    const [refused] = await admin().insert('Badge__History', [{ values: { Field: 'Metal__c' } }]);
    expect(refused?.errors[0]?.code).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  });

  it('is read by staff who may read the record, about fields they may read; nobody else knows of it', async () => {
    const id = await admin().create('Badge__c', { Name: 'two', Metal__c: 'Brass' });
    await admin().change('Badge__c', id, { Metal__c: 'Silver' });
    const asked = `SELECT Field FROM Badge__History WHERE ParentId = '${id}' ORDER BY Field`;
    const clerk = org.as({ profile: 'Standard', permissionSets: ['Badge_Clerk'] });
    expect(await clerk.rows(asked)).toEqual([{ Field: 'created' }, { Field: 'Metal__c' }]);
    const reader = org.as({ profile: 'Standard', permissionSets: ['Badge_Reader'] });
    expect(await reader.rows(asked)).toEqual([{ Field: 'created' }]);
    expect(
      await reader.rows(`SELECT Name, (SELECT Field FROM Histories) FROM Badge__c WHERE Id = '${id}'`),
    ).toEqual([{ Name: 'two', Histories: [{ Field: 'created' }] }]);
    const nobody = org.as({ profile: 'Standard', permissionSets: [] });
    await expect(nobody.rows(asked)).rejects.toThrow(/is not supported/);
  });

  it('goes with the record', async () => {
    const id = await admin().create('Badge__c', { Name: 'three' });
    await admin().delete('Badge__c', [id]);
    expect(await admin().rows(`SELECT Id FROM Badge__History WHERE ParentId = '${id}'`)).toEqual([]);
  });
});
