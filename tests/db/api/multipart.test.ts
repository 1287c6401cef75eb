import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/sobjects/ContentVersion';
const BYTES = Buffer.from([0, 255, 13, 10, 45, 45, 1, 2, 3]);

let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
});
afterAll(() => server?.close());

const json = (record: object) => ({
  head: 'Content-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json',
  body: Buffer.from(JSON.stringify(record)),
});
const bytes = (name = 'VersionData') => ({
  head: `Content-Disposition: form-data; name="${name}"; filename="map.bin"\r\nContent-Type: application/octet-stream`,
  body: BYTES,
});

async function send(...parts: readonly { readonly head: string; readonly body: Buffer }[]) {
  const body = Buffer.concat([
    ...parts.flatMap(({ head, body: content }) => [
      Buffer.from(`--a-boundary\r\n${head}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('--a-boundary--\r\n'),
  ]);
  const response = await fetch(server.url + base, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': 'multipart/form-data; boundary=a-boundary',
    },
    body,
  });
  return { status: response.status, body: await response.json() };
}

const RECORD = { Title: 'Map', PathOnClient: 'map.bin' };

describe('a record with its content in parts', () => {
  it.each([
    ['the record first', [json(RECORD), bytes()]],
    ['the bytes first', [bytes(), json(RECORD)]],
  ])('is saved, %s', async (_order, parts) => {
    const { status, body } = await send(...parts);
    expect(status).toBe(201);
    expect(body).toMatchObject({ success: true, errors: [] });
    const content = await fetch(`${server.url}${base}/${body.id}/VersionData`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    expect(Buffer.from(await content.arrayBuffer())).toEqual(BYTES);
  });

  it.each([
    ['without a record', [bytes()], /There is no part with the record/],
    ['with bytes for no content', [json(RECORD), bytes('Nothing')], /No such column 'Nothing'/],
    ['that is cut off', [], /no multipart\/form-data|no part/],
  ])('%s is refused', async (_what, parts, message) => {
    const { status, body } = await send(...parts);
    expect(status).toBe(400);
    expect(body[0].message).toMatch(message);
  });
});
