import { createClient, type DeployInFull, type DeployInput, type MusterClient } from '@muster/client';
import { systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiClient, apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const BASE = '/services/data/v67.0';

let server: TestServer;
let api: ApiClient;
let client: MusterClient;

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  api = await apiClient(server);
  client = createClient({ baseUrl: server.url, accessToken: api.token });
});
afterAll(() => server?.close());

const boat = {
  type: 'CustomObject',
  fullName: 'Boat__c',
  metadata: {
    label: 'Boat',
    pluralLabel: 'Boats',
    nameField: { label: 'Name', type: 'Text' },
    deploymentStatus: 'Deployed',
    sharingModel: 'ReadWrite',
    enableHistory: false,
  },
};
const colour = {
  type: 'CustomField',
  fullName: 'Boat__c.Colour__c',
  metadata: {
    label: 'Colour',
    type: 'Picklist',
    valueSet: {
      restricted: true,
      valueSetDefinition: { sorted: false, value: [{ fullName: 'Red', default: true, label: 'Red' }] },
    },
  },
};
const length = (precision: number) => ({
  type: 'CustomField',
  fullName: 'Boat__c.Length__c',
  metadata: { label: 'Length', type: 'Number', precision, scale: 0 },
});

const outcomes = ({ components }: DeployInFull) =>
  Object.fromEntries(components.map(({ type, fullName, status }) => [`${type} ${fullName}`, status]));
const deploy = (input: DeployInput) => client.metadata.deploy(input);

