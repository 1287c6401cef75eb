import { type ComponentInput, createClient, type MusterClient } from '@muster/client';
import type { Id } from '@muster/kernel';
import { type Session, systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

const MEMBER = 'member@test.example';

let server: TestServer;
let admin: MusterClient;
let system: Session;
let userId: Id;

const object = (name: string, rights: Readonly<Record<string, boolean>>) => ({
  object: name,
  allowRead: false,
  allowCreate: false,
  allowEdit: false,
  allowDelete: false,
  viewAllRecords: false,
  modifyAllRecords: false,
  ...rights,
});
const set = (type: string, fullName: string, metadata: object): ComponentInput => ({
  type,
  fullName,
  metadata: { label: fullName, ...metadata } as ComponentInput['metadata'],
});
const group = (metadata: object) =>
  set('PermissionSetGroup', 'Desk_Work', { status: 'Updated', ...metadata });

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  const { records, org } = server.instance;
  system = records.openSession(systemPrincipal(org), { key: 'test' });
  admin = createClient({ baseUrl: server.url, accessToken: (await apiClient(server)).token });
  await admin.metadata.deploy({
    components: [
      set('PermissionSet', 'Readers', {
        userPermissions: [{ enabled: true, name: 'ApiEnabled' }],
        objectPermissions: [object('Account', { allowRead: true, viewAllRecords: true })],
        fieldPermissions: ['Phone', 'Website'].map((field) => ({
          field: `Account.${field}`,
          readable: true,
          editable: true,
        })),
      }),
      set('PermissionSet', 'Writers', {
        objectPermissions: [object('Account', { allowRead: true, allowCreate: true, allowDelete: true })],
      }),
      set('MutingPermissionSet', 'No_Deleting', {
        objectPermissions: [object('Account', { allowDelete: true })],
        fieldPermissions: [
          { field: 'Account.Phone', readable: true, editable: true },
          { field: 'Account.Website', readable: false, editable: true },
        ],
      }),
      group({
        description: 'All of it',
        permissionSets: ['Readers', 'Writers'],
        mutingPermissionSets: ['No_Deleting'],
      }),
    ],
  });
  userId = await createUser(system, MEMBER, 'Standard');
});
afterAll(() => server?.close());

const member = async () =>
  createClient({ baseUrl: server.url, accessToken: (await apiClient(server, MEMBER)).token });

it('a group is a record with its members and the permission set that is their sum', async () => {
  expect(
    await admin.data.rows(
      'SELECT DeveloperName, Description, (SELECT PermissionSet.Name FROM PermissionSetGroupComponents) FROM PermissionSetGroup',
    ),
  ).toMatchObject([
    {
      DeveloperName: 'Desk_Work',
      Description: 'All of it',
      PermissionSetGroupComponents: { totalSize: 2 },
    },
  ]);
  expect(
    await admin.data.rows(
      "SELECT Name, Type, PermissionSetGroup.DeveloperName FROM PermissionSet WHERE Type = 'Group'",
    ),
  ).toMatchObject([{ Name: 'Desk_Work', PermissionSetGroup: { DeveloperName: 'Desk_Work' } }]);
});

it('whoever is assigned it has what its sets grant, less what is muted', async () => {
  const [row] = await admin.data.rows<{ Id: string }>('SELECT Id FROM PermissionSetGroup');
  await admin.data.create('PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetGroupId: row?.Id,
  });
  const account = await (await member()).data.describe('Account');
  expect(account).toMatchObject({ createable: true, deletable: false });
  const named = (name: string) => account.fields.find((field) => field.name === name);
  expect(named('Phone')).toBeUndefined();
  expect(named('Website')).toMatchObject({ createable: false });
  expect(
    await admin.data.rows(
      `SELECT PermissionSet.Name, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`,
    ),
  ).toMatchObject([
    { PermissionSet: { Name: 'Desk_Work' }, PermissionSetGroup: { DeveloperName: 'Desk_Work' } },
  ]);
});

it('follows its members, and goes with what it gave', async () => {
  await admin.metadata.deploy({ components: [group({ permissionSets: ['Readers'] })] });
  expect(await (await member()).data.describe('Account')).toMatchObject({ createable: false });
  expect(await admin.data.rows('SELECT Id FROM PermissionSetGroupComponent')).toHaveLength(1);
  await admin.metadata.deploy({
    components: [],
    deletions: [{ type: 'PermissionSetGroup', fullName: 'Desk_Work' }],
  });
  expect(await admin.data.rows('SELECT Id FROM PermissionSetGroup')).toEqual([]);
  expect(await admin.data.rows("SELECT Id FROM PermissionSet WHERE Type = 'Group'")).toEqual([]);
  expect(await system.rows(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${userId}'`)).toEqual(
    [],
  );
});

it('of a permission set that is not there is refused', async () => {
  const { success, components } = await admin.metadata.deploy({
    components: [group({ permissionSets: ['Nobody'] })],
  });
  expect(success).toBe(false);
  expect(JSON.stringify(components)).toContain('permission set Nobody is not in this org');
});
