import { findObject, type PackageFile, readPackage } from '@muster/metadata';
import { type DeployResult, deployPackage } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeAll(async () => {
  org = await openTestOrg([]);
});
afterAll(() => org.drop());

const object = (name: string) =>
  metadataFile(
    `objects/${name}/${name}.object-meta.xml`,
    'CustomObject',
    `<label>${name}</label><pluralLabel>${name}</pluralLabel><sharingModel>ReadWrite</sharingModel>
    <nameField><label>Name</label><type>Text</type></nameField>`,
  );
const field = (of: string, name: string, more = '<type>Text</type><length>20</length>') =>
  metadataFile(
    `objects/${of}/fields/${name}.field-meta.xml`,
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label>${more}`,
  );

async function deploy(files: readonly PackageFile[]): Promise<DeployResult> {
  const manifest = files.find(({ path }) => path === 'package.xml');
  return deployPackage(
    { ...org, standardObjects: org.records.standardObjects },
    readPackage(files, manifest),
  );
}

const fieldsOf = (name: string) =>
  findObject(org.records.snapshot(), name)?.fields.flatMap((each) => (each.custom ? [each.name] : []));

describe('deploys at one time', () => {
  it('come one after the other, and none takes back what another did', async () => {
    await deploy([object('Pier__c')]);
    const names = ['A__c', 'B__c', 'C__c', 'D__c'];
    const results = await Promise.all(names.map((name) => deploy([field('Pier__c', name)])));
    expect(results.map(({ succeeded }) => succeeded)).toEqual([true, true, true, true]);
    expect(new Set(results.map(({ version }) => version)).size).toBe(4);
    await org.records.refreshSnapshot();
    expect(fieldsOf('Pier__c')?.toSorted()).toEqual(names);
  });

  it('let writers go on: nothing they wrote is lost or refused', async () => {
    await deploy([object('Buoy__c')]);
    await org.records.refreshSnapshot();
    const admin = org.as({ profile: 'Admin' });
    let isDeploying = true;
    const write = async (writer: number): Promise<number> => {
      let written = 0;
      for (; isDeploying; written += 1) await admin.create('Buoy__c', { Name: `${writer}/${written}` });
      return written;
    };
    const writing = [write(1), write(2)];
    for (const name of ['A__c', 'B__c', 'C__c']) {
      const unique = '<type>Text</type><length>20</length><unique>true</unique>';
      expect((await deploy([field('Buoy__c', name, unique)])).succeeded).toBe(true);
    }
    isDeploying = false;
    const written = (await Promise.all(writing)).reduce((sum, count) => sum + count, 0);
    await org.records.refreshSnapshot();
    expect(fieldsOf('Buoy__c')).toHaveLength(3);
    const [row] = await org.as({ profile: 'Admin' }).rows('SELECT COUNT(Id) n FROM Buoy__c');
    expect(row).toEqual({ n: written });
    expect(written).toBeGreaterThan(0);
  });
});

describe('a component others need', () => {
  it('is not deleted, and those that need it are named', async () => {
    await deploy([object('Dock__c')]);
    const lookup =
      '<type>Lookup</type><referenceTo>Dock__c</referenceTo><relationshipName>Cranes</relationshipName>';
    await deploy([object('Crane__c'), field('Crane__c', 'Dock__c', lookup)]);
    const result = await deploy([
      metadataFile('package.xml', 'Package', '<version>60.0</version>'),
      metadataFile(
        'destructiveChanges.xml',
        'Package',
        '<types><members>Dock__c</members><name>CustomObject</name></types>',
      ),
    ]);
    expect(result.succeeded).toBe(false);
    const failed = result.components.filter(({ status }) => status === 'failed');
    expect(failed.map(({ type, fullName }) => `${type} ${fullName}`)).toEqual([
      'CustomField Crane__c.Dock__c',
    ]);
    await org.records.refreshSnapshot();
    expect(findObject(org.records.snapshot(), 'Dock__c')).toBeDefined();
  });
});
