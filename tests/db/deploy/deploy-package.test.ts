import {
  documentKey,
  findObject,
  type MetadataDocument,
  type PackageFile,
  printFile,
  readPackage,
  writeFiles,
} from '@muster/metadata';
import {
  type DeployOptions,
  type DeployResult,
  deployPackage,
  mirrorSetup,
  retrieveComponents,
} from '@muster/records';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;

beforeEach(async () => {
  org = await openTestOrg([]);
});
afterEach(() => org.drop());

const SHIP = 'objects/Ship__c/Ship__c.object-meta.xml';
const FLAG = 'objects/Ship__c/fields/Flag__c.field-meta.xml';
const CREW = 'permissionsets/Crew.permissionset-meta.xml';

const ship = metadataFile(
  SHIP,
  'CustomObject',
  `    <label>Ship</label>
    <pluralLabel>Ships</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField>
    <deploymentStatus>Deployed</deploymentStatus>
    <sharingModel>ReadWrite</sharingModel>`,
);
const flag = (more: string, name = 'Flag__c') =>
  metadataFile(
    `objects/Ship__c/fields/${name}.field-meta.xml`,
    'CustomField',
    `    <fullName>${name}</fullName>\n    <label>Flag</label>\n${more}`,
  );
const text = '    <type>Text</type>\n    <length>40</length>';
const crew = metadataFile(
  CREW,
  'PermissionSet',
  `    <label>Crew</label>
    <objectPermissions>
        <object>Ship__c</object>
        <allowCreate>true</allowCreate>
        <allowRead>true</allowRead>
    </objectPermissions>
    <fieldPermissions><field>Ship__c.Flag__c</field><readable>true</readable><editable>true</editable></fieldPermissions>`,
);
const rule = metadataFile(
  'objects/Ship__c/validationRules/Named.validationRule-meta.xml',
  'ValidationRule',
  '    <fullName>Named</fullName>\n    <active>true</active>\n    <errorConditionFormula>ISBLANK(Name)</errorConditionFormula>',
);
const fleet = [ship, flag(text), crew, rule];

function removing(type: string, ...members: readonly string[]): readonly PackageFile[] {
  const listed = members.map((member) => `<members>${member}</members>`).join('');
  return [
    metadataFile('package.xml', 'Package', '    <version>60.0</version>'),
    metadataFile(
      'destructiveChanges.xml',
      'Package',
      `    <types>\n${listed}\n    <name>${type}</name>\n    </types>`,
    ),
  ];
}

async function deploy(files: readonly PackageFile[], options?: DeployOptions): Promise<DeployResult> {
  const manifest = files.some(({ path }) => path === 'package.xml') ? { path: 'package.xml' } : undefined;
  const target = { ...org, standardObjects: org.records.standardObjects };
  const result = await deployPackage(target, readPackage(files, manifest), options);
  await org.records.refreshSnapshot();
  return result;
}

const outcomes = ({ components }: DeployResult) =>
  Object.fromEntries(components.map(({ type, fullName, status }) => [`${type} ${fullName}`, status]));
const flagField = () =>
  findObject(org.records.snapshot(), 'Ship__c')?.fields.find(({ name }) => name === 'Flag__c');
const admin = () => org.as({ profile: 'Admin' });

async function retrieve(): Promise<readonly MetadataDocument[]> {
  const own = /ship__c|crew/i;
  return retrieveComponents(org.database, org.org, ({ fullName }) => own.test(fullName));
}

const texts = (documents: readonly MetadataDocument[]) =>
  Object.fromEntries(documents.map((document) => [documentKey(document), printFile(document.root)]));

