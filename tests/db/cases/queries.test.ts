import { createClient } from '@muster/client';
import { type Session, systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0';

let server: TestServer;
let api: ApiClient;
let system: Session;

const object = (fullName: string) => ({
  type: 'CustomObject',
  fullName,
  metadata: {
    label: fullName,
    pluralLabel: fullName,
    nameField: { label: 'Name', type: 'Text' },
    sharingModel: 'ReadWrite',
  },
});
const field = (fullName: string, metadata: Record<string, unknown>) => ({
  type: 'CustomField',
  fullName,
  metadata: { label: fullName, ...(metadata as object) },
});
const languages = ['Spanish', 'French', 'German', 'Spanish (MX)'];

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  api = await apiClient(server);
  system = server.instance.records.openSession(systemPrincipal(server.instance.org), { key: 'test' });
  const client = createClient({ baseUrl: server.url, accessToken: api.token });
  const deployed = await client.metadata.deploy({
    components: [
      object('Candidate__c'),
      field('Candidate__c.Languages__c', {
        type: 'MultiselectPicklist',
        visibleLines: 4,
        valueSet: {
          valueSetDefinition: {
            sorted: false,
            value: languages.map((name) => ({ fullName: name, label: name, default: false })),
          },
        },
      }),
      object('Shift__c'),
      field('Shift__c.Start__c', { type: 'Time' }),
      object('Drill__c'),
      object('Block__c'),
      field('Block__c.Drill__c', { type: 'Lookup', referenceTo: 'Drill__c', relationshipName: 'Blocks' }),
      object('Selected__c'),
      field('Selected__c.Block__c', {
        type: 'Lookup',
        referenceTo: 'Block__c',
        relationshipName: 'Selected',
      }),
      object('Kit__c'),
      field('Kit__c.Base__c', { type: 'Lookup', referenceTo: 'Kit__c', relationshipName: 'Kits' }),
    ],
  });
  expect(deployed).toMatchObject({ success: true });
});
afterAll(() => server?.close());

const query = (soql: string) => api.call('GET', `${base}/query?q=${encodeURIComponent(soql)}`);
const rows = async (soql: string): Promise<Answer['body'][]> => {
  const { status, body } = await query(soql);
  expect({ status, body: status === 200 ? undefined : body }).toEqual({ status: 200, body: undefined });
  return body.records;
};
const insert = async (name: string, records: readonly Record<string, unknown>[]) =>
  (
    await system.insert(
      name,
      records.map((values) => ({ values })),
    )
  ).map(({ id }) => id as string);

