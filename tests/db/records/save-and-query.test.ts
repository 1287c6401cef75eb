import { soql } from '@muster/soql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const BASE = '/services/data/v60.0';
let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([]);
});
afterAll(() => org.drop());

describe('saving and querying', () => {
  it('saves a record, gives an 18-character id, and reads it back with defaults and system fields', async () => {
    const id = await org.system.create('Account', { Name: 'Orra Lakes Clinic', NumberOfEmployees: '5' });
    expect(id).toMatch(/^001[0-9A-Za-z]{15}$/);
    const record = JSON.parse((await org.system.retrieve('account', id, undefined, BASE)).json) as Record<
      string,
      unknown
    >;
    expect(record).toMatchObject({
      attributes: { type: 'Account', url: `${BASE}/sobjects/Account/${id}` },
      Id: id,
      Name: 'Orra Lakes Clinic',
      NumberOfEmployees: 5,
      IsDeleted: false,
    });
    expect(record['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
  });

  it('walks to parents and down to children', async () => {
    const account = await org.system.create('Account', { Name: 'Vale family' });
    await org.system.insert('Contact', [
      { values: { LastName: 'Vale', FirstName: 'Idris', AccountId: account } },
      { values: { LastName: 'Vale', FirstName: 'Mara', AccountId: account } },
    ]);
    const { json } = await org.system.query(
      soql`SELECT Name, (SELECT Name, Account.Name FROM Contacts ORDER BY FirstName DESC LIMIT 1) FROM Account WHERE Id = ${account}`,
      { basePath: BASE },
    );
    const answer = JSON.parse(json) as { records: { Contacts: unknown }[] };
    expect(answer.records[0]?.Contacts).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ Name: 'Mara Vale', Account: { Name: 'Vale family' } }],
    });
  });

  it('saves all of a batch or none of it, and says why for each record', async () => {
    const results = await org.system.insert('Contact', [
      { values: { LastName: 'Kept' } },
      { values: { FirstName: 'No' } },
    ]);
    expect(results.map((result) => result.errors[0]?.code)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    const partly = await org.system.insert(
      'Contact',
      [{ values: { LastName: 'Kept' } }, { values: { FirstName: 'No' } }],
      { allOrNone: false },
    );
    expect(partly.map((result) => result.success)).toEqual([true, false]);
    expect(partly[1]?.errors[0]?.message).toBe('Required fields are missing: [LastName]');
    expect(await org.system.rows("SELECT Id FROM Contact WHERE LastName = 'kept'")).toHaveLength(1);
  });

  it('answers a repeated client key with the first id and saves nothing twice', async () => {
    const input = { values: { LastName: 'Once' }, clientKey: 'submission-7' };
    const [first] = await org.system.insert('Contact', [input]);
    const [again] = await org.system.insert('Contact', [input]);
    expect(again).toMatchObject({ success: true, created: false, id: first?.id });
    const [other] = await org.system.insert('Contact', [{ ...input, values: { LastName: 'Other' } }]);
    expect(other?.errors[0]?.code).toBe('INVALID_OPERATION');
    expect(await org.system.rows("SELECT Id FROM Contact WHERE LastName = 'Once'")).toHaveLength(1);
  });

  it('refuses an update from a stale version', async () => {
    const id = await org.system.create('Contact', { LastName: 'Twice' });
    const [ok] = await org.system.update('Contact', [{ id, values: { FirstName: 'A' }, ifVersion: 1 }]);
    const [stale] = await org.system.update('Contact', [{ id, values: { FirstName: 'B' }, ifVersion: 1 }]);
    expect(ok?.success).toBe(true);
    expect(stale?.errors[0]?.code).toBe('PRECONDITION_FAILED');
    expect(await org.system.rows(soql`SELECT Name FROM Contact WHERE Id = ${id}`)).toEqual([
      { Name: 'A Twice' },
    ]);
  });

  it('pages 5,989 records as 2,000, 2,000 and 1,989, in id order and in an order of its own', async () => {
    for (let start = 0; start < 5989; start += 2000) {
      const count = Math.min(2000, 5989 - start);
      await org.system.insert(
        'Lead',
        Array.from({ length: count }, (_, i) => ({
          values: { LastName: `L${(start + i) % 97}`, Company: 'Paged' },
        })),
      );
    }
    for (const order of ['', ' ORDER BY LastName DESC']) {
      const pages: {
        totalSize: number;
        done: boolean;
        nextRecordsUrl?: string;
        records: { Id: string }[];
      }[] = [];
      let { json } = await org.system.query(`SELECT Id FROM Lead WHERE Company = 'paged'${order}`, {
        basePath: BASE,
      });
      for (;;) {
        const page = JSON.parse(json) as (typeof pages)[number];
        pages.push(page);
        if (page.done) break;
        const locator = page.nextRecordsUrl?.split('/').at(-1) ?? '';
        ({ json } = await org.system.queryMore(locator, { basePath: BASE }));
      }
      expect(pages.map((page) => page.records.length)).toEqual([2000, 2000, 1989]);
      expect(pages.every((page) => page.totalSize === 5989)).toBe(true);
      expect(new Set(pages.flatMap((page) => page.records.map((record) => record.Id))).size).toBe(5989);
    }
  });

  it('groups, counts and filters groups', async () => {
    await org.system.insert('Opportunity', [
      { values: { Name: 'a', StageName: 'Open', CloseDate: '2026-01-01', Amount: 5 } },
      { values: { Name: 'b', StageName: 'Open', CloseDate: '2026-01-01', Amount: 7 } },
      { values: { Name: 'c', StageName: 'Won', CloseDate: '2026-02-01', Amount: 1 } },
    ]);
    const rows = await org.system.rows(
      'SELECT StageName, COUNT(Id) n, SUM(Amount) FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1',
    );
    expect(rows).toEqual([{ StageName: 'Open', n: 2, expr0: 12 }]);
    expect(
      await org.system.rows(
        'SELECT CALENDAR_MONTH(CloseDate) m, COUNT(Id) n FROM Opportunity GROUP BY CALENDAR_MONTH(CloseDate) ORDER BY CALENDAR_MONTH(CloseDate)',
      ),
    ).toEqual([
      { m: 1, n: 2 },
      { m: 2, n: 1 },
    ]);
    const { totalSize } = await org.system.query("SELECT COUNT() FROM Opportunity WHERE Name = 'none'", {
      basePath: BASE,
    });
    expect(totalSize).toBe(0);
  });

  it('answers an anti-join although a field of the inner query is empty (A07)', async () => {
    const [a1, a2] = await Promise.all(['J1', 'J2'].map((Name) => org.system.create('Account', { Name })));
    await org.system.create('Contact', { LastName: 'In', AccountId: a1 });
    await org.system.create('Contact', { LastName: 'Nowhere' });
    const names = await org.system.rows(
      soql`SELECT Name FROM Account WHERE Id NOT IN (SELECT AccountId FROM Contact) AND Id IN ${[a1 ?? '', a2 ?? '']}`,
    );
    expect(names).toEqual([{ Name: 'J2' }]);
  });

  it('moves records to the recycle bin with their details, and says so of a later update', async () => {
    const account = await org.system.create('Account', { Name: 'Gone' });
    await org.system.delete('Account', [account]);
    expect(await org.system.rows(soql`SELECT Id FROM Account WHERE Id = ${account}`)).toEqual([]);
    const all = await org.system.query(soql`SELECT IsDeleted FROM Account WHERE Id = ${account}`, {
      basePath: BASE,
      includeDeleted: true,
    });
    expect(all.totalSize).toBe(1);
    const [late] = await org.system.update('Account', [{ id: account, values: { Name: 'Back' } }]);
    expect(late?.errors[0]?.code).toBe('ENTITY_IS_DELETED');
  });

  it('upserts by an external id and names parents by one', async () => {
    const profile = await org.system.row<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard'");
    const ruth = {
      Username: 'ruth@example.com',
      LastName: 'Amsel',
      Alias: 'ruth',
      Email: 'ruth@example.com',
      CommunityNickname: 'ruth',
    };
    const [made] = await org.system.upsert('User', 'Username', [
      { values: { ...ruth, ProfileId: profile.Id } },
    ]);
    expect(made?.errors).toEqual([]);
    const [again] = await org.system.upsert('User', 'Username', [
      { values: { Username: 'RUTH@example.com', FirstName: 'Ruth' } },
    ]);
    expect(again).toMatchObject({ success: true, created: false, id: made?.id });
    const managed = {
      Username: 'tom@example.com',
      LastName: 'Keller',
      Alias: 'tom',
      Email: 't@example.com',
      CommunityNickname: 'tom',
    };
    const [second] = await org.system.insert('User', [
      { values: { ...managed, ProfileId: profile.Id, Manager: { Username: 'Ruth@example.com' } } },
    ]);
    expect(second?.errors).toEqual([]);
    expect(await org.system.row(soql`SELECT Manager.Name FROM User WHERE Id = ${second?.id ?? ''}`)).toEqual({
      Manager: { Name: 'Ruth Amsel' },
    });
  });
});

describe('rights', () => {
  it('give a principal whom nothing grants anything no object and no field', async () => {
    const nobody = org.as({ kind: 'internal', profile: 'Standard', permissionSets: [] });
    await expect(nobody.query('SELECT Id FROM Account', { basePath: BASE })).rejects.toMatchObject({
      code: 'INVALID_TYPE',
    });
    await expect(nobody.create('Account', { Name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
