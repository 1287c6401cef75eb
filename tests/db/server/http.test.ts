import { connect } from 'node:net';
import { community } from '@muster/community';
import { secureRandom } from '@muster/kernel';
import { createRecruiting, keepingTransport } from '@muster/recruiting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient, call } from '../../support/api-client.js';
import { rawRequest } from '../../support/raw-request.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const METRICS_TOKEN = 'a-scrape-of-our-own';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    createSolutions: ({ files }) => [
      createRecruiting({ transport: keepingTransport, files, random: secureRandom }),
      community,
    ],
    environment: { TRUST_PROXY: '1', MUSTER_METRICS_TOKEN: METRICS_TOKEN },
  });
});
afterAll(() => server?.close());

const get = (path: string, headers?: Record<string, string>) =>
  call(server.url, {}, 'GET', path, undefined, headers);

describe('every answer', () => {
  it.each(['/healthz', '/portal/', '/services/data', '/services/nothing', '/nothing'])(
    '%s is kept from being guessed at, framed or stored by others',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('has no body for HEAD', async () => {
    const { status, body } = await call(server.url, {}, 'HEAD', '/services/data');
    expect(status).toBe(200);
    expect(body).toBe('');
  });

  it('below /services is never HTML', async () => {
    for (const path of [
      '/services',
      '/services/x/y',
      '/services/%zz',
      '/services/apexrest/a/b',
      '/services/auth/x',
    ]) {
      const { headers, status } = await get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    }
  });
});

describe('operations', () => {
  it('can ask whether the server lives and is ready', async () => {
    expect((await get('/healthz')).body).toBe('ok\n');
    expect((await get('/readyz')).body).toBe('ready\n');
  });

  it('can ask what it did with the token of the configuration', async () => {
    await get('/services/data');
    const counts = await get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(counts.body).toMatch(/muster_requests_total\{family="services_data",status="2xx"\} [1-9]/);
  });

  it.each([{}, { authorization: 'Bearer another-token-of-nobody' }, { authorization: METRICS_TOKEN }])(
    'nobody else can: %j',
    async (headers: Record<string, string>) => {
      const { status, body } = await get('/metrics', headers);
      expect(status).toBe(401);
      expect(String(body)).not.toContain('muster_');
    },
  );
});

describe('pages', () => {
  it('are strict about what may run in them', async () => {
    const { headers } = await get('/portal/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('of a posting tell search engines what it is', async () => {
    const admin = await apiClient(server);
    await assign(admin, 'Recruiting_Specialist');
    const run = (name: string, body: unknown) =>
      admin.call('POST', `/services/apexrest/recruiting/${name}`, body);
    const requisition = await run('create-requisition', {
      name: 'Lake guards',
      unit: 'Orra Lakes',
      seats: 6,
      processKey: 'lake-guard-5',
      expectedHireDate: '2027-05-01',
    });
    expect(requisition.status).toBe(200);
    const words = { en: 'Lake guard', es: 'Guardia del lago' };
    const published = await run('publish-posting', {
      requisitionId: requisition.body.find((row: { name: string }) => row.name === 'Lake guards').id,
      title: words,
      summary: { en: 'Watch </script> over bathers', es: 'Cuide a los bañistas' },
      description: words,
      location: 'Orra Lakes',
      payMin: 30_000,
      payMax: 32_000,
      employmentType: 'SEASONAL',
      closesAtLocal: '2028-01-01T17:00',
      timeZone: 'Europe/Oslo',
      questionnaireKey: 'lake-guard',
    });
    expect(published.status).toBe(200);
    const postings = await get('/services/apexrest/recruiting/postings');
    const number = postings.body[0].number as string;
    const page = String((await get(`/portal/jobs/${number}`)).body);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}';
    expect(JSON.parse(data)).toMatchObject({ '@type': 'JobPosting', title: 'Lake guard' });
    expect(String((await get('/portal/jobs/P-9999')).body)).not.toContain('ld+json');
  });
});

describe('limits', () => {
  it('make a stranger who tries many sign-ins wait, by address', async () => {
    const attempt = (address: string, i: number) =>
      rawRequest(server.url, `/services/auth/login?${i}`, { 'x-forwarded-for': address }, 'POST');
    const statuses: number[] = [];
    for (let i = 0; i < 62; i += 1) statuses.push((await attempt('203.0.113.7', i)).status);
    expect(statuses.slice(0, 60).every((status) => status === 415)).toBe(true);
    const refused = await attempt('203.0.113.7', 62);
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.body)).toMatchObject([{ errorCode: 'REQUEST_RATE_EXCEEDED' }]);
    expect((await attempt('203.0.113.8', 0)).status).toBe(415);
  });
});

describe('a request that is none', () => {
  const send = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.end(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += String(chunk);
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });

  it.each([
    ['GET /a%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '404'],
    [`GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431'],
    ['NONSENSE\r\n\r\n', '400'],
  ])('is refused and nothing breaks', async (text, status) => {
    expect(await send(text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect((await get('/healthz')).status).toBe(200);
  });
});

/** Gives the administrator a permission set. */
async function assign(admin: ApiClient, permissionSet: string): Promise<void> {
  const base = '/services/data/v60.0';
  const find = async (soql: string) =>
    (await admin.call('GET', `${base}/query?q=${encodeURIComponent(soql)}`)).body.records[0].Id as string;
  const AssigneeId = await find(`SELECT Id FROM User WHERE Username = '${server.admin.username}'`);
  const PermissionSetId = await find(`SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`);
  const { status } = await admin.call('POST', `${base}/sobjects/PermissionSetAssignment`, {
    AssigneeId,
    PermissionSetId,
  });
  expect(status).toBe(201);
}
