import { community } from '@muster/community';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let connection: jsforce.Connection;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [community, fixtureSolution] });
  connection = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
  await connection.login(server.admin.username, server.admin.password);
});
afterAll(() => server?.close());

describe('signing in', () => {
  it('works by SOAP, with or without a security token', async () => {
    for (const token of ['', 'A'.repeat(24)]) {
      const other = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
      const user = await other.login(server.admin.username, server.admin.password + token);
      expect(user.organizationId).toBe(server.instance.org.id);
      expect(other.accessToken).toMatch(/^00D\w{12,15}![.\w]+$/);
      expect(other.instanceUrl).toBe(server.url);
    }
  });

  it('answers a wrong password and an unknown user alike', async () => {
    const attempts = [
      [server.admin.username, 'wrong'],
      ['nobody@test.example', 'wrong'],
    ] as const;
    for (const [username, password] of attempts) {
      const other = new jsforce.Connection({ loginUrl: server.url });
      await expect(other.login(username, password)).rejects.toThrow(
        'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
      );
    }
  });

  it('works by OAuth with username and password, and says who it is', async () => {
    const client = await server.instance.signIn.clients.add({
      name: 'Test',
      redirectUris: [],
      flows: ['password'],
    });
    const other = new jsforce.Connection({
      oauth2: { loginUrl: server.url, clientId: client.id, clientSecret: client.secret },
      version: '60.0',
    });
    const user = await other.login(server.admin.username, server.admin.password);
    const identity = await other.identity();
    expect(identity).toMatchObject({
      user_id: user.id,
      organization_id: server.instance.org.id,
      username: server.admin.username,
      active: true,
    });
    const token = other.accessToken;
    await other.logout();
    const ended = new jsforce.Connection({
      instanceUrl: server.url,
      accessToken: token ?? '',
      version: '60.0',
    });
    await expect(ended.query('SELECT Id FROM User')).rejects.toMatchObject({
      errorCode: 'INVALID_SESSION_ID',
    });
  });

  it('takes up a new token when the old one has ended', async () => {
    const token = connection.accessToken;
    let refreshed = 0;
    const other = new jsforce.Connection({
      instanceUrl: server.url,
      accessToken: `${server.instance.org.id}!expired`,
      version: '60.0',
      refreshFn: (_connection, done) => {
        refreshed += 1;
        done(null, token ?? '');
      },
    });
    await other.query('SELECT Id FROM User LIMIT 1');
    expect(refreshed).toBe(1);
  });
});

describe('describing', () => {
  it('lists versions from 20.0 to 67.0', async () => {
    const versions = (await connection.request('/services/data')) as { version: string; label: string }[];
    expect(versions.at(0)).toEqual({ label: "Winter '11", url: '/services/data/v20.0', version: '20.0' });
    expect(versions.at(-1)).toEqual({ label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
  });

  it('lists objects and describes their fields and relationships', async () => {
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map((object) => object.name)).toContain('Contact');
    const contact = await connection.describe('Contact');
    expect(contact.fields.find((field) => field.name === 'AccountId')).toMatchObject({
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Account',
      nillable: true,
      createable: true,
    });
    const account = await connection.describe('Account');
    expect(account.childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' }),
    );
  });

  it('answers 304 to If-Modified-Since when nothing changed', async () => {
    const url = `${server.url}/services/data/v60.0/sobjects/Account/describe`;
    const headers = { Authorization: `Bearer ${connection.accessToken}` };
    const first = await fetch(url, { headers });
    const since = first.headers.get('last-modified') ?? '';
    expect(since).not.toBe('');
    const second = await fetch(url, { headers: { ...headers, 'If-Modified-Since': since } });
    expect(second.status).toBe(304);
  });

  it('answers an unknown object with 404', async () => {
    await expect(connection.describe('Nothing__c')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    });
  });
});