describe('metadata as JSON', () => {
  it('is deployed for use at once, and a second time changes nothing', async () => {
    const first = await deploy({ components: [boat, colour] });
    expect(first).toMatchObject({ status: 'Succeeded', success: true, done: true, origin: 'api' });
    expect(outcomes(first)).toEqual({
      'CustomObject Boat__c': 'created',
      'CustomField Boat__c.Colour__c': 'created',
    });
    const described = await api.call('GET', `${BASE}/sobjects/Boat__c/describe`);
    expect(described.body.fields.map(({ name }: { name: string }) => name)).toContain('Colour__c');
    const made = await api.call('POST', `${BASE}/sobjects/Boat__c`, { Name: 'Ingrid', Colour__c: 'Red' });
    expect(made.status).toBe(201);
    expect(await client.data.rows('SELECT Name, Colour__c FROM Boat__c')).toMatchObject([
      { Name: 'Ingrid', Colour__c: 'Red' },
    ]);
    expect(new Set(Object.values(outcomes(await deploy({ components: [boat, colour] }))))).toEqual(
      new Set(['unchanged']),
    );
  });

  it('is listed by type, and read with lists where an element may repeat', async () => {
    const listed = await client.metadata.list('customfield');
    expect(listed).toEqual([
      {
        type: 'CustomField',
        fullName: 'Boat__c.Colour__c',
        solution: null,
        changed: false,
        lastModifiedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    const [admin] = (await client.metadata.list('Profile')).filter(({ fullName }) => fullName === 'Admin');
    expect(admin).toMatchObject({ solution: 'platform', changed: false });
    expect(await client.metadata.read('CustomField', 'boat__C.colour__c')).toMatchObject({
      fullName: 'Boat__c.Colour__c',
      metadata: {
        fullName: 'Colour__c',
        type: 'Picklist',
        valueSet: {
          restricted: 'true',
          valueSetDefinition: { value: [{ fullName: 'Red', default: 'true', label: 'Red' }] },
        },
      },
    });
    await expect(client.metadata.read('CustomField', 'Boat__c.No__c')).rejects.toMatchObject({ status: 404 });
    await expect(client.metadata.list('Nonsense')).rejects.toMatchObject({
      code: 'INVALID_TYPE',
      message: 'Nonsense is no type of metadata that is known here.',
    });
  });

  it('with a mistake changes nothing, and says what is wrong at the component', async () => {
    const result = await deploy({
      components: [
        length(5),
        { type: 'CustomField', fullName: 'Boat__c.Bad__c', metadata: { type: 'Text', length: 'lots' } },
      ],
    });
    expect(result).toMatchObject({ success: false, status: 'Failed', numberComponentErrors: 1 });
    const [bad] = result.components.filter(({ status }) => status === 'failed');
    expect(bad?.fullName).toBe('Boat__c.Bad__c');
    expect(bad?.problems.map(({ message }) => message)).toContain(
      '<length> is lots, expected a whole number',
    );
    await expect(client.metadata.read('CustomField', 'Boat__c.Length__c')).rejects.toMatchObject({
      status: 404,
    });
  });

  it('that is only checked says the same and changes nothing', async () => {
    const checked = await deploy({ components: [length(5)], checkOnly: true });
    expect(checked).toMatchObject({ success: true, checkOnly: true });
    expect(outcomes(checked)).toEqual({ 'CustomField Boat__c.Length__c': 'created' });
    await expect(client.metadata.read('CustomField', 'Boat__c.Length__c')).rejects.toMatchObject({
      status: 404,
    });
  });

  it('is kept with what it was before and after, and by whom', async () => {
    const made = await deploy({ components: [length(5)] });
    const changed = await deploy({ components: [length(6)] });
    const gone = await deploy({ deletions: [{ type: 'CustomField', fullName: 'Boat__c.Length__c' }] });
    const texts = async ({ id }: { readonly id: string }) => {
      const [only] = (await client.metadata.deployOf(id)).components;
      return [only?.status, only?.before?.text ?? null, only?.after?.text ?? null];
    };
    const precision = (digits: number) => expect.stringContaining(`<precision>${digits}</precision>`);
    expect(await texts(made)).toEqual(['created', null, precision(5)]);
    expect(await texts(changed)).toEqual(['changed', precision(5), precision(6)]);
    expect(await texts(gone)).toEqual(['deleted', precision(6), null]);
    const { deploys } = await client.metadata.deploys();
    expect(deploys.slice(0, 3).map(({ id }) => id)).toEqual([gone.id, changed.id, made.id]);
    expect(deploys[0]).toMatchObject({ createdByName: expect.any(String), status: 'Succeeded' });
    expect(deploys.at(-1)).toMatchObject({ origin: 'installation', createdByName: null });
  });

  it('lists its history in pages', async () => {
    for (let i = 0; i < 50; i += 1) await deploy({ components: [boat], checkOnly: true });
    const first = await client.metadata.deploys();
    expect(first.deploys).toHaveLength(50);
    const second = await client.metadata.deploys(first.nextRecordsUrl ?? '');
    expect(second.nextRecordsUrl).toBeNull();
    expect(new Set([...first.deploys, ...second.deploys].map(({ id }) => id)).size).toBe(
      50 + second.deploys.length,
    );
  });

  it('passes over what does not run here, and says why', async () => {
    const result = await deploy({ components: [{ type: 'ApexClass', fullName: 'Sail', metadata: {} }] });
    expect(result.components).toMatchObject([{ status: 'skipped', note: expect.stringContaining('Apex') }]);
  });

  it('is nothing for those who may not set the agency up', async () => {
    const session = server.instance.records.openSession(systemPrincipal(server.instance.org), {
      key: 'test',
    });
    await createUser(session, 'clerk@test.example', 'Standard');
    const clerk = await apiClient(server, 'clerk@test.example');
    for (const [method, path, body] of [
      ['GET', '/components/CustomField', undefined],
      ['GET', '/components/CustomField/Boat__c.Colour__c', undefined],
      ['GET', '/deployRequest', undefined],
      ['POST', '/deployRequest', { components: [boat] }],
    ] as const) {
      const answer = await clerk.call(method, `${BASE}/metadata${path}`, body);
      expect(answer.status).toBe(403);
      expect(answer.body[0].message).toContain('CustomizeApplication');
    }
  });

  it('gives nobody a power that whoever deploys does not hold', async () => {
    const set = (fullName: string, ...permissions: readonly string[]) => ({
      type: 'PermissionSet',
      fullName,
      metadata: {
        label: fullName,
        hasActivationRequired: false,
        userPermissions: permissions.map((name) => ({ name, enabled: true })),
      },
    });
    await deploy({ components: [set('Builder', 'ApiEnabled', 'CustomizeApplication')] });
    const { instance } = server;
    const session = instance.records.openSession(systemPrincipal(instance.org), { key: 'test' });
    const userId = await createUser(session, 'builder@test.example', 'Standard');
    const [row] = await session.rows<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Builder'");
    await session.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: row?.Id });
    const { token } = await apiClient(server, 'builder@test.example');
    const builder = createClient({ baseUrl: server.url, accessToken: token });

    const refused = await builder.metadata.deploy({
      components: [set('Builder', 'ApiEnabled', 'CustomizeApplication', 'ModifyAllData')],
    });
    expect(refused).toMatchObject({ success: false });
    expect(refused.components).toMatchObject([
      {
        fullName: 'Builder',
        status: 'failed',
        problems: [{ message: 'it would give ModifyAllData, which whoever deploys it does not have' }],
      },
    ]);
    expect(await builder.metadata.deploy({ components: [set('Helper', 'ApiEnabled')] })).toMatchObject({
      success: true,
    });
  });

  it('is told of one object, with its elements', async () => {
    await deploy({ components: [boat, colour, length(4)] });
    const fields = await client.metadata.describe('CustomField', 'boat__c');
    expect(fields.map(({ fullName, metadata }) => [fullName, metadata.type])).toEqual([
      ['Boat__c.Colour__c', 'Picklist'],
      ['Boat__c.Length__c', 'Number'],
    ]);
    expect(await client.metadata.describe('CustomField', 'Boa')).toEqual([]);
    const objects = await client.metadata.describe('CustomObject');
    expect(objects.find(({ fullName }) => fullName === 'Boat__c')?.metadata.label).toBe('Boat');
  });
});
