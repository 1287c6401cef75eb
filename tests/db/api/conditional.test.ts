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
});
afterAll(() => server?.close());

async function account(): Promise<{ path: string; etag: string; modified: string }> {
  const { body } = await client.call('POST', `${base}/sobjects/Account`, { Name: 'Orra clinic' });
  const path = `${base}/sobjects/Account/${body.id}`;
  const { headers } = await client.call('GET', path);
  return { path, etag: headers.get('etag') ?? '', modified: headers.get('last-modified') ?? '' };
}

const yesterday = () => new Date(Date.now() - 86_400_000).toUTCString();

describe('reading', () => {
  it('gives a tag that changes with the record, and when it was changed', async () => {
    const { path, etag, modified } = await account();
    expect(etag).toMatch(/^"\d+"$/);
    expect(Math.abs(Date.parse(modified) - Date.now())).toBeLessThan(60_000);
    await client.call('PATCH', path, { Phone: '1' });
    expect((await client.call('GET', path)).headers.get('etag')).not.toBe(etag);
  });

  it.each([
    ['the tag', ({ etag }: { etag: string }) => ({ 'if-none-match': etag })],
    ['the time', ({ modified }: { modified: string }) => ({ 'if-modified-since': modified })],
  ])('answers 304 without a body to whoever knows %s', async (_what, headersOf) => {
    const known = await account();
    const { status, headers, body } = await client.call('GET', known.path, undefined, headersOf(known));
    expect({ status, body }).toEqual({ status: 304, body: '' });
    expect(headers.get('etag')).toBe(known.etag);
  });

  it('answers in full to whoever knows another state', async () => {
    const { path } = await account();
    for (const headers of [{ 'if-none-match': '"99"' }, { 'if-modified-since': yesterday() }]) {
      expect((await client.call('GET', path, undefined, headers)).status).toBe(200);
    }
  });

  it.each([{ 'if-match': '"99"' }, { 'if-unmodified-since': yesterday() }])(
    'answers 412 where %j is not so',
    async (headers) => {
      const { path } = await account();
      const { status, body } = await client.call('GET', path, undefined, headers);
      expect(status).toBe(412);
      expect(body[0].errorCode).toBe('PRECONDITION_FAILED');
    },
  );

  it('has no tag for fields of a parent, which changes by itself', async () => {
    const { path } = await account();
    const { headers } = await client.call('GET', `${path}?fields=Name,Owner.Name`, undefined, {
      'if-none-match': '*',
    });
    expect(headers.get('etag')).toBeNull();
  });
});

describe('changing and deleting', () => {
  it.each(['PATCH', 'DELETE'])('%s with the tag of the present state is done', async (method) => {
    const body = method === 'PATCH' ? { Phone: '1' } : undefined;
    const byTag = await account();
    const tag = { 'if-match': `"0", ${byTag.etag}` };
    expect((await client.call(method, byTag.path, body, tag)).status).toBe(204);
    const byTime = await account();
    const time = { 'if-unmodified-since': byTime.modified };
    expect((await client.call(method, byTime.path, body, time)).status).toBe(204);
  });

  it.each([
    ['PATCH', { 'if-match': '"99"' }],
    ['PATCH', { 'if-unmodified-since': yesterday() }],
    ['PATCH', { 'if-none-match': '*' }],
    ['DELETE', { 'if-match': '"99"' }],
    ['DELETE', { 'if-unmodified-since': yesterday() }],
  ])('%s with %j changes nothing', async (method, headers) => {
    const { path, etag } = await account();
    const body = method === 'PATCH' ? { Phone: '1' } : undefined;
    const refused = await client.call(method, path, body, headers);
    expect(refused.status).toBe(412);
    expect(refused.body[0].errorCode).toBe('PRECONDITION_FAILED');
    expect((await client.call('GET', path)).headers.get('etag')).toBe(etag);
  });

  it('a change answers with the tag of the state it made, which the next one can ask for', async () => {
    const { path, etag } = await account();
    const first = await client.call('PATCH', path, { Phone: '1' }, { 'if-match': etag });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe(etag);
    expect((await client.call('GET', path)).headers.get('etag')).toBe(tag);
    expect((await client.call('PATCH', path, { Phone: '2' }, { 'if-match': tag })).status).toBe(204);
  });

  it('of two who change the same state, one is told that it is gone', async () => {
    const { path, etag } = await account();
    const change = (Phone: string) => client.call('PATCH', path, { Phone }, { 'if-match': etag });
    const statuses = (await Promise.all([change('1'), change('2')])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 412]);
  });

  it('a condition that cannot be read is refused', async () => {
    const { path } = await account();
    const { status, body } = await client.call('PATCH', path, { Phone: '1' }, { 'if-match': 'newest' });
    expect(status).toBe(400);
    expect(body[0]).toMatchObject({
      errorCode: 'INVALID_INPUT',
      message: expect.stringContaining('If-Match'),
    });
  });

  it('an upsert by external id can ask for a new record, or for one that is there', async () => {
    const path = `${base}/sobjects/UpsertTable__c/ExtId__c/${Date.now()}`;
    const upsert = (headers: Record<string, string>) => client.call('PATCH', path, { Name: 'a' }, headers);
    expect((await upsert({ 'if-match': '*' })).status).toBe(412);
    expect((await upsert({ 'if-none-match': '*' })).status).toBe(201);
    expect((await upsert({ 'if-none-match': '*' })).status).toBe(412);
    expect((await upsert({ 'if-match': '*' })).status).toBe(200);
  });
});