describe('meaning', () => {
  it('A01: subtotals say which of their columns stand for all', async () => {
    await insert('Task', [
      { Subject: 'A01', Type: 'Call', Priority: 'High' },
      { Subject: 'A01', Type: 'Call', Priority: 'Low' },
      { Subject: 'A01', Type: 'Email', Priority: 'Low' },
    ]);
    const found = await rows(
      "SELECT Type t, Priority p, COUNT(Id) n, GROUPING(Type) gt, GROUPING(Priority) gp FROM Task WHERE Subject = 'A01' GROUP BY ROLLUP(Type, Priority)",
    );
    const lines = found.map(({ t, p, n, gt, gp }) => [t, p, n, gt, gp]);
    expect(lines).toHaveLength(6);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['Call', 'High', 1, 0, 0],
        ['Call', 'Low', 1, 0, 0],
        ['Email', 'Low', 1, 0, 0],
        ['Call', null, 2, 0, 1],
        ['Email', null, 1, 0, 1],
        [null, null, 3, 1, 1],
      ]),
    );
  });

  it('A07: an empty lookup among those of an anti-join takes nothing away', async () => {
    const [a1, a2, a3] = await insert(
      'Account',
      ['A1', 'A2', 'A3'].map((Name) => ({ Name, Site: 'A07' })),
    );
    await insert('Contact', [{ LastName: 'C1', AccountId: a1 }, { LastName: 'C2' }]);
    const deal = { CloseDate: '2026-01-01', Name: 'O' };
    await insert('Opportunity', [
      { ...deal, AccountId: a1, StageName: 'Prospecting' },
      { ...deal, AccountId: a2, StageName: 'Closed Won' },
    ]);
    const ids = async (where: string) =>
      (await rows(`SELECT Id FROM Account WHERE Site = 'A07' AND ${where} ORDER BY Name`)).map(
        ({ Id }) => Id,
      );
    expect(await ids('Id NOT IN (SELECT AccountId FROM Contact)')).toEqual([a2, a3]);
    expect(
      await ids(
        'Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Opportunity WHERE IsClosed = false)',
      ),
    ).toEqual([a1]);
  });

  it('A11: lists of values are asked by their values, whatever their order', async () => {
    await insert('Candidate__c', [
      { Name: 'both', Languages__c: 'French;Spanish' },
      { Name: 'one', Languages__c: 'Spanish' },
      { Name: 'german', Languages__c: 'German;French' },
      { Name: 'mexican', Languages__c: 'Spanish (MX)' },
    ]);
    const refused = await query("SELECT Id FROM Candidate__c WHERE Languages__c LIKE 'Span%'");
    expect(refused.body).toMatchObject([{ errorCode: 'INVALID_QUERY_FILTER_OPERATOR' }]);
    const names = async (values: string) =>
      (await rows(`SELECT Name FROM Candidate__c WHERE Languages__c INCLUDES (${values}) ORDER BY Name`)).map(
        ({ Name }) => Name,
      );
    expect(await names("'Spanish;French','German'")).toEqual(['both', 'german']);
    expect(await names("'Spanish'")).toEqual(['both', 'one']);
  });

  it('A13: a blank in place of the plus of an offset is said where it stands', async () => {
    const ask = (offset: string) =>
      api.call(
        'GET',
        `${base}/query?q=${encodeURIComponent('SELECT Id FROM Account WHERE CreatedDate > ')}2020-03-17T21:04:32.000${offset}`,
      );
    for (const offset of ['%2B0000', '%2B00:00', 'Z']) expect((await ask(offset)).status).toBe(200);
    const refused = await ask('+0000');
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'MALFORMED_QUERY' }] });
    expect(refused.body[0].message).toMatch(/Row:1:Column:\d+/);
  });

  it('A15: an id whose case was lost is that record or none', async () => {
    const [id = ''] = await insert('Account', [{ Name: 'A15' }]);
    const found = await rows(`select id, name from ACCOUNT where id = '${id.toLowerCase()}'`);
    expect(found.every(({ Name }) => Name === 'A15')).toBe(true);
    expect(found.length).toBeLessThanOrEqual(1);
  });

  it('A17: times of day are literals', async () => {
    await insert('Shift__c', [
      { Name: 'early', Start__c: '06:00:00.000Z' },
      { Name: 'late', Start__c: '14:00:00.000Z' },
    ]);
    expect(await rows('SELECT Name FROM Shift__c WHERE Start__c > 08:30:00.000Z')).toMatchObject([
      { Name: 'late' },
    ]);
  });

  it('A19: sums of nothing', async () => {
    expect((await query("SELECT COUNT() FROM Account WHERE Name = 'none'")).body).toEqual({
      totalSize: 0,
      done: true,
      records: [],
    });
    expect(await rows("SELECT SUM(Amount) FROM Opportunity WHERE Name = 'none'")).toEqual([
      { attributes: { type: 'AggregateResult' }, expr0: null },
    ]);
    expect(await rows("SELECT SUM(Amount) FROM Opportunity WHERE Name = 'none' GROUP BY StageName")).toEqual(
      [],
    );
  });
});

describe('owners of either kind', () => {
  let user: string;
  beforeAll(async () => {
    user = await createUser(system, 'b-cases@test.example', 'Standard');
    const [queue] = await insert('Group', [{ Name: 'Intake', DeveloperName: 'Intake', Type: 'Queue' }]);
    await insert('Lead', [
      { LastName: 'B01 user', Company: 'x', OwnerId: user },
      { LastName: 'B01 queue', Company: 'x', OwnerId: queue },
    ]);
    await insert('Case', [
      { Subject: 'B03 user', OwnerId: user },
      { Subject: 'B03 queue', OwnerId: queue },
    ]);
  });

  it('B01: TYPEOF without ELSE leaves the others empty', async () => {
    const found = await rows(
      "SELECT Id, LastName, TYPEOF Owner WHEN User THEN UserType END, CreatedBy.UserType FROM Lead WHERE LastName LIKE 'B01%' ORDER BY LastName DESC",
    );
    expect(found).toMatchObject([{ Owner: { UserType: 'Standard' } }, { Owner: null }]);
  });

  it('B03: a path over either reads what the one has and the other has not', async () => {
    const found = await rows(
      "SELECT Subject, Owner.FirstName, Owner.UserRoleId, Owner.Name FROM Case WHERE Subject LIKE 'B03%' ORDER BY Subject DESC",
    );
    expect(found).toMatchObject([
      { Subject: 'B03 user', Owner: { Name: expect.any(String) } },
      { Subject: 'B03 queue', Owner: { FirstName: null, UserRoleId: null, Name: 'Intake' } },
    ]);
  });

  it('B05: Who and What are two things', async () => {
    const [account] = await insert('Account', [{ Name: 'B05' }]);
    const [contact] = await insert('Contact', [{ LastName: 'B05' }]);
    await insert('Task', [{ Subject: 'B05', WhatId: account, WhoId: contact }]);
    expect(
      await rows("SELECT What.Name, What.Type, Who.Name, Who.Type FROM Task WHERE Subject = 'B05'"),
    ).toMatchObject([{ What: { Name: 'B05', Type: 'Account' }, Who: { Name: 'B05', Type: 'Contact' } }]);
  });
});