describe('deploying a package', () => {
  it('creates what it brings, for use at once, and a second time changes nothing', async () => {
    const first = await deploy(fleet);
    expect(first.succeeded).toBe(true);
    expect(outcomes(first)).toEqual({
      'CustomObject Ship__c': 'created',
      'CustomField Ship__c.Flag__c': 'created',
      'PermissionSet Crew': 'created',
      'ValidationRule Ship__c.Named': 'created',
    });
    expect(first.components.find(({ type }) => type === 'ValidationRule')?.note).toBe(
      'kept, not yet enforced',
    );
    await admin().create('Ship__c', { Name: 'Ingrid', Flag__c: 'red' });
    expect(await admin().rows('SELECT Name, Flag__c FROM Ship__c')).toEqual([
      { Name: 'Ingrid', Flag__c: 'red' },
    ]);

    const second = await deploy(fleet);
    expect(second.succeeded).toBe(true);
    expect(second.version).toBeUndefined();
    expect(new Set(Object.values(outcomes(second)))).toEqual(new Set(['unchanged']));
  });

  it('takes a whole that has no parts for one that is there', async () => {
    const listed = '<types><members>Ship__c</members><name>Workflow</name></types><version>60.0</version>';
    const files = [
      metadataFile('package.xml', 'Package', listed),
      metadataFile('workflows/Ship__c.workflow', 'Workflow', ''),
    ];
    expect((await deploy(files)).succeeded).toBe(true);
    expect((await deploy(files.slice(0, 1))).succeeded).toBe(false);
  });

  it('changes what is different, with the records there are', async () => {
    await deploy(fleet);
    await admin().create('Ship__c', { Name: 'Ingrid', Flag__c: 'red' });
    const longer = '    <type>Text</type>\n    <length>90</length>';
    const result = await deploy([ship, flag(longer), crew]);
    expect(outcomes(result)).toEqual({
      'CustomObject Ship__c': 'unchanged',
      'CustomField Ship__c.Flag__c': 'changed',
      'PermissionSet Crew': 'unchanged',
    });
    expect(flagField()?.length).toBe(90);
    expect(await admin().rows('SELECT Flag__c FROM Ship__c')).toEqual([{ Flag__c: 'red' }]);
  });

  it('comes back equal, in either format', async () => {
    const { documents } = readPackage(fleet, undefined);
    await deploy(fleet);
    expect(texts(await retrieve())).toEqual(texts(documents));
    const mdapi = writeFiles(await retrieve(), 'mdapi');
    expect(mdapi.map(({ path }) => path)).toContain('objects/Ship__c.object');
    const again = await deploy(mdapi);
    expect(again.succeeded).toBe(true);
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['unchanged']));
  });

  it('that is only checked says the same and changes nothing', async () => {
    const checked = await deploy(fleet, { checkOnly: true });
    expect(checked).toMatchObject({ succeeded: true, checkOnly: true });
    expect(new Set(Object.values(outcomes(checked)))).toEqual(new Set(['created']));
    expect(checked.version).toBeUndefined();
    expect(await retrieve()).toEqual([]);
    expect(findObject(org.records.snapshot(), 'Ship__c')).toBeUndefined();
    expect(outcomes(await deploy(fleet))).toEqual(outcomes(checked));
  });

  it('of which one file is wrong does nothing, and names file, line and member', async () => {
    const faulty = flag('    <type>Text</type>\n    <length>many</length>');
    const result = await deploy([ship, faulty, crew]);
    expect(result.succeeded).toBe(false);
    const failed = result.components.filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject([{ type: 'CustomField', fullName: 'Ship__c.Flag__c', file: FLAG }]);
    expect(failed[0]?.problems[0]).toEqual({
      severity: 'error',
      line: 6,
      column: 5,
      message: '<length> is many, expected a whole number',
    });
    expect(await retrieve()).toEqual([]);
    expect(findObject(org.records.snapshot(), 'Ship__c')).toBeUndefined();
  });

  it.each([
    ['is no XML', { path: SHIP, text: '<CustomObject>\n<label>Ship' }, SHIP],
    ['is of no known type', metadataFile('odd/X.odd-meta.xml', 'Odd', ''), 'odd/X.odd-meta.xml'],
  ])('of which one file %s does nothing', async (_, file, path) => {
    const result = await deploy([file, crew]);
    expect(result.succeeded).toBe(false);
    expect(result.components.find((each) => each.file === path)?.status).toBe('failed');
  });

  it('that the records do not allow does nothing', async () => {
    await deploy(fleet);
    for (const Name of ['a', 'b']) await admin().create('Ship__c', { Name, Flag__c: 'red' });
    const result = await deploy([flag(`${text}\n    <unique>true</unique>`)]);
    expect(result.components).toMatchObject([
      { fullName: 'Ship__c.Flag__c', file: FLAG, status: 'failed', problems: [{ line: 7 }] },
    ]);
    expect(flagField()?.unique).toBeFalsy();
    const checkbox = await deploy([
      flag('    <type>Checkbox</type>\n    <defaultValue>false</defaultValue>'),
    ]);
    expect(checkbox.components[0]?.problems).toMatchObject([
      {
        line: 5,
        message: 'Records that stand in the way: 2, with a text other than true and false.',
      },
    ]);
    const encrypted = await deploy([
      flag('    <type>EncryptedText</type>\n    <length>40</length>\n    <maskType>all</maskType>'),
    ]);
    expect(encrypted.components[0]?.problems[0]?.message).toMatch(/is Text and cannot become EncryptedText/);
  });

  it('gives a field another type with the values it has', async () => {
    await deploy(fleet);
    for (const Flag__c of ['12.5', '-3', null]) await admin().create('Ship__c', { Name: 'Ingrid', Flag__c });
    const rows = () => admin().rows('SELECT Flag__c FROM Ship__c ORDER BY Flag__c NULLS LAST');
    const number = '    <type>Number</type>\n    <precision>5</precision>\n    <scale>2</scale>';
    expect((await deploy([flag(number)], { checkOnly: true })).succeeded).toBe(true);
    expect(await rows()).toEqual([{ Flag__c: '-3' }, { Flag__c: '12.5' }, { Flag__c: null }]);
    expect((await deploy([flag(number)])).succeeded).toBe(true);
    await admin().create('Ship__c', { Name: 'Ruth', Flag__c: 100 });
    expect(await rows()).toEqual([-3, 12.5, 100, null].map((Flag__c) => ({ Flag__c })));
    expect((await deploy([flag(text)])).succeeded).toBe(true);
    expect(await admin().rows("SELECT Name FROM Ship__c WHERE Flag__c = '12.5'")).toEqual([
      { Name: 'Ingrid' },
    ]);
  });
});

