import { makeId } from '@muster/kernel';
import { findObject } from '@muster/metadata';
import type { SaveResult, Session } from '@muster/records';
import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAgency, openAgency } from '../../support/secret-world/open-agency.js';
import { PEOPLE } from '../../support/secret-world/people.js';
import { REACH, reaches } from '../../support/secret-world/reach.js';

let org: OpenAgency;
beforeAll(async () => {
  org = await openAgency();
});
afterAll(() => org.drop());

const told = (results: readonly SaveResult[]) =>
  results.flatMap(({ errors }) => errors.map(({ code, message }) => [code, message]));

/** An id of the object that no record has. */
function absentId(objectName: string): string {
  const object = findObject(org.records.snapshot(), objectName);
  return makeId(object?.keyPrefix ?? '', org.org.pod, 99_999_999);
}

const attempts: Readonly<
  Record<string, (session: Session, object: string, id: string) => Promise<SaveResult[]>>
> = {
  update: (session, object, id) => session.update(object, [{ id, values: {} }], { allOrNone: false }),
  'update from a version': (session, object, id) =>
    session.update(object, [{ id, values: {}, ifVersion: 99 }]),
  delete: (session, object, id) => session.delete(object, [id], { allOrNone: false }),
  upsert: (session, object, id) => session.upsert(object, 'Id', [{ values: { Id: id } }]),
};

describe.each(PEOPLE)('%s', (person) => {
  it.each(Object.keys(attempts))('learns nothing of records out of reach by an %s', async (kind) => {
    const attempt = attempts[kind] as (typeof attempts)[string];
    for (const record of org.agency.records) {
      if (REACH[person][record.object] === undefined || reaches(person, record)) continue;
      const results = await attempt(org.sessions[person], record.object, record.id);
      const absent = await attempt(org.sessions[person], record.object, absentId(record.object));
      expect(results.every((result) => !result.success)).toBe(true);
      expect(told(results), `${record.object} of ${record.tag}`).toEqual(told(absent));
    }
  });

  it('learns nothing by naming records out of reach as parents', async () => {
    const session = org.sessions[person];
    for (const object of org.records.snapshot().objects.values()) {
      if (!session.rights(object).create) continue;
      for (const field of object.fields) {
        const [target = ''] = field.referenceTo ?? [];
        const parent = org.agency.records.find(
          (record) => record.object === target && !reaches(person, record),
        );
        if (parent === undefined || field.name === 'OwnerId') continue;
        const saved = (id: string) => session.insert(object.name, [{ values: { [field.name]: id } }]);
        const named = (id: string) =>
          session.insert(object.name, [{ values: { [field.relationshipName ?? '']: { Id: id } } }]);
        const without = (id: string, results: readonly SaveResult[]) =>
          told(results).map((line) => line.map((text) => text?.replaceAll(id, '…')));
        const absent = absentId(target);
        expect(without(parent.id, await saved(parent.id)), field.name).toEqual(
          without(absent, await saved(absent)),
        );
        expect(without(parent.id, await named(parent.id)), field.name).toEqual(
          without(absent, await named(absent)),
        );
      }
    }
  });
});

describe('what one may see and not change', () => {
  it('stays, and says so', async () => {
    const [update] = await org.sessions.candidate.update('ApplicationForm', [
      { id: org.agency.id('ApplicationForm.nia'), values: {} },
    ]);
    expect(update?.errors[0]?.code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    const [removal] = await org.sessions.specialist.delete('Contact', [org.agency.id('Contact.nia')]);
    expect(removal?.errors[0]?.code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  it('is one’s own contact but not the account, the post or the unit of it', async () => {
    const id = org.agency.id('Contact.nia');
    const change = (values: Record<string, unknown>) =>
      org.sessions.candidate.update('Contact', [{ id, values }]);
    expect(told(await change({ Phone: '555 0100' }))).toEqual([]);
    for (const values of [{ Unit__c: 'High Passes' }, { Email: 'other@example.com' }]) {
      const [result] = await change(values);
      expect(result?.errors[0]?.code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    }
    for (const values of [
      { AccountId: org.agency.id('Account.joel') },
      { Account: { Id: org.agency.id('Account.joel') } },
      { ReportsTo: { Id: id } },
      { OwnerId: org.agency.id('User.nia') },
      { Description: 'x' },
    ]) {
      const [result] = await change(values);
      expect(result?.errors[0]?.code, JSON.stringify(values)).toBe('INVALID_FIELD');
    }
  });

  it('is not changed by naming a parent instead of its id', async () => {
    const id = org.agency.id('ApplicationForm.nia');
    const [byName] = await org.sessions.specialist.update('ApplicationForm', [
      { id, values: { Contact__r: { Id: org.agency.id('Contact.joel') } } },
    ]);
    expect(byName?.errors[0]?.code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
    expect(await org.system.row(soql`SELECT Contact__c FROM ApplicationForm WHERE Id = ${id}`)).toEqual({
      Contact__c: org.agency.id('Contact.nia'),
    });
  });
});

describe('a note', () => {
  it('is added by whoever reads the application, since its field asks for no more', async () => {
    const note = (id: string) => ({ values: { Application__c: id, Body__c: 'Seen on site.' } });
    const id = org.agency.id('ApplicationForm.nia');
    expect(told(await org.sessions.selectingOfficial.insert('Application_Note__c', [note(id)]))).toEqual([]);
    const [denied] = await org.sessions.clinic
      .insert('Application_Note__c', [note(id)])
      .catch(() => [undefined]);
    expect(denied).toBeUndefined();
  });
});

describe('the recycle bin flag', () => {
  it('is written by nobody, whatever they may edit (K01)', async () => {
    const records = {
      candidate: 'Contact.nia',
      specialist: 'ApplicationForm.nia',
      supportAgent: 'Case.lena',
    } as const;
    for (const person of ['candidate', 'specialist', 'supportAgent'] as const) {
      const name = records[person];
      const object = name.split('.')[0] ?? '';
      for (const values of [{ IsDeleted: true }, { isdeleted: 'true' }, { IsDeleted: false }]) {
        const [result] = await org.sessions[person].update(object, [{ id: org.agency.id(name), values }]);
        expect(result?.errors[0]?.code).toMatch(/^INVALID_FIELD(_FOR_INSERT_UPDATE)?$/);
      }
    }
    const [insert] = await org.system.insert('Account', [{ values: { Name: 'x', IsDeleted: true } }]);
    expect(insert?.errors[0]?.code).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });
});
