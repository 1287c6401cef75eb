import { type Session, systemPrincipal } from '@muster/records';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/jobs/query';
const ROWS = 4_500;

let server: TestServer;
let client: ApiClient;
let system: Session;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const { records, org } = server.instance;
  system = records.openSession(systemPrincipal(org), { key: 'test' });
  const values = Array.from({ length: ROWS }, (_, i) => ({
    values: {
      Name: `Row ${String(i).padStart(4, '0')}`,
      Description: i === 0 ? 'two\nlines, "quoted"' : null,
    },
  }));
  await system.insert('Account', values);
});
afterAll(() => server?.close());

async function ask(query: string, more: object = {}): Promise<string> {
  const { status, body } = await client.call('POST', base, { operation: 'query', query, ...more });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { state: 'UploadComplete', object: 'Account' },
  });
  return body.id;
}

const page = async (id: string, search = '') => {
  const { status, headers, body } = await client.call('GET', `${base}/${id}/results${search}`);
  expect(status).toBe(200);
  return {
    locator: headers.get('sforce-locator'),
    count: Number(headers.get('sforce-numberofrecords')),
    lines: String(body).trimEnd().split('\n'),
  };
};

describe('a bulk query', () => {
  it('is complete at once and says how many records there are', async () => {
    const id = await ask("SELECT Id FROM Account WHERE Name LIKE 'Row %'");
    expect((await client.call('GET', `${base}/${id}`)).body).toMatchObject({
      id,
      state: 'JobComplete',
      jobType: 'V2Query',
      numberRecordsProcessed: ROWS,
    });
    expect((await client.call('GET', base)).body.records[0].id).toBe(id);
    expect((await client.call('DELETE', `${base}/${id}`)).status).toBe(204);
    expect((await client.call('GET', `${base}/${id}`)).status).toBe(404);
  });

  it('gives its records in one page, headed by the items of the SELECT', async () => {
    const id = await ask(
      "select Id, name, Description, CreatedBy.Name, CreatedDate from Account where Name = 'Row 0000'",
    );
    const { body, headers } = await client.call('GET', `${base}/${id}/results`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body).toMatch(
      /^"Id","name","Description","CreatedBy.Name","CreatedDate"\n"001.{15}","Row 0000","two\nlines, ""quoted""","Automated Process","\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z"\n$/,
    );
    expect(headers.get('sforce-locator')).toBe('null');
    expect(headers.get('sforce-numberofrecords')).toBe('1');
    const whole = await page(await ask("SELECT Name FROM Account WHERE Name LIKE 'Row %'"));
    expect(whole).toMatchObject({ locator: 'null', count: ROWS });
  });

  it('pages by maxRecords, each page with its header, no record twice', async () => {
    const id = await ask("SELECT Name FROM Account WHERE Name LIKE 'Row %' ORDER BY Name DESC");
    const seen: string[] = [];
    const counts: number[] = [];
    for (let locator: string | null = ''; locator !== 'null'; ) {
      const next = await page(id, `?maxRecords=3000${locator ? `&locator=${locator}` : ''}`);
      expect(next.lines[0]).toBe('"Name"');
      seen.push(...next.lines.slice(1));
      counts.push(next.count);
      locator = next.locator;
    }
    expect(counts).toEqual([3000, 1500]);
    expect(new Set(seen).size).toBe(ROWS);
    expect(seen[0]).toBe('"Row 4499"');
  });

  it('parts columns and lines as asked', async () => {
    const id = await ask("SELECT Name, Phone FROM Account WHERE Name = 'Row 0001'", {
      columnDelimiter: 'PIPE',
      lineEnding: 'CRLF',
    });
    expect((await client.call('GET', `${base}/${id}/results`)).body).toBe(
      '"Name"|"Phone"\r\n"Row 0001"|""\r\n',
    );
  });

  it('holds with jsforce', async () => {
    const connection = new jsforce.Connection({
      instanceUrl: server.url,
      accessToken: client.token,
      version: '60.0',
    });
    const stream = await connection.bulk2.query("SELECT Id, Name FROM Account WHERE Name LIKE 'Row %'", {
      pollInterval: 20,
      pollTimeout: 10_000,
    });
    expect(await stream.toArray()).toHaveLength(ROWS);
  });
});

describe('refused is', () => {
  it.each([
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
    ['SELECT Nothing__c FROM Account', 'INVALID_FIELD'],
    ['SELECT FROM Account', 'MALFORMED_QUERY'],
    ['SELECT COUNT(Id) FROM Account', 'INVALID_OPERATION'],
    ['SELECT Name FROM Account GROUP BY Name', 'INVALID_OPERATION'],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', 'INVALID_OPERATION'],
  ])('%s', async (query, errorCode) => {
    const { status, body } = await client.call('POST', base, { operation: 'query', query });
    expect({ status, body }).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it('an address as a whole, in the words connectors know', async () => {
    const query = 'SELECT BillingAddress FROM Account';
    const { body } = await client.call('POST', base, { operation: 'query', query });
    expect(body[0].message).toContain('Selecting compound data not supported in Bulk Query');
  });

  it('the query of somebody else, and what its reader may not see', async () => {
    const id = await ask("SELECT Name FROM Account WHERE Name = 'Row 0001'");
    await createUser(system, 'reader@test.example', 'Standard');
    const reader = await apiClient(server, 'reader@test.example');
    expect((await reader.call('GET', `${base}/${id}/results`)).status).toBe(404);
    const own = await reader.call('POST', base, { operation: 'query', query: 'SELECT Name FROM Account' });
    expect(own).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
  });

  it('a page of an aborted query, and one of fewer records than are read at a time', async () => {
    const id = await ask('SELECT Id FROM Account');
    expect((await client.call('GET', `${base}/${id}/results?maxRecords=5`)).status).toBe(400);
    expect((await client.call('PATCH', `${base}/${id}`, { state: 'Aborted' })).body.state).toBe('Aborted');
    const late = await client.call('GET', `${base}/${id}/results`);
    expect(late).toMatchObject({ status: 400, body: [{ errorCode: 'INVALIDJOBSTATE' }] });
  });
});
