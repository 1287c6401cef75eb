import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { silentLog } from '@muster/kernel';
import { findObject, type PackageFile, readPackage } from '@muster/metadata';
import { deployPackage, installSolutions, type Solution } from '@muster/records';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

const scratch = mkdtempSync(join(tmpdir(), 'muster-releases-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function release(version: string, files: readonly PackageFile[]): Solution {
  for (const { path, text } of files) {
    const file = join(scratch, version, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const metadata = pathToFileURL(`${join(scratch, version)}/`);
  return { name: 'boats', version, metadata, operations: [], jobs: [], saveRules: [] };
}

const boat = metadataFile(
  'objects/Boat__c/Boat__c.object-meta.xml',
  'CustomObject',
  `    <label>Boat</label>
    <pluralLabel>Boats</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField>
    <sharingModel>ReadWrite</sharingModel>`,
);
const field = (name: string, label: string, more = '<type>Text</type><length>40</length>') =>
  metadataFile(
    `objects/Boat__c/fields/${name}.field-meta.xml`,
    'CustomField',
    `<fullName>${name}</fullName><label>${label}</label>${more}`,
  );
const colour = (label: string, ...values: readonly string[]) => {
  const listed = values.map(
    (value) => `<value><fullName>${value}</fullName><default>false</default><label>${value}</label></value>`,
  );
  const valueSet = `<valueSet><valueSetDefinition><sorted>false</sorted>${listed.join('')}</valueSetDefinition></valueSet>`;
  return field('Colour__c', label, `<type>Picklist</type>${valueSet}`);
};

const first = release('1.0.0', [
  boat,
  colour('Colour', 'Red', 'Green'),
  field('Sail__c', 'Sail'),
  field('Oars__c', 'Oars'),
  field('Mast__c', 'Mast'),
  field('Keel__c', 'Keel'),
]);
/** A value and a field more, another label; without the oars and the mast. */
const second = release('2.0.0', [
  boat,
  colour('Colours', 'Red', 'Green', 'Blue'),
  field('Sail__c', 'Sails'),
  field('Keel__c', 'Keel'),
  field('Motor__c', 'Motor'),
]);

let org: TestOrg;

beforeEach(async () => {
  org = await openTestOrg([first]);
});
afterEach(() => org.drop());

const deletions = [
  metadataFile('package.xml', 'Package', '<version>60.0</version>'),
  metadataFile(
    'destructiveChanges.xml',
    'Package',
    '<types><members>Boat__c.Sail__c</members><name>CustomField</name></types>',
  ),
];

async function deploy(files: readonly PackageFile[]): Promise<void> {
  const manifest = files.find(({ path }) => path === 'package.xml');
  const target = { ...org, standardObjects: org.records.standardObjects };
  const { succeeded } = await deployPackage(target, readPackage(files, manifest));
  expect(succeeded).toBe(true);
}

/** Label of each custom field of the boats. */
async function labels(): Promise<Record<string, string>> {
  await org.records.refreshSnapshot();
  const object = findObject(org.records.snapshot(), 'Boat__c');
  const custom = object?.fields.filter((each) => each.custom) ?? [];
  return Object.fromEntries(custom.map(({ name, label }) => [name, label]));
}

const colours = () =>
  findObject(org.records.snapshot(), 'Boat__c')
    ?.fields.find(({ name }) => name === 'Colour__c')
    ?.picklist?.values.map(({ value }) => value);

const install = (solution: Solution) => installSolutions(org.database, org.org, [solution], silentLog);

describe('a new version of a solution', () => {
  it('is taken whole where the org changed nothing', async () => {
    expect(await install(first)).toMatchObject({ changed: false });
    expect(await install(second)).toMatchObject({ changed: true, kept: [] });
    expect(await labels()).toEqual({
      Colour__c: 'Colours',
      Keel__c: 'Keel',
      Motor__c: 'Motor',
      Sail__c: 'Sails',
    });
    expect(colours()).toEqual(['Red', 'Green', 'Blue']);
    expect(await install(second)).toMatchObject({ changed: false });
  });

  it('leaves what the org changed, and lists it', async () => {
    await deploy([
      colour('Farbe', 'Red', 'Green', 'Black'),
      field('Mast__c', 'Mainmast'),
      field('Flag__c', 'Flag'),
    ]);
    await deploy(deletions);
    const { kept } = await install(second);
    expect(kept.map(({ type, fullName, kept: what }) => [`${type} ${fullName}`, what])).toEqual([
      ['CustomField Boat__c.Colour__c', ['label', 'valueSet.valueSetDefinition.value[Black]']],
      ['CustomField Boat__c.Sail__c', ['its deletion']],
      ['CustomField Boat__c.Mast__c', ['all of it; it is shipped no longer']],
    ]);
    expect(await labels()).toEqual({
      Colour__c: 'Farbe',
      Flag__c: 'Flag',
      Keel__c: 'Keel',
      Mast__c: 'Mainmast',
      Motor__c: 'Motor',
    });
    expect(colours()).toEqual(['Red', 'Green', 'Blue', 'Black']);
    expect(await install(second)).toMatchObject({ changed: false });
  });

  it('that does not fit to what the org has changes nothing', async () => {
    const before = await labels();
    const faulty = release('3.0.0', [boat, field('Keel__c', 'Keel', '<type>Lookup</type>')]);
    await expect(install(faulty)).rejects.toThrow(/Keel__c/);
    expect(await labels()).toEqual(before);
    expect(await install(first)).toMatchObject({ changed: false });
  });

  it('is one entry of the history of deploys', async () => {
    await install(second);
    const rows = await org.database.rows({
      text: `select status, origin, result->>'succeeded' from ${org.org.schema}._deploy order by number`,
      values: [],
    });
    expect(rows).toEqual([
      ['Succeeded', 'installation', 'true'],
      ['Succeeded', 'installation', 'true'],
    ]);
  });
});
