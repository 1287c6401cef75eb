import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PackageFile, printManifest, readPackage, writeFiles } from '@muster/metadata';
import { readPackageFolder, readPackageZip, writeZip } from '@muster/metadata/node';
import { type Solution, systemPrincipal } from '@muster/records';
import jsforce from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUser } from '../../support/create-user.js';
import { metadataFile } from '../../support/metadata-file.js';
import { HAS_PUBLIC_PROJECTS, publicProject } from '../../support/public-projects.js';
import { startTestServer, type TestServer } from '../../support/test-server.js';

let server: TestServer;
let connection: jsforce.Connection;
const scratch = mkdtempSync(join(tmpdir(), 'muster-metadata-soap-'));

beforeAll(async () => {
  const nothing = join(scratch, 'nothing');
  mkdirSync(nothing);
  const standard: Solution = {
    name: 'standard',
    version: '1.0.0',
    standardObjects: new URL('../../../solutions/recruiting/standard-objects/', import.meta.url),
    metadata: pathToFileURL(`${nothing}/`),
    operations: [],
    jobs: [],
    saveRules: [],
  };
  server = await startTestServer({ createSolutions: () => [standard] });
  connection = await signIn(server.admin.username, server.admin.password);
});
afterAll(async () => {
  await server?.close();
  rmSync(scratch, { recursive: true });
});

async function signIn(username: string, password: string): Promise<jsforce.Connection> {
  const made = new jsforce.Connection({ loginUrl: server.url, version: '60.0' });
  await made.login(username, password);
  made.metadata.pollInterval = 100;
  made.metadata.pollTimeout = 60_000;
  return made;
}

const raft = (label: string) =>
  metadataFile(
    'objects/Raft__c.object',
    'CustomObject',
    `<label>${label}</label><pluralLabel>Rafts</pluralLabel><sharingModel>ReadWrite</sharingModel>
    <nameField><label>Name</label><type>Text</type></nameField>
    <fields><fullName>Logs__c</fullName><label>Logs</label><type>Number</type><precision>4</precision><scale>0</scale></fields>`,
  );
const mast = metadataFile(
  'objects/Raft__c.object',
  'CustomObject',
  '<fields><fullName>Mast__c</fullName><label>Mast</label><type>Text</type><length>lots</length></fields>',
);

/** A zip of files and the package.xml that lists them. */
function zipOf(files: readonly PackageFile[], top = ''): Buffer {
  const { documents } = readPackage(files, undefined);
  const manifest = { path: 'package.xml', text: printManifest(documents, '60.0') };
  return Buffer.from(writeZip([...files, manifest].map(({ path, text }) => ({ path: top + path, text }))));
}

const deploy = (zip: Buffer, options: object = {}) =>
  connection.metadata.deploy(zip, { rollbackOnError: true, singlePackage: true, ...options }).complete(true);

const list = <Item>(items: Item | readonly Item[] | undefined | null): readonly Item[] =>
  items === undefined || items === null ? [] : Array.isArray(items) ? items : [items as Item];