describe('rows', () => {
  it('are created, read, changed and deleted', async () => {
    const created = await connection.sobject('Account').create({ Name: 'Ellery Coast', Phone: '555-0100' });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id ?? '';
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({
      attributes: { type: 'Account', url: `/services/data/v60.0/sobjects/Account/${id}` },
      Id: id,
      Name: 'Ellery Coast',
    });
    await connection.sobject('Account').update({ Id: id, Name: 'Ellery Coast HQ' });
    expect(await connection.sobject('Account').findOne({ Id: id }, ['Name'])).toMatchObject({
      Name: 'Ellery Coast HQ',
    });
    await connection.sobject('Account').destroy(id);
    await expect(connection.sobject('Account').retrieve(id)).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    });
    await expect(connection.sobject('Account').destroy(id)).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
  });

  it('are refused with the field that is missing, unknown or not writeable', async () => {
    await expect(connection.sobject('Account').create({})).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
      data: { fields: ['Name'] },
    });
    await expect(connection.sobject('Account').create({ Name: 'x', Foo: 1 } as never)).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'Foo' on sobject of type Account",
    });
    const { id } = await connection.sobject('Account').create({ Name: 'K01' });
    await expect(
      connection.sobject('Account').update({ Id: id ?? '', IsDeleted: true }),
    ).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    });
  });

  it('are created once for one Idempotency-Key, and changed only in the version that was read', async () => {
    const base = `${server.url}/services/data/v60.0/sobjects/Account`;
    const headers = { Authorization: `Bearer ${connection.accessToken}`, 'Content-Type': 'application/json' };
    const create = () =>
      fetch(base, {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': 'one' },
        body: JSON.stringify({ Name: 'Once' }),
      }).then((response) => response.json() as Promise<{ id: string }>);
    const [first, second] = [await create(), await create()];
    expect(second.id).toBe(first.id);
    const change = (version: string) =>
      fetch(`${base}/${first.id}`, {
        method: 'PATCH',
        headers: { ...headers, 'If-Match': version },
        body: JSON.stringify({ Name: 'Twice' }),
      }).then((response) => response.status);
    expect(await change('"999"')).toBe(412);
    expect(await change('"1"')).toBe(204);
  });

  it('are saved many at a time, each with its own answer', async () => {
    const results = await connection.sobject('Account').create([{ Name: 'A' }, {}, { Name: 'C' }]);
    expect(results.map((result) => result.success)).toEqual([true, false, true]);
    const rolledBack = await connection
      .sobject('Account')
      .create([{ Name: 'D' }, {}], { allOrNone: true, allowRecursive: false });
    expect(rolledBack.map((result) => result.errors[0])).toMatchObject([
      { statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' },
      { statusCode: 'REQUIRED_FIELD_MISSING' },
    ]);
    expect(await connection.sobject('Account').count({ Name: 'D' })).toBe(0);
  });
});

describe('upserting by an external id', () => {
  const table = () => connection.sobject('UpsertTable__c');

  it('creates with 201, changes with 200, and finds several with 300', async () => {
    const first = await table().upsert({ ExtId__c: 'a', Name: 'First' }, 'ExtId__c');
    expect(first).toMatchObject({ success: true, created: true });
    const again = await table().upsert({ ExtId__c: 'A', Name: 'Second' }, 'ExtId__c');
    expect(again).toMatchObject({ success: true, created: false, id: first.id });
    await table().create({ ExtId__c: 'a', Name: 'Twin' });
    await expect(table().upsert({ ExtId__c: 'a' }, 'ExtId__c')).rejects.toMatchObject({
      errorCode: 'MULTIPLE_CHOICES',
    });
  });

  it('answers 404 for a field that is no external id', async () => {
    await expect(table().upsert({ Name: 'x' }, 'Name')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'Provided external ID field does not exist or is not accessible: Name',
    });
  });

  it('works on many records, with one answer each', async () => {
    await table().create({ ExtId__c: 'known', Name: 'Known' });
    const results = await table().upsert(
      [
        { ExtId__c: 'known', Name: 'Known still' },
        { ExtId__c: 'fresh', Name: 'Fresh' },
        { ExtId__c: 'fresh', Name: 'Fresh twice' },
      ],
      'ExtId__c',
    );
    expect(results.map(({ success, created }) => ({ success, created }))).toEqual([
      { success: true, created: false },
      { success: true, created: true },
      { success: false, created: false },
    ]);
  });

  it('finds a record by the value in its path, and its relations below its id', async () => {
    const parent = await table().create({ ExtId__c: 'a/b c', Name: 'Parent' });
    const child = await table().create({ Name: 'Child', Parent__c: parent.id });
    const base = '/services/data/v60.0/sobjects/UpsertTable__c';
    expect(await connection.request(`${base}/ExtId__c/${encodeURIComponent('a/b c')}`)).toMatchObject({
      Name: 'Parent',
    });
    expect(await connection.request(`${base}/${child.id}/Parent__r`)).toMatchObject({ Id: parent.id });
    expect(await connection.request(`${base}/${parent.id}/Children__r?fields=Name`)).toMatchObject({
      totalSize: 1,
      records: [{ Name: 'Child' }],
    });
  });
});

