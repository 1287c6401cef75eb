import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@muster/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type ApiClient, apiClient } from '../../support/api-client.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const base = '/services/data/v60.0/jobs/ingest';

let server: TestServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  api = await apiClient(server);
  const client = createClient({ baseUrl: server.url, accessToken: api.token });
  await client.metadata.deploy({
    components: [
      {
        type: 'CustomField',
        fullName: 'Account.Tier__c',
        metadata: {
          label: 'Tier',
          type: 'Picklist',
          valueSet: {
            restricted: true,
            valueSetDefinition: {
              sorted: false,
              value: [{ fullName: 'One', label: 'One', default: false }],
            },
          },
        },
      },
    ],
  });
});
afterAll(() => server?.close());

async function load(csv: string): Promise<Answer['body']> {
  const job = await api.call('POST', base, { object: 'Account', operation: 'insert' });
  const path = `${base}/${job.body.id}`;
  const put = await api.call('PUT', `${path}/batches`, csv, { 'content-type': 'text/csv' });
  expect(put.status).toBe(201);
  await api.call('PATCH', path, { state: 'UploadComplete' });
  for (;;) {
    const { body } = await api.call('GET', path);
    if (!['UploadComplete', 'InProgress'].includes(body.state)) return body;
    await sleep(50);
  }
}
const results = async (id: string, name: string) =>
  String((await api.call('GET', `${base}/${id}/${name}`)).body);
const rows = async (soql: string): Promise<Answer['body'][]> =>
  (await api.call('GET', `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`)).body.records;

describe('a load', () => {
  it('E01: keeps a line break and quotation marks inside a field byte for byte', async () => {
    const job = await load(
      'Name,Description\nE01 a,plain\nE01 b,"line1\nline2, ""quoted"""\nE01 c,"line1\r\nline2"\n',
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 0 });
    expect(
      (await rows("SELECT Description FROM Account WHERE Name LIKE 'E01%' ORDER BY Name")).map(
        ({ Description }) => Description,
      ),
    ).toEqual(['plain', 'line1\nline2, "quoted"', 'line1\r\nline2']);
  });

  it('E03: an error of several lines stays within its record, and the rows beside it keep their own', async () => {
    const job = await load('Name,Tier__c\nE03 a,One\nE03 b,"one\ntwo\nthree"\nE03 c,One\n');
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 1 });
    expect(await results(job.id, 'failedResults')).toBe(
      [
        '"sf__Id","sf__Error","Name","Tier__c"',
        '"","INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:Tier: bad value for restricted picklist field: one',
        'two',
        'three:Tier__c --","E03 b","one',
        'two',
        'three"',
        '',
      ].join('\n'),
    );
    expect(await results(job.id, 'successfulResults')).toMatch(/"E03 a".*"E03 c"/s);
  });

  it('E07: of 9,000 rows and 14 MB is parted by rows and by size, and no record is cut', async () => {
    const text = 'ä'.repeat(780);
    const lines = Array.from({ length: 9_000 }, (_, i) => `E07 ${i},"${text}\n${i}"`);
    const job = await load(`Name,Description\n${lines.join('\n')}\n`);
    expect(job).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 9_000,
      numberRecordsFailed: 0,
    });
    const found = await rows("SELECT Name, Description FROM Account WHERE Name LIKE 'E07 89%'");
    expect(found).toHaveLength(111);
    for (const { Name, Description } of found) expect(Description).toBe(`${text}\n${Name.slice(4)}`);
  });
});