describe('deploys by jsforce', () => {
  it('say of each component what became of it, and a second time that nothing did', async () => {
    const first = await deploy(zipOf([raft('Raft')]));
    expect(first).toMatchObject({ success: true, done: true, status: 'Succeeded', numberComponentsTotal: 2 });
    const said = list(first.details?.componentSuccesses).map(
      ({ componentType, fullName, created, fileName }) =>
        [componentType, fullName, String(created), fileName].join(' '),
    );
    expect(said).toEqual([
      'CustomObject Raft__c true objects/Raft__c.object',
      'CustomField Raft__c.Logs__c true objects/Raft__c.object',
    ]);
    const described = await connection.sobject('Raft__c').describe();
    expect(described.fields.map(({ name }) => name)).toContain('Logs__c');

    const second = await deploy(zipOf([raft('Raft')]));
    expect(list(second.details?.componentSuccesses).map(({ changed }) => String(changed))).toEqual([
      'false',
      'false',
    ]);
  });

  it('with a mistake change nothing, and name file, line and column', async () => {
    const result = await deploy(zipOf([mast]));
    expect(result).toMatchObject({ success: false, status: 'Failed', numberComponentErrors: 1 });
    expect(list(result.details?.componentFailures)[0]).toMatchObject({
      componentType: 'CustomField',
      fullName: 'Raft__c.Mast__c',
      fileName: 'objects/Raft__c.object',
      lineNumber: 3,
      problem: '<length> is lots, expected a whole number',
      problemType: 'Error',
    });
  });

  it('that only check can be made good afterwards without the package', async () => {
    const label = async () => (await connection.sobject('Raft__c').describe()).label;
    const checked = await deploy(zipOf([raft('Float')]), { checkOnly: true });
    expect(checked).toMatchObject({ success: true, checkOnly: true });
    expect(await label()).toBe('Raft');
    const id = await connection.metadata.deployRecentValidation({ id: checked.id, rest: false });
    const done = await waitFor(String(id));
    expect(done).toMatchObject({ success: true, checkOnly: false });
    expect(await label()).toBe('Float');
  });

  it('take what destructiveChanges names', async () => {
    const files = [
      metadataFile('package.xml', 'Package', '<version>60.0</version>'),
      metadataFile(
        'destructiveChangesPost.xml',
        'Package',
        '<types><members>Raft__c.Logs__c</members><name>CustomField</name></types>',
      ),
    ];
    const result = await deploy(Buffer.from(writeZip(files)));
    expect(list(result.details?.componentSuccesses)).toMatchObject([
      { fullName: 'Raft__c.Logs__c', deleted: true, fileName: 'destructiveChangesPost.xml' },
    ]);
  });

  it('read a package in a folder of its own, as older tools write it', async () => {
    expect(await deploy(zipOf([raft('Raft')], 'My Package/'), { singlePackage: false })).toMatchObject({
      success: true,
    });
  });

  it('of what is no zip fail, and say so', async () => {
    const result = await deploy(Buffer.from('no zip at all'));
    expect(result.success).toBe(false);
    expect(list(result.details?.componentFailures)[0]?.problem).toContain('no zip file');
  });

  it('are withdrawn only while they have not ended', async () => {
    const { id } = await deploy(zipOf([raft('Raft')]));
    await expect(connection.metadata.cancelDeploy?.(id)).rejects.toThrow('has ended already');
    await expect(connection.metadata.checkDeployStatus('0Af000000000000AAA')).rejects.toThrow(
      'invalid cross reference id',
    );
  });
});

async function waitFor(id: string) {
  for (;;) {
    const status = await connection.metadata.checkDeployStatus(id, true);
    if (status.done) return status;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('retrieves by jsforce', () => {
  const retrieve = (types: object[], more: object = {}) =>
    connection.metadata
      .retrieve({
        apiVersion: '60.0',
        singlePackage: false,
        unpackaged: { types, version: '60.0' },
        ...more,
      } as never)
      .complete();

  it('give the package as a zip, with what was not found', async () => {
    const result = await retrieve([
      { members: ['Raft__c', 'Nothing__c'], name: 'CustomObject' },
      { members: ['*'], name: 'Nonsense' },
    ]);
    expect(result).toMatchObject({ success: true, status: 'Succeeded' });
    const pack = readPackageZip(Buffer.from(result.zipFile, 'base64'));
    expect(pack.manifest?.file).toBe('unpackaged/package.xml');
    expect(pack.documents.map(({ fullName }) => fullName)).toContain('Raft__c');
    expect(list(result.messages).map(({ problem }) => problem)).toEqual([
      "Entity of type 'CustomObject' named 'Nothing__c' cannot be found",
      "Entity type: 'Nonsense' is unknown",
    ]);
    expect(list(result.fileProperties).find(({ type }) => type === 'CustomObject')).toMatchObject({
      fileName: 'unpackaged/objects/Raft__c.object',
      type: 'CustomObject',
      fullName: 'Raft__c',
      lastModifiedByName: expect.any(String),
    });
  });

  it('give a solution as a package of its name', async () => {
    const result = await retrieve([], { packageNames: ['platform'] });
    expect(list(result.fileProperties).map(({ fileName }) => fileName)).toContain(
      'platform/profiles/Admin.profile',
    );
  });
});

describe('what there is', () => {
  it('is described and listed, and a type nobody knows has no components', async () => {
    const { metadataObjects } = await connection.metadata.describe('60.0');
    expect(metadataObjects.find(({ xmlName }) => xmlName === 'CustomObject')).toMatchObject({
      directoryName: 'objects',
      suffix: 'object',
      childXmlNames: expect.arrayContaining(['CustomField', 'ValidationRule']),
    });
    expect(metadataObjects.find(({ xmlName }) => xmlName === 'Report')).toMatchObject({ inFolder: true });
    const objects = await connection.metadata.list([{ type: 'CustomObject' }], '60.0');
    expect(objects.map(({ fullName }) => fullName)).toContain('Raft__c');
    for (const type of ['Nonsense', 'ReportFolder', 'StandardValueSet', 'ApexClass'])
      expect(await connection.metadata.list([{ type }], '60.0')).toEqual([]);
  });
});

describe('components one by one', () => {
  const oar = (length: number) => ({ fullName: 'Raft__c.Oar__c', label: 'Oar', type: 'Text', length });

  it('are created, read, changed and deleted', async () => {
    const { metadata } = connection;
    expect(await metadata.create('CustomField', oar(10))).toMatchObject({
      success: true,
      fullName: 'Raft__c.Oar__c',
    });
    expect(await metadata.create('CustomField', oar(10))).toMatchObject({
      success: false,
      errors: [{ statusCode: 'DUPLICATE_DEVELOPER_NAME' }],
    });
    expect(await metadata.read('CustomField', 'Raft__c.Oar__c')).toMatchObject({
      fullName: 'Raft__c.Oar__c',
      type: 'Text',
      length: 10,
    });
    expect(await metadata.update('CustomField', oar(20))).toMatchObject({ success: true });
    expect(await metadata.upsert('CustomField', oar(30))).toMatchObject({ success: true, created: false });
    const whole = await metadata.read('CustomObject', 'Raft__c');
    expect(list(whole.fields).map(({ fullName }) => fullName)).toContain('Oar__c');
    expect(await metadata.delete('CustomField', 'Raft__c.Oar__c')).toMatchObject({ success: true });
    expect(await metadata.delete('CustomField', 'Raft__c.Oar__c')).toMatchObject({
      success: false,
      errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }],
    });
  });

  it('fail one by one, or together when that is asked for', async () => {
    const sails = [
      { fullName: 'Raft__c.Jib__c', label: 'Jib', type: 'Text', length: 10 },
      { fullName: 'Raft__c.Genoa__c', label: 'Genoa', type: 'Nonsense' },
    ];
    expect((await connection.metadata.create('CustomField', sails)).map(({ success }) => success)).toEqual([
      true,
      false,
    ]);
    await connection.metadata.delete('CustomField', ['Raft__c.Jib__c']);
  });

  it('keep their tables: a field is not renamed, a list view is', async () => {
    const { metadata } = connection;
    const view = { fullName: 'Raft__c.Old', label: 'Old', filterScope: 'Everything' };
    await metadata.create('ListView', view);
    expect(await metadata.rename('ListView', 'Raft__c.Old', 'Raft__c.New')).toMatchObject({ success: true });
    expect((await metadata.list({ type: 'ListView' })).map(({ fullName }) => fullName)).toEqual([
      'Raft__c.New',
    ]);
    expect(await metadata.rename('CustomObject', 'Raft__c', 'Canoe__c')).toMatchObject({ success: false });
  });
});