describe('queries', () => {
  it('give parents and child lists as nested records', async () => {
    const account = await connection.sobject('Account').create({ Name: 'Orra Lakes' });
    await connection.sobject('Contact').create([
      { LastName: 'Calder', FirstName: 'Nia', AccountId: account.id },
      { LastName: 'Brandt', FirstName: 'Joel', AccountId: account.id },
    ]);
    const alone = await connection.sobject('Contact').create({ LastName: 'Alone' });
    const contacts = await connection.query(
      `SELECT LastName, Account.Name, Account.Owner.Name FROM Contact
       WHERE AccountId = '${account.id}' OR Id = '${alone.id}' ORDER BY LastName`,
    );
    expect(contacts.records.map((record) => [record.LastName, record.Account?.Name ?? null])).toEqual([
      ['Alone', null],
      ['Brandt', 'Orra Lakes'],
      ['Calder', 'Orra Lakes'],
    ]);
    const accounts = await connection.query(
      `SELECT Name, (SELECT FirstName FROM Contacts ORDER BY FirstName) FROM Account WHERE Id = '${account.id}'`,
    );
    expect(accounts.records[0]?.Contacts).toMatchObject({
      totalSize: 2,
      done: true,
      records: [{ FirstName: 'Joel' }, { FirstName: 'Nia' }],
    });
  });

  it('page 5,989 rows as 2,000, 2,000 and 1,989', async () => {
    const session = await serverSession();
    const names = Array.from({ length: 5989 }, (_, i) => ({ values: { Name: `Page ${i}` } }));
    for (let i = 0; i < names.length; i += 1000) await session.insert('Account', names.slice(i, i + 1000));
    for (const order of ['', ' ORDER BY Name']) {
      const sizes: number[] = [];
      const ids = new Set<string>();
      let page = await connection.query(`SELECT Id FROM Account WHERE Name LIKE 'Page %'${order}`);
      for (;;) {
        expect(page.totalSize).toBe(5989);
        sizes.push(page.records.length);
        for (const record of page.records) ids.add(record.Id as string);
        if (page.done) break;
        page = await connection.queryMore(page.nextRecordsUrl ?? '');
      }
      expect(sizes).toEqual([2000, 2000, 1989]);
      expect(ids.size).toBe(5989);
    }
  });

  it('say where a query is wrong', async () => {
    await expect(connection.query('SELECT Id FROM Account WHERE')).rejects.toMatchObject({
      errorCode: 'MALFORMED_QUERY',
    });
    await expect(connection.query('SELECT Id, Nope FROM Account')).rejects.toThrow(
      /ERROR at Row:1:Column:12/,
    );
    await expect(
      connection.queryMore('/services/data/v60.0/query/01gXX0000000000-2000'),
    ).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    });
  });

  it('read a time offset with a plus sign that was encoded, and refuse one that was not', async () => {
    const soql = 'SELECT Id FROM Account WHERE CreatedDate > 2020-03-17T21:04:32.000+0000 LIMIT 1';
    const ask = (encoded: string) =>
      fetch(`${server.url}/services/data/v60.0/query?q=${encoded}`, {
        headers: { Authorization: `Bearer ${connection.accessToken}` },
      });
    expect((await ask(encodeURIComponent(soql))).status).toBe(200);
    const raw = await ask(soql.replaceAll(' ', '+'));
    expect(raw.status).toBe(400);
    expect(await raw.json()).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
  });
});

async function serverSession() {
  const { signIn, records } = server.instance;
  const userId = await signIn.credentials.findUserId(server.admin.username);
  const principal = await signIn.findPrincipal(userId ?? '');
  if (principal === undefined) throw new Error('The administrator is missing.');
  return records.openSession(principal, { key: 'test' });
}
