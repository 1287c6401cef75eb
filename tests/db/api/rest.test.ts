import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient, call } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let client: ApiClient;
const base = '/services/data/v60.0';

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
});
afterAll(() => server?.close());

describe('paths', () => {
  it.each([
    '//services/data/v60.0/limits/',
    '/services/data/v51.0//limits',
    '/Services/Data/V60.0/LIMITS',
    '/services/data/v99.0/limits',
  ])('%s finds its resource', async (path) => {
    const { status, headers } = await client.call('GET', path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(headers.get('sforce-limit-info')).toMatch(/^api-usage=[1-9]\d*\/\d+$/);
  });

  it.each([
    '/services/data/v19.0/limits',
    '/services/data/v60/limits',
    `${base}/nothing`,
    '/services/nothing',
  ])('%s is not there', async (path) => {
    const { status, body } = await client.call('GET', path);
    expect(status).toBe(404);
    expect(body).toEqual([{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]);
  });

  it('says which methods a resource has', async () => {
    const { status, body } = await client.call('DELETE', `${base}/limits`);
    expect(status).toBe(405);
    expect(body[0]).toEqual({
      message: "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET",
      errorCode: 'METHOD_NOT_ALLOWED',
    });
  });

  it('says of known parts that are not built that they are not', async () => {
    const { status, body } = await client.call('GET', `${base}/chatter/feeds`);
    expect(status).toBe(403);
    expect(body[0]).toMatchObject({ errorCode: 'FUNCTIONALITY_NOT_ENABLED' });
  });

  it('serves the identity of the caller at the root of a version', async () => {
    const { body } = await client.call('GET', base);
    expect(body.identity).toBe(
      `${server.url}/id/${server.instance.org.id}/${body.identity.split('/').at(-1)}`,
    );
    expect(body.sobjects).toBe(`${base}/sobjects`);
  });
});

describe('callers', () => {
  it.each([{}, { authorization: 'Bearer 00Dxx!nothing' }, { authorization: 'Basic abc' }])(
    'without a valid token are refused: %j',
    async (credentials) => {
      const { status, body } = await call(server.url, credentials, 'GET', `${base}/limits`);
      expect(status).toBe(401);
      expect(body).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
    },
  );

  it('may name the scheme OAuth', async () => {
    const { status } = await call(
      server.url,
      { authorization: `OAuth ${client.token}` },
      'GET',
      `${base}/limits`,
    );
    expect(status).toBe(200);
  });
});

describe('bodies', () => {
  it('may be packed with gzip and come without a length', async () => {
    const packed = gzipSync(JSON.stringify({ Name: 'Packed' }));
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(packed);
        controller.close();
      },
    });
    const response = await fetch(`${server.url}${base}/sobjects/Account`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${client.token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(201);
  });

  it.each([
    ['{"Name": }', 'Unexpected character "}" at [line:1, column:10]'],
    ['{"Name": "x"', 'Unexpected end of input at [line:1, column:13]'],
    ['', 'The HTTP entity body is required, but this request has no entity body.'],
    ['[]', 'The request body must be a JSON object with the fields of one record'],
    [`${'['.repeat(200)}`, 'The request body is nested more than 100 levels deep'],
  ])('that are wrong are said to be: %s', async (text, message) => {
    const { status, body } = await client.call('POST', `${base}/sobjects/Account`, text);
    expect(status).toBe(400);
    expect(body).toEqual([{ message, errorCode: 'JSON_PARSER_ERROR' }]);
  });

  it('larger than the limit are refused', async () => {
    const { status, body } = await client.call(
      'POST',
      `${base}/sobjects/Account`,
      'x'.repeat(17 * 1024 * 1024),
    );
    expect(status).toBe(413);
    expect(body[0].errorCode).toBe('REQUEST_TOO_LARGE');
  });

  it('of long answers are packed for those who ask', async () => {
    const response = await fetch(`${server.url}${base}/sobjects/Account/describe`, {
      headers: { authorization: `Bearer ${client.token}`, 'accept-encoding': 'gzip' },
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(((await response.json()) as { name: string }).name).toBe('Account');
  });
});

describe('rows', () => {
  it('refuse ids that are none', async () => {
    const { status, body } = await client.call('GET', `${base}/sobjects/Account/nonsense`);
    expect(status).toBe(404);
    expect(body[0]).toEqual({
      message: 'Provided external ID field does not exist or is not accessible: nonsense',
      errorCode: 'NOT_FOUND',
    });
  });

  it('take PATCH by POST from clients that cannot send it', async () => {
    const { body } = await client.call('POST', `${base}/sobjects/Account`, { Name: 'Before' });
    const path = `${base}/sobjects/Account/${body.id}`;
    expect((await client.call('POST', `${path}?_HTTP_METHOD=PATCH`, { Name: 'After' })).status).toBe(204);
    expect((await client.call('GET', `${path}?fields=Name`)).body.Name).toBe('After');
  });

  it('that changed or were deleted in a span of time are listed', async () => {
    const kept = await client.call('POST', `${base}/sobjects/UpsertTable__c`, { Name: 'Kept' });
    const gone = await client.call('POST', `${base}/sobjects/UpsertTable__c`, { Name: 'Gone' });
    await client.call('DELETE', `${base}/sobjects/UpsertTable__c/${gone.body.id}`);
    const at = (offset: number) => encodeURIComponent(new Date(Date.now() + offset).toISOString());
    const span = `start=${at(-60_000)}&end=${at(60_000)}`;
    const updated = await client.call('GET', `${base}/sobjects/UpsertTable__c/updated/?${span}`);
    expect(updated.body.ids).toEqual([kept.body.id]);
    const deleted = await client.call('GET', `${base}/sobjects/UpsertTable__c/deleted/?${span}`);
    expect(deleted.body.deletedRecords).toMatchObject([{ id: gone.body.id }]);
  });
});

describe('describe', () => {
  it('speaks the language of its reader', async () => {
    const label = async () =>
      (await client.call('GET', `${base}/sobjects/User/describe`)).body.label as string;
    expect(await label()).toBe('User');
    const user = `${base}/sobjects/User/Username/${server.admin.username}`;
    const { Id } = (await client.call('GET', `${user}?fields=Id`)).body;
    await client.call('PATCH', `${base}/sobjects/User/${Id}`, { LanguageLocaleKey: 'es' });
    expect(await label()).toBe('Usuario');
    await client.call('PATCH', `${base}/sobjects/User/${Id}`, { LanguageLocaleKey: 'en_US' });
    expect(await label()).toBe('User');
  });
});

describe('queries', () => {
  const ask = (soql: string, more = '') =>
    client.call('GET', `${base}/query?q=${encodeURIComponent(soql)}${more}`);

  it('describe their columns', async () => {
    const { body } = await ask(
      'SELECT Id, Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account',
      '&columns=true',
    );
    expect(body).toMatchObject({ entityName: 'Account', idSelected: true, keyPrefix: '001' });
    expect(body.columnMetadata).toMatchObject([
      { columnName: 'Id', aggregate: false, joinColumns: [] },
      { columnName: 'Name', textType: true },
      { columnName: 'Owner', aggregate: false, joinColumns: [{ columnName: 'Name' }] },
      { columnName: 'Contacts', aggregate: true, joinColumns: [{ columnName: 'LastName' }] },
    ]);
    const counted = await ask(
      'SELECT COUNT(Id), MAX(Name) newest FROM Account GROUP BY OwnerId',
      '&columns=true',
    );
    expect(counted.body.columnMetadata).toMatchObject([
      { columnName: 'expr0', displayName: 'count(Id)', aggregate: true },
      { columnName: 'newest', displayName: 'max(Name)', aggregate: true },
    ]);
  });

  it('describe columns under the names their values come under', async () => {
    const columns = async (soql: string) => (await ask(soql, '&columns=true')).body.columnMetadata;
    expect(
      await columns(
        'SELECT c.Id, toLabel(c.LeadSource), FORMAT(CreatedDate) day, a.Name FROM Contact c, c.Account a',
      ),
    ).toMatchObject([
      { columnName: 'Id' },
      { columnName: 'LeadSource', textType: true },
      { columnName: 'day' },
      { columnName: 'Account', joinColumns: [{ columnName: 'Name' }] },
    ]);
    expect(
      await columns(
        'SELECT Account.Name, LeadSource src, COUNT(Id) FROM Contact GROUP BY Account.Name, LeadSource',
      ),
    ).toMatchObject([
      { columnName: 'Name', joinColumns: [] },
      { columnName: 'src' },
      { columnName: 'expr0' },
    ]);
    expect(
      await columns(
        'SELECT What.Type, Owner.Profile.Name, TYPEOF Who WHEN Contact THEN Title, Account.Name ELSE Name END FROM Task',
      ),
    ).toMatchObject([
      { columnName: 'What', joinColumns: [{ columnName: 'Type', textType: true }] },
      {
        columnName: 'Owner',
        joinColumns: [{ columnName: 'Profile', joinColumns: [{ columnName: 'Name' }] }],
      },
      {
        columnName: 'Who',
        joinColumns: [{ columnName: 'Title' }, { columnName: 'Account' }, { columnName: 'Name' }],
      },
    ]);
  });

  it('need a text', async () => {
    const { status, body } = await client.call('GET', `${base}/query`);
    expect(status).toBe(400);
    expect(body[0]).toEqual({ message: 'A query string has to be specified', errorCode: 'MALFORMED_QUERY' });
  });

  it('as long as connectors write them fit into the url', async () => {
    const long = `SELECT Id FROM Account WHERE Name IN (${Array.from({ length: 1200 }, (_, i) => `'name ${i}'`).join(',')})`;
    expect(long.length).toBeGreaterThan(10_000);
    expect((await ask(long)).status).toBe(200);
  });
});

describe('contents', () => {
  const base64 = Buffer.from('a map of Skarn Pass').toString('base64');
  const create = async (VersionData: unknown) => {
    const document = await client.call('POST', `${base}/sobjects/ContentDocument`, { Title: 'Map' });
    return client.call('POST', `${base}/sobjects/ContentVersion`, {
      Title: 'Map',
      PathOnClient: 'map.txt',
      ContentDocumentId: document.body.id,
      VersionData,
    });
  };

  it('are taken as base64 and given as bytes, at the address their record names', async () => {
    const { body } = await create(base64);
    const path = `${base}/sobjects/ContentVersion/${body.id}/VersionData`;
    const record = await client.call('GET', `${base}/sobjects/ContentVersion/${body.id}?fields=VersionData`);
    expect(record.body.VersionData).toBe(path);
    const content = await client.call('GET', path);
    expect(content).toMatchObject({ status: 200, body: 'a map of Skarn Pass' });
    expect(content.headers.get('content-disposition')).toBe('attachment');
  });

  it('say what they are, and their document says it of its newest version', async () => {
    const first = await create(base64);
    const version = (await client.call('GET', `${base}/sobjects/ContentVersion/${first.body.id}`)).body;
    expect(version).toMatchObject({
      VersionNumber: '1',
      IsLatest: true,
      ContentSize: 19,
      Checksum: createHash('md5').update('a map of Skarn Pass').digest('hex'),
      FileExtension: 'txt',
      FileType: 'TEXT',
    });
    const { ContentDocumentId } = version;
    const second = await client.call('POST', `${base}/sobjects/ContentVersion`, {
      PathOnClient: 'newer map.pdf',
      ContentDocumentId,
      VersionData: Buffer.from('%PDF-1.7').toString('base64'),
    });
    const document = await client.call('GET', `${base}/sobjects/ContentDocument/${ContentDocumentId}`);
    expect(document.body).toMatchObject({
      LatestPublishedVersionId: second.body.id,
      Title: 'newer map',
      ContentSize: 8,
      FileExtension: 'pdf',
      FileType: 'PDF',
    });
    const soql = `SELECT VersionNumber FROM ContentVersion WHERE IsLatest = true AND ContentDocumentId = '${ContentDocumentId}'`;
    const latest = await client.call('GET', `${base}/query?q=${encodeURIComponent(soql)}`);
    expect(latest.body.records).toMatchObject([{ VersionNumber: '2' }]);
  });

  it('begin a document of their own, linked to the record they were added to', async () => {
    const account = await client.call('POST', `${base}/sobjects/Account`, { Name: 'Skarn Pass Post' });
    const { body } = await client.call('POST', `${base}/sobjects/ContentVersion`, {
      PathOnClient: 'route.txt',
      VersionData: base64,
      FirstPublishLocationId: account.body.id,
    });
    const version = (await client.call('GET', `${base}/sobjects/ContentVersion/${body.id}`)).body;
    const soql = `SELECT ContentDocumentId FROM ContentDocumentLink WHERE LinkedEntityId = '${account.body.id}'`;
    const links = await client.call('GET', `${base}/query?q=${encodeURIComponent(soql)}`);
    expect(links.body.records).toMatchObject([{ ContentDocumentId: version.ContentDocumentId }]);
    expect(version.Title).toBe('route');
  });

  it('cannot be had by the name they are kept under', async () => {
    const hash = createHash('sha256').update('a map of Skarn Pass').digest('hex');
    const { body } = await create(hash);
    const path = `${base}/sobjects/ContentVersion/${body.id}/VersionData`;
    expect((await client.call('GET', path)).body).not.toBe('a map of Skarn Pass');
    expect((await create('not base64!')).body[0].errorCode).toBe('INVALID_TYPE_ON_FIELD_IN_RECORD');
  });
});
