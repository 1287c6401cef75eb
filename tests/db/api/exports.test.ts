import { type Session, systemPrincipal } from '@muster/records';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/jobs';

let server: TestServer;
let client: ApiClient;
let system: Session;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const { records, org } = server.instance;
  system = records.openSession(systemPrincipal(org), { key: 'test' });
  const names = Array.from({ length: 2_500 }, (_, i) => ({
    values: { Name: `Export ${i}`, Phone: '"1", 2' },
  }));
  await system.insert('Account', names);
  const gone = await system.create('Account', { Name: 'Export gone' });
  await system.delete('Account', [gone]);
});
afterAll(() => server?.close());

async function prepare(query: string, operation = 'query'): Promise<string> {
  const { status, body } = await client.call('POST', `${base}/query`, { query, operation });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.id;
}

async function fetchBytes(
  path: string,
): Promise<{ readonly type: string | null; readonly bytes: Uint8Array }> {
  const response = await fetch(server.url + path, { headers: { authorization: `Bearer ${client.token}` } });
  return { type: response.headers.get('content-type'), bytes: new Uint8Array(await response.arrayBuffer()) };
}

it('an answer is one file, however many pages it has, with or without deleted records', async () => {
  const soql = "SELECT Name, Phone FROM Account WHERE Name LIKE 'Export %'";
  const { type, bytes } = await fetchBytes(`${base}/query/${await prepare(soql)}/file`);
  expect(type).toBe('text/csv;charset=UTF-8');
  const lines = Buffer.from(bytes).toString().trimEnd().split('\n');
  expect(lines[0]).toBe('"Name","Phone"');
  expect(new Set(lines).size).toBe(2_501);
  expect(lines).toContain('"Export 7","""1"", 2"');
  const all = await fetchBytes(`${base}/query/${await prepare(soql, 'queryAll')}/file`);
  expect(Buffer.from(all.bytes).toString()).toContain('"Export gone"');
});

it('several answers are a zip, each under the name of its object', async () => {
  const ids = [
    await prepare("SELECT Name FROM Account WHERE Name LIKE 'Export 1%'"),
    await prepare('SELECT Username FROM User'),
    await prepare("SELECT Name FROM Account WHERE Name = 'Export 2'"),
  ];
  const { type, bytes } = await fetchBytes(`${base}/query/files?ids=${ids.join(',')}`);
  expect(type).toBe('application/zip');
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['Account.csv', 'User.csv', 'Account-2.csv']);
  expect(Buffer.from(files['Account-2.csv'] ?? []).toString()).toBe('"Name"\n"Export 2"\n');
});

it('what was taken out is remembered, and shown to those who see all data', async () => {
  const before = (await client.call('GET', `${base}/exports`)).body.exports.length;
  const id = await prepare("SELECT Name FROM Account WHERE Name = 'Export 3'");
  expect((await client.call('GET', `${base}/exports`)).body.exports).toHaveLength(before);
  await fetchBytes(`${base}/query/${id}/file`);
  const { body } = await client.call('GET', `${base}/exports`);
  expect(body.exports).toHaveLength(before + 1);
  expect(body.exports[0]).toMatchObject({
    queryId: id,
    object: 'Account',
    query: "SELECT Name FROM Account WHERE Name = 'Export 3'",
    totalSize: 1,
    isKept: true,
  });
  await createUser(system, 'reader@test.example', 'Standard');
  const reader = await apiClient(server, 'reader@test.example');
  expect((await reader.call('GET', `${base}/exports`)).body.exports).toEqual([]);
  expect((await reader.call('GET', `${base}/query/${id}/file`)).status).toBe(404);
});