it('is nothing for those who may not set the agency up', async () => {
  const { instance } = server;
  const session = instance.records.openSession(systemPrincipal(instance.org), { key: 'test' });
  const userId = await createUser(session, 'clerk@test.example', 'Standard');
  const accessToken = await instance.signIn.sessions.open({ userId, kind: 'api', purpose: 'test' });
  const clerk = new jsforce.Connection({ instanceUrl: server.url, accessToken, version: '60.0' });
  await expect(clerk.metadata.describe()).rejects.toThrow('CustomizeApplication');
  await expect(clerk.metadata.read('Profile', 'Admin')).rejects.toThrow('CustomizeApplication');
});

describe('a public project', () => {
  const title = HAS_PUBLIC_PROJECTS ? '%s' : '%s (../shared/corpus/deploy is absent)';
  it
    .skipIf(!HAS_PUBLIC_PROJECTS)
    .each([
      'trailheadapps__dreamhouse-lwc',
      'trailheadapps__ebikes-lwc',
      'SFDC-Assets__PSA-Volunteer-Management',
    ])(`${title} is deployed, then unchanged, and comes back equal`, async (project) => {
    const { documents } = await readPackageFolder(publicProject(project, scratch));
    const zip = zipOf(writeFiles(documents, 'mdapi'));
    const first = await deploy(zip);
    expect(list(first.details?.componentFailures)).toEqual([]);
    const second = await deploy(zip);
    expect(
      list(second.details?.componentSuccesses).filter(({ changed }) => String(changed) === 'true'),
    ).toEqual([]);
    const { manifest } = readPackageZip(zip);
    const types = (manifest?.members ?? []).map(({ type, member }) => ({ name: type, members: [member] }));
    const retrieved = await connection.metadata
      .retrieve({ apiVersion: '60.0', singlePackage: true, unpackaged: { types, version: '60.0' } } as never)
      .complete();
    expect(list(retrieved.messages)).toEqual([]);
    const third = await deploy(Buffer.from(retrieved.zipFile, 'base64'));
    expect(
      list(third.details?.componentSuccesses).filter(({ changed }) => String(changed) === 'true'),
    ).toEqual([]);
    expect(third.success).toBe(true);
  });
});
