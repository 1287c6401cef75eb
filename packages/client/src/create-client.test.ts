import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ClientError } from './client-error.js';
import { newClientKey } from './client-key.js';
import { createClient } from './create-client.js';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

let server: Server;
let baseUrl: string;
let seen: Seen[];
let answer: (request: Seen) => Answer | undefined;

beforeAll(async () => {
  server = createServer((request, response) => void reply(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
  answer = () => ({ body: {} });
});

async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const one: Seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
  seen.push(one);
  const given = answer(one);
  if (given === undefined) return;
  response.writeHead(given.status ?? 200, { 'content-type': 'application/json' });
  response.end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body));
}

const refusal = (code: string) => ({
  status: 403,
  body: [{ errorCode: code, message: `${code}!`, fields: ['Subject'] }],
});

describe('requests', () => {
  it('go to the operation with the parameters that are there', async () => {
    const { community, field } = createClient({ baseUrl, app: 'portal' });
    await community.articles({ search: 'wet boots & socks', language: 'es' });
    await field.myCases();
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /services/apexrest/community/articles?search=wet+boots+%26+socks&language=es',
      'GET /services/apexrest/field/my-cases',
    ]);
    expect(seen[0]?.headers['x-muster-app']).toBe('portal');
  });

  it('carry an access token in place of a browser session', async () => {
    const { field } = createClient({ baseUrl, accessToken: '00D!abc' });
    await field.assignCase({ caseId: '500' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer 00D!abc', 'content-type': 'application/json' },
      body: '{"caseId":"500"}',
    });
  });

  it('follow a query over its pages', async () => {
    answer = ({ url }) => ({
      body: url.includes('/query?')
        ? {
            totalSize: 3,
            done: false,
            records: [{ Id: 'a' }, { Id: 'b' }],
            nextRecordsUrl: '/services/data/v67.0/query/x-2',
          }
        : { totalSize: 3, done: true, records: [{ Id: 'c' }] },
    });
    const { data } = createClient({ baseUrl });
    expect(await data.rows('SELECT Id FROM Case')).toEqual([{ Id: 'a' }, { Id: 'b' }, { Id: 'c' }]);
    expect(seen[0]?.url).toBe('/services/data/v67.0/query?q=SELECT+Id+FROM+Case');
  });

  it('take an answer without a body', async () => {
    answer = ({ url }) => (url.endsWith('/session') ? { body: { csrf: null } } : { status: 204, body: '' });
    expect(await createClient({ baseUrl }).data.update('Case', '500', { Subject: 'x' })).toBeUndefined();
  });
});

describe('the token of the browser session', () => {
  const sessionAnswers = (tokens: string[]) => (request: Seen) => {
    if (request.url.endsWith('/session')) return { body: { user: {}, csrf: tokens.shift() } };
    const isFresh = request.headers['x-csrf-token'] === 'second';
    return isFresh ? { body: { id: '500' } } : refusal('INVALID_CSRF_TOKEN');
  };

  it('is asked for before the first change and learnt anew when another tab signed in', async () => {
    answer = sessionAnswers(['first', 'second']);
    const { field } = createClient({ baseUrl });
    expect(await field.assignCase({ caseId: '500' })).toEqual({ id: '500' });
    expect(seen.map(({ url }) => url.split('/').at(-1))).toEqual([
      'session',
      'assign-case',
      'session',
      'assign-case',
    ]);
  });

  it('is asked for anew once, not for ever', async () => {
    answer = sessionAnswers(['first', 'third']);
    await expect(createClient({ baseUrl }).field.assignCase({ caseId: '500' })).rejects.toMatchObject({
      code: 'INVALID_CSRF_TOKEN',
    });
    expect(seen).toHaveLength(4);
  });

  it('comes with signing in', async () => {
    answer = ({ url }) => ({ body: url.endsWith('/login') ? { user: {}, csrf: 'second' } : { csrf: null } });
    const { auth, field } = createClient({ baseUrl });
    await auth.session();
    await auth.login({ username: 'lena', password: 'x' });
    await field.assignCase({ caseId: '500' });
    expect(seen.map(({ headers }) => headers['x-csrf-token'])).toEqual([undefined, undefined, 'second']);
  });
});

describe('failures', () => {
  const failing = async (given: Answer): Promise<ClientError> => {
    answer = () => given;
    const failure: unknown = await createClient({ baseUrl, accessToken: 'x' })
      .field.myCases()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ClientError);
    return failure as ClientError;
  };

  it('have the code, the words and the fields of the server', async () => {
    const body = [
      { errorCode: 'INVALID_INPUT', message: 'subject cannot be read', fields: ['subject'] },
      { errorCode: 'INVALID_INPUT', message: 'topic cannot be read', fields: ['topic'] },
    ];
    expect(await failing({ status: 400, body })).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      message: 'subject cannot be read',
      fields: ['subject', 'topic'],
      failures: [{ message: 'subject cannot be read' }, { message: 'topic cannot be read' }],
    });
  });

  it('that are none of the server’s have a code all the same', async () => {
    expect(await failing({ status: 502, body: '<h1>Bad gateway</h1>' })).toMatchObject({
      code: 'SERVER_UNAVAILABLE',
    });
    expect(await failing({ status: 404, body: '[{"x":1}]' })).toMatchObject({
      code: 'UNKNOWN_EXCEPTION',
      status: 404,
    });
  });

  it('of time say how long was waited', async () => {
    answer = () => undefined;
    const { field } = createClient({ baseUrl, timeout: 50 });
    await expect(field.myCases()).rejects.toMatchObject({
      status: 0,
      code: 'SERVER_UNAVAILABLE',
      message: 'No answer within 0.05 seconds',
    });
  });

  it('of the network are left as they are', async () => {
    const nowhere = createClient({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nowhere.field.myCases()).rejects.toBeInstanceOf(TypeError);
  });
});

it('names submissions apart', () => {
  const keys = new Set(Array.from({ length: 100 }, newClientKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});
