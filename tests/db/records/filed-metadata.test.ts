import { type ComponentInput, createClient, type MusterClient } from '@muster/client';
import { systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiClient } from '../../support/api-client.js';
import { createUser } from '../../support/create-user.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let client: MusterClient;

const folder = {
  type: 'ReportFolder',
  fullName: 'Staffing',
  metadata: { name: 'Staffing reports', accessType: 'Public' },
};
const report = (fullName: string, name: string) => ({
  type: 'Report',
  fullName,
  metadata: {
    name,
    description: 'Who is where',
    format: 'Summary',
    reportType: 'AccountList',
    scope: 'organization',
  },
});
const dashboards = [
  { type: 'DashboardFolder', fullName: 'Boards', metadata: { name: 'Boards' } },
  {
    type: 'Dashboard',
    fullName: 'Boards/Today',
    metadata: {
      title: 'Today',
      dashboardType: 'SpecifiedUser',
      runningUser: 'admin',
      leftSection: { columnSize: 'Wide' },
      rightSection: { columnSize: 'Narrow' },
    },
  },
];

beforeAll(async () => {
  server = await startTestServer({ createSolutions: () => [] });
  const api = await apiClient(server);
  client = createClient({ baseUrl: server.url, accessToken: api.token });
  const [, board] = dashboards;
  const withUser = { ...board, metadata: { ...board?.metadata, runningUser: server.admin.username } };
  await client.metadata.deploy({
    components: [
      folder,
      report('Staffing/By_Unit', 'By unit'),
      report('unfiled$public/Loose', 'Loose'),
      dashboards[0],
      withUser,
    ] as ComponentInput[],
  });
});
afterAll(() => server?.close());

it('reports, dashboards and folders are records of what was deployed', async () => {
  const reports = await client.data.rows(
    'SELECT Name, DeveloperName, Description, Format, FolderName, Owner.Name, Owner.Type FROM Report ORDER BY Name',
  );
  expect(reports).toMatchObject([
    {
      Name: 'By unit',
      DeveloperName: 'By_Unit',
      Description: 'Who is where',
      Format: 'Summary',
      FolderName: 'Staffing reports',
      Owner: { Name: 'Staffing reports', Type: 'Folder' },
    },
    { Name: 'Loose', FolderName: 'Public Reports', Owner: { Type: 'Organization' } },
  ]);
  expect(
    await client.data.rows(
      "SELECT Title, LeftSize, MiddleSize, RightSize, Type, Folder.Name, RunningUser.Username FROM Dashboard WHERE Title = 'today'",
    ),
  ).toMatchObject([
    {
      Title: 'Today',
      LeftSize: 'Wide',
      MiddleSize: null,
      RightSize: 'Narrow',
      Type: 'SpecifiedUser',
      Folder: { Name: 'Boards' },
      RunningUser: { Username: server.admin.username },
    },
  ]);
  expect(
    await client.data.rows('SELECT DeveloperName, AccessType, Type FROM Folder ORDER BY DeveloperName'),
  ).toMatchObject([
    { DeveloperName: 'Boards', AccessType: 'Shared', Type: 'Dashboard' },
    { DeveloperName: 'Staffing', AccessType: 'Public', Type: 'Report' },
  ]);
});

it('they go with what is deleted, keep their ids, and leave folders that people made', async () => {
  const own = await client.data.create('Folder', {
    Name: 'Letters',
    DeveloperName: 'Letters',
    AccessType: 'Public',
    Type: 'Email',
  });
  const [before] = await client.data.rows<{ Id: string }>(
    "SELECT Id FROM Report WHERE DeveloperName = 'By_Unit'",
  );
  await client.metadata.deploy({
    components: [report('Staffing/By_Unit', 'By department')],
    deletions: [{ type: 'Report', fullName: 'unfiled$public/Loose' }],
  });
  expect(await client.data.rows('SELECT Id, Name FROM Report')).toMatchObject([
    { Id: before?.Id, Name: 'By department' },
  ]);
  expect(await client.data.rows(`SELECT Id FROM Folder WHERE Id = '${own.id}'`)).toHaveLength(1);
});

it('they are read by whoever may run reports, and written by deploys alone', async () => {
  const { records, org } = server.instance;
  const system = records.openSession(systemPrincipal(org), { key: 'test' });
  await client.metadata.deploy({
    components: [
      {
        type: 'PermissionSet',
        fullName: 'Readers',
        metadata: {
          label: 'Readers',
          userPermissions: ['ApiEnabled', 'RunReports'].map((name) => ({ enabled: true, name })),
        },
      },
    ],
  });
  const userId = await createUser(system, 'reader@test.example', 'Standard');
  const reader = async () =>
    createClient({
      baseUrl: server.url,
      accessToken: (await apiClient(server, 'reader@test.example')).token,
    });
  const set = await system.row<{ Id: string }>("SELECT Id FROM PermissionSet WHERE Name = 'Readers'");
  await system.create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: set.Id });
  const reading = await reader();
  expect(await reading.data.rows('SELECT Name FROM Report')).toHaveLength(1);
  await expect(client.data.create('Report', { Name: 'Mine' })).rejects.toThrow();
});
