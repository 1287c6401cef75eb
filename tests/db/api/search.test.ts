import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0';
let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  for (const Name of ['Orra clinic', 'Orra lakes', 'Sule']) {
    await client.call('POST', `${base}/sobjects/Account`, { Name, Phone: '0123 {7}' });
  }
});
afterAll(() => server?.close());

const get = (path: string, parameters: Record<string, string>) =>
  client.call('GET', `${path}?${new URLSearchParams(parameters)}`);

describe('search', () => {
  it('answers SOSL as records, bare before version 37', async () => {
    const q = 'FIND {orra} IN NAME FIELDS RETURNING Account(Id, Name ORDER BY Name)';
    const { status, body } = await get(`${base}/search/`, { q });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      searchRecords: [
        {
          attributes: { type: 'Account', url: expect.stringContaining(`${base}/sobjects/Account/001`) },
          Name: 'Orra clinic',
        },
        { Name: 'Orra lakes' },
      ],
    });
    expect((await get('/services/data/v36.0/search', { q })).body).toHaveLength(2);
  });

  it('refuses a search without braces in the words clients know', async () => {
    const { status, body } = await get(`${base}/search`, { q: 'orra' });
    expect(status).toBe(400);
    expect(body).toEqual([
      {
        errorCode: 'MALFORMED_SEARCH',
        message: 'No search term found. The search term must be enclosed in braces.',
      },
    ]);
  });
});

describe('parameterizedSearch', () => {
  it('takes single parameters by GET', async () => {
    const { body } = await get(`${base}/parameterizedSearch/`, {
      q: 'orra',
      sobject: 'Account',
      'Account.fields': 'id,name',
      'Account.where': "Name != 'Orra lakes'",
      'Account.limit': '5',
    });
    expect(body).toMatchObject({ searchRecords: [{ Name: 'Orra clinic' }] });
    expect(
      (await get(`${base}/parameterizedSearch`, { q: '{7}', sobject: 'Account', defaultLimit: '2' })).status,
    ).toBe(400);
    expect(
      (await get(`${base}/parameterizedSearch`, { q: '0123 {7}', sobject: 'Account', defaultLimit: '2' }))
        .body.searchRecords,
    ).toHaveLength(2);
  });

  it('takes a body by POST, and names what it does not compute', async () => {
    const post = (body: unknown) => client.call('POST', `${base}/parameterizedSearch`, body);
    const search = {
      q: 'orra',
      in: 'NAME',
      fields: ['Name'],
      sobjects: [{ name: 'Account', orderBy: 'Name DESC', limit: 1 }],
      overallLimit: 10,
    };
    expect((await post(search)).body.searchRecords).toMatchObject([{ Name: 'Orra lakes' }]);
    expect((await post({ ...search, offset: 1 })).body.searchRecords).toMatchObject([
      { Name: 'Orra clinic' },
    ]);
    expect((await post({ ...search, netWorkIds: ['x'] })).body[0].message).toContain('netWorkIds');
    expect((await post({ sobjects: [] })).status).toBe(400);
  });
});

describe('recent', () => {
  it('gives the records viewed last with their names, newest first', async () => {
    const view = async (soql: string) => {
      const { body } = await get(`${base}/query`, { q: `${soql} FOR VIEW` });
      return body.records[0].Id as string;
    };
    const first = await view("SELECT Id FROM Account WHERE Name = 'Sule'");
    const second = await view("SELECT Id FROM Account WHERE Name = 'Orra lakes'");
    const { body } = await get(`${base}/recent`, { limit: '2' });
    expect(body).toMatchObject([
      { attributes: { type: 'Account', url: `${base}/sobjects/Account/${second}` }, Name: 'Orra lakes' },
      { Id: first, Name: 'Sule' },
    ]);
    await client.call('DELETE', `${base}/sobjects/Account/${second}`);
    expect((await get(`${base}/recent`, {})).body).toMatchObject([{ Name: 'Sule' }]);
  });
});
