import { systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { serveDatabase, type TestServer } from '../../support/serve-database.js';
import { createTestDatabase } from '../../support/test-database.js';

const BASE = '/services/data/v67.0';
const CLERK = 'clerk@test.example';

let server: TestServer;
let client: ApiClient;

beforeAll(async () => {
  const test = await createTestDatabase();
  server = await serveDatabase(test, { createSolutions: () => [fixtureSolution] });
  client = await apiClient(server);
  const { records, org } = server.instance;
  const system = records.openSession(systemPrincipal(org), { key: 'test' });
  const results = await system.insert(
    'UpsertTable__c',
    Array.from({ length: 3_000 }, (_, i) => ({ values: { Name: `Row ${i}`, ExtId__c: `E${i}` } })),
  );
  expect(results.every(({ success }) => success)).toBe(true);
  await test.database.rows({ text: `analyze ${org.schema}."upserttable__c"`, values: [] });
  const userId = await createUser(system, CLERK, 'Desk');
  const set = await system.row<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Api_Access'");
  await system.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
});
afterAll(() => server?.close());

const explain = (text: string, asked = client) =>
  asked.call('GET', `${BASE}/query/?explain=${encodeURIComponent(text)}`);

describe('query?explain=', () => {
  it('says what the database would read, and how much of it', async () => {
    const whole = 'SELECT Id FROM UpsertTable__c';
    const { status, body } = await explain(whole);
    expect(status).toBe(200);
    expect(body.sourceQuery).toBe(whole);
    expect(body.plans).toEqual([
      {
        cardinality: expect.any(Number),
        fields: expect.any(Array),
        leadingOperationType: 'TableScan',
        notes: expect.any(Array),
        relativeCost: expect.any(Number),
        sobjectCardinality: 3_000,
        sobjectType: 'UpsertTable__c',
      },
    ]);
  });

  it('tells an index from a scan', async () => {
    const [byIndex] = (await explain("SELECT Id FROM UpsertTable__c WHERE ExtId__c = 'E7'")).body.plans;
    expect(byIndex).toMatchObject({ leadingOperationType: 'Index', fields: ['ExtId__c'], cardinality: 1 });
    expect(byIndex.relativeCost).toBeLessThan(1);
    const [byName] = (await explain("SELECT COUNT() FROM UpsertTable__c WHERE Name LIKE '%99%'")).body.plans;
    expect(byName).toMatchObject({ leadingOperationType: 'TableScan', fields: [] });
    expect(byName.notes).toContainEqual({
      description: 'Not considered for filter because unindexed',
      fields: ['Name'],
      tableEnumOrId: 'UpsertTable__c',
    });
  });

  it('takes the id of a list view', async () => {
    const { body } = await client.call('GET', `${BASE}/sobjects/UpsertTable__c/listviews`);
    const explained = await explain(body.listviews[0].id);
    expect(explained.body.sourceQuery).toMatch(/^SELECT Name, .* FROM UpsertTable__c ORDER BY Name/);
    expect((await explain('00B000000000001')).status).toBe(404);
  });

  it('refuses what is no query, and callers who do not see the set-up', async () => {
    expect((await explain('SELECT Nope FROM UpsertTable__c')).body[0].errorCode).toBe('INVALID_FIELD');
    const clerk = await apiClient(server, CLERK);
    const { status, body } = await explain('SELECT Id FROM UpsertTable__c', clerk);
    expect(status).toBe(403);
    expect(body[0].message).toContain('ViewSetup');
  });
});