describe('pages', () => {
  it('C03: every level has a locator of its own, and following them all gives all', async () => {
    const [drill] = await insert('Drill__c', [{ Name: 'C03' }]);
    const [block] = await insert('Block__c', [{ Name: 'C03', Drill__c: drill }]);
    await insert(
      'Selected__c',
      Array.from({ length: 2_300 }, (_, i) => ({ Name: `S${i}`, Block__c: block })),
    );
    const [found] = await rows(
      'SELECT Name, (SELECT Name, (SELECT Name FROM Selected__r) FROM Blocks__r) FROM Drill__c',
    );
    const names = new Set<string>();
    let page = found.Blocks__r.records[0].Selected__r;
    expect(page.totalSize).toBe(2_300);
    for (;;) {
      for (const { Name } of page.records) names.add(Name);
      if (page.done) break;
      page = (await api.call('GET', page.nextRecordsUrl)).body;
    }
    expect(names.size).toBe(2_300);
  });

  it('C05: rows that sort alike are all there, and so are those without a value', async () => {
    const sites = Array.from({ length: 650 }, (_, i) => (i % 3 === 0 ? null : i % 3 === 1 ? 'C' : 'D'));
    await insert(
      'Account',
      sites.map((Site, i) => ({ Name: `C05 ${i}`, Site })),
    );
    const names = new Set<string>();
    let count = 0;
    let page = (
      await api.call(
        'GET',
        `${base}/query?q=${encodeURIComponent("SELECT Name FROM Account WHERE Name LIKE 'C05%' ORDER BY Site")}`,
        undefined,
        { 'Sforce-Query-Options': 'batchSize=200' },
      )
    ).body;
    for (;;) {
      count += page.records.length;
      for (const { Name } of page.records) names.add(Name);
      if (page.done) break;
      page = (
        await api.call('GET', page.nextRecordsUrl, undefined, { 'Sforce-Query-Options': 'batchSize=200' })
      ).body;
    }
    expect([count, names.size]).toEqual([650, 650]);
  });
});

describe('parents that are not there', () => {
  it('D01: are null, sort first unless NULLS says otherwise, and keep their column in CSV', async () => {
    const [base1] = await insert('Kit__c', [{ Name: 'D01 B' }]);
    await insert('Kit__c', [{ Name: 'D01 P1' }, { Name: 'D01 P2', Base__c: base1 }]);
    const soql = "SELECT Name, Base__r.Name FROM Kit__c WHERE Name LIKE 'D01 P%' ORDER BY Base__r.Name";
    const names = async (order: string) =>
      (await rows(`${soql} ${order}`)).map(({ Name, Base__r }) => [Name, Base__r?.Name ?? null]);
    const first = [
      ['D01 P1', null],
      ['D01 P2', 'D01 B'],
    ];
    expect(await names('DESC')).toEqual(first);
    expect(await names('ASC')).toEqual(first);
    expect(await names('DESC NULLS LAST')).toEqual(first.toReversed());
    expect((await rows(`${soql} DESC`))[0].Base__r).toBeNull();

    const job = await api.call('POST', `${base}/jobs/query`, { operation: 'query', query: `${soql} DESC` });
    const path = `${base}/jobs/query/${job.body.id}`;
    for (;;) {
      const { state } = (await api.call('GET', path)).body;
      if (state === 'JobComplete') break;
      expect(['UploadComplete', 'InProgress']).toContain(state);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const csv = String((await api.call('GET', `${path}/results`, undefined, { accept: 'text/csv' })).body);
    expect(csv.split(/\r?\n/).map((line) => line.replaceAll('"', ''))).toEqual([
      'Name,Base__r.Name',
      'D01 P1,',
      'D01 P2,D01 B',
      '',
    ]);
  });
});
