import { silentLog } from '@muster/kernel';
import { readPackage } from '@muster/metadata';
import { systemPrincipal } from '@muster/records';
import { openDatabase } from '@muster/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { metadataFile } from '../../support/metadata-file.js';
import { serveDatabase, type TestServer } from '../../support/serve-database.js';
import { createTestDatabase } from '../../support/test-database.js';

const BASE = '/services/data/v60.0';
const noSolutions = { createSolutions: () => [] };

let servers: readonly TestServer[] = [];
let clients: readonly [ApiClient, ApiClient];

beforeAll(async () => {
  const test = await createTestDatabase();
  const first = await serveDatabase(test, noSolutions);
  const database = openDatabase({ target: test.target, log: silentLog });
  const second = await serveDatabase({ ...test, database, drop: () => database.close() }, noSolutions);
  servers = [second, first];
  clients = [await apiClient(first), await apiClient(second)];
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

const canoe = {
  type: 'CustomObject',
  fullName: 'Canoe__c',
  metadata: {
    label: 'Canoe',
    pluralLabel: 'Canoes',
    nameField: { label: 'Name', type: 'Text' },
    sharingModel: 'ReadWrite',
  },
};
const paddles = {
  type: 'CustomField',
  fullName: 'Canoe__c.Paddles__c',
  metadata: { label: 'Paddles', type: 'Number', precision: 3, scale: 0 },
};

const deploy = (client: ApiClient, body: object) =>
  client.call('POST', `${BASE}/metadata/deployRequest`, body);
const query = (client: ApiClient, soql: string) =>
  client.call('GET', `${BASE}/query?q=${encodeURIComponent(soql)}`);

it('act on what the other has deployed from their next request on', async () => {
  const [one, other] = clients;
  expect((await query(other, 'SELECT Id FROM Canoe__c')).body[0].errorCode).toBe('INVALID_TYPE');

  expect((await deploy(one, { components: [canoe] })).status).toBe(201);
  expect((await query(other, 'SELECT Id FROM Canoe__c')).body.totalSize).toBe(0);
  expect((await other.call('POST', `${BASE}/sobjects/Canoe__c`, { Name: 'Birch' })).status).toBe(201);

  expect((await deploy(other, { components: [paddles] })).status).toBe(201);
  expect((await one.call('POST', `${BASE}/sobjects/Canoe__c`, { Name: 'Ash', Paddles__c: 2 })).status).toBe(
    201,
  );
  const described = await one.call('GET', `${BASE}/sobjects/Canoe__c/describe`);
  expect(described.body.fields.map(({ name }: { name: string }) => name)).toContain('Paddles__c');

  await deploy(one, { deletions: [{ type: 'CustomField', fullName: 'Canoe__c.Paddles__c' }] });
  expect((await query(other, 'SELECT Paddles__c FROM Canoe__c')).body[0].errorCode).toBe('INVALID_FIELD');
});

it('make the records of what both deploy at one time, each once', async () => {
  const names = ['Rower', 'Steerer', 'Bailer', 'Lookout', 'Cook', 'Diver'];
  const answers = await Promise.all(
    names.map((fullName, i) =>
      deploy(clients[i % 2] as ApiClient, {
        components: [{ type: 'Profile', fullName, metadata: { custom: true } }],
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201));
  const found = await query(clients[0], `SELECT Name FROM Profile WHERE Name IN ('${names.join("','")}')`);
  expect(found.body.totalSize).toBe(names.length);
});

it('act on what a command has deployed', async () => {
  const [first, second] = servers;
  const file = metadataFile('profiles/Paddler.profile', 'Profile', '<custom>true</custom>');
  await first?.instance.records.metadata.deploy(readPackage([file], undefined), { origin: 'command' });
  const [one] = clients;
  const found = await query(one, "SELECT Id FROM Profile WHERE Name = 'Paddler'");
  expect(found.body.totalSize).toBe(1);
  const answer = await one.call('GET', `${BASE}/metadata/deployRequest`);
  expect(answer.body.deploys[0]).toMatchObject({ origin: 'command', success: true });
  expect(second?.instance.records.snapshot().profiles.has('paddler')).toBe(true);
});

it('grant and refuse what a profile says since the other has deployed it', async () => {
  const [one] = clients;
  const { records } = servers[1]?.instance ?? {};
  if (records === undefined) throw new Error('There is no server.');
  const session = records.openSession(systemPrincipal(records.org), { key: 'test' });
  await createUser(session, 'paddler@test.example', 'Paddler');
  const paddler = await apiClient(servers[0] as TestServer, 'paddler@test.example');
  const grant = (allowRead: boolean) =>
    deploy(one, {
      components: [
        {
          type: 'Profile',
          fullName: 'Paddler',
          metadata: {
            userPermissions: [{ name: 'ApiEnabled', enabled: true }],
            objectPermissions: [{ object: 'Canoe__c', allowRead }],
          },
        },
      ],
    });
  await grant(true);
  expect((await query(paddler, 'SELECT Id FROM Canoe__c')).status).toBe(200);
  await grant(false);
  expect((await query(paddler, 'SELECT Id FROM Canoe__c')).status).toBe(400);
});