describe('deleting', () => {
  it('takes away what destructiveChanges names; a new field of the name starts empty', async () => {
    await deploy(fleet);
    await admin().create('Ship__c', { Name: 'Ingrid', Flag__c: 'red' });
    const result = await deploy(removing('CustomField', 'Ship__c.Flag__c', 'Ship__c.Never__c'));
    expect(outcomes(result)).toEqual({
      'CustomField Ship__c.Flag__c': 'deleted',
      'CustomField Ship__c.Never__c': 'unchanged',
    });
    expect(flagField()).toBeUndefined();
    await deploy([flag(text)]);
    expect(await admin().rows('SELECT Name, Flag__c FROM Ship__c')).toEqual([
      { Name: 'Ingrid', Flag__c: null },
    ]);
  });

  it('takes an object away with its parts', async () => {
    await deploy(fleet);
    await deploy(removing('PermissionSet', 'Crew'));
    await admin().create('Ship__c', { Name: 'Ingrid' });
    expect(outcomes(await deploy(removing('CustomObject', 'Ship__c')))).toEqual({
      'CustomObject Ship__c': 'deleted',
      'CustomField Ship__c.Flag__c': 'deleted',
      'ValidationRule Ship__c.Named': 'deleted',
    });
    expect(findObject(org.records.snapshot(), 'Ship__c')).toBeUndefined();
    expect(await retrieve()).toEqual([]);
    await deploy(fleet);
    expect(await admin().rows('SELECT Id FROM Ship__c')).toEqual([]);
  });
});

describe('records of what metadata declares', () => {
  const sets = () =>
    org.system.rows<{ Id: string; Label: string }>("SELECT Id, Label FROM PermissionSet WHERE Name = 'Crew'");
  const mirror = () => mirrorSetup(org.database, org.records);

  it('follow a deploy, and give nobody a permission set that comes again', async () => {
    await deploy(fleet);
    await mirror();
    const [first] = await sets();
    expect(first?.Label).toBe('Crew');
    await deploy([{ path: CREW, text: crew.text.replace('<label>Crew<', '<label>Hands<') }]);
    await mirror();
    expect(await sets()).toEqual([{ Id: first?.Id, Label: 'Hands' }]);

    const { Id: user } = await org.system.row<{ Id: string }>('SELECT Id FROM User LIMIT 1');
    await org.system.create('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: first?.Id });
    await deploy(removing('PermissionSet', 'Crew'));
    await mirror();
    expect(await sets()).toEqual([]);
    await deploy([crew]);
    await mirror();
    expect(await sets()).toHaveLength(1);
    expect(await org.system.rows('SELECT Id FROM PermissionSetAssignment')).toEqual([]);
  });
});
