import { type PackageFile, readPackage } from '@muster/metadata';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createUser } from '../../support/create-user.js';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([]);
});
afterAll(() => org.drop());

const profile = metadataFile('profiles/Diver.profile', 'Profile', '<custom>true</custom>');
const role = (name: string, label: string, parent?: string) =>
  metadataFile(
    `roles/${name}.role`,
    'Role',
    `<name>${label}</name>${parent === undefined ? '' : `<parentRole>${parent}</parentRole>`}`,
  );
const removing = (type: string, ...members: readonly string[]): readonly PackageFile[] => [
  metadataFile('package.xml', 'Package', '<version>60.0</version>'),
  metadataFile(
    'destructiveChanges.xml',
    'Package',
    `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${type}</name></types>`,
  ),
];

async function deploy(files: readonly PackageFile[], checkOnly = false) {
  const manifest = files.find(({ path }) => path === 'package.xml');
  return org.records.metadata.deploy(readPackage(files, manifest), { checkOnly });
}

const profiles = () => org.system.rows<{ Name: string }>("SELECT Name FROM Profile WHERE Name = 'Diver'");
const roles = () =>
  org.system.rows<{ Name: string; DeveloperName: string }>(
    "SELECT Name, DeveloperName FROM UserRole WHERE DeveloperName IN ('Fleet', 'Ship', 'Own') ORDER BY DeveloperName",
  );

beforeEach(async () => {
  await deploy([profile, role('Fleet', 'Fleet'), role('Ship', 'Ship', 'Fleet')]);
});

it('takes the record of a profile away with it, and gives it a new one when it comes back', async () => {
  expect(await profiles()).toHaveLength(1);
  expect((await deploy(removing('Profile', 'Diver'))).succeeded).toBe(true);
  expect(await profiles()).toEqual([]);
  await deploy([profile]);
  expect(await profiles()).toHaveLength(1);
});

it('keeps a profile that users have, and says so at the component', async () => {
  await createUser(org.system, 'diver@test.example', 'Diver');
  for (const checkOnly of [true, false]) {
    const result = await deploy(removing('Profile', 'Diver'), checkOnly);
    expect(result.succeeded).toBe(false);
    expect(result.components).toMatchObject([
      {
        type: 'Profile',
        fullName: 'Diver',
        status: 'failed',
        problems: [{ message: '1 user has it, deactivated ones counted; give them another first' }],
      },
    ]);
  }
  expect(await profiles()).toHaveLength(1);
});

it('takes roles away with those below them, and words them as their files do', async () => {
  await org.system.create('UserRole', { Name: 'Own', DeveloperName: 'Own' });
  await deploy([role('Fleet', 'The fleet')]);
  expect((await roles()).map(({ Name }) => Name)).toEqual(['The fleet', 'Own', 'Ship']);
  expect((await deploy(removing('Role', 'Fleet'))).succeeded).toBe(false);
  expect((await deploy(removing('Role', 'Fleet', 'Ship'))).succeeded).toBe(true);
  expect((await roles()).map(({ DeveloperName }) => DeveloperName)).toEqual(['Own']);
});
