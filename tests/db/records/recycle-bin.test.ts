import { readPackage } from '@muster/metadata';
import { deployPackage, type SaveResult, type Session, systemPrincipal } from '@muster/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let system: Session;

const lookup = (name: string, type: string, content: string) =>
  metadataFile(
    `objects/Part__c/fields/${name}.field-meta.xml`,
    'CustomField',
    `<fullName>${name}</fullName><label>${name}</label><type>${type}</type>${content}`,
  );

const object = (name: string) =>
  metadataFile(
    `objects/${name}/${name}.object-meta.xml`,
    'CustomObject',
    `<label>${name}</label><pluralLabel>${name}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
     <sharingModel>${name === 'Part__c' ? 'ControlledByParent' : 'ReadWrite'}</sharingModel>
     <nameField><label>Name</label><type>Text</type></nameField>`,
  );

beforeAll(async () => {
  org = await openTestOrg([]);
  const files = [
    object('Engine__c'),
    object('Store__c'),
    object('Part__c'),
    lookup(
      'Engine__c',
      'MasterDetail',
      '<referenceTo>Engine__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder>',
    ),
    lookup(
      'Store__c',
      'MasterDetail',
      '<referenceTo>Store__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>1</relationshipOrder>',
    ),
    lookup(
      'Account__c',
      'Lookup',
      '<referenceTo>Account</referenceTo><relationshipName>Parts</relationshipName>',
    ),
    lookup('Serial__c', 'Text', '<length>20</length><unique>true</unique>'),
  ];
  const { components } = await deployPackage(
    { ...org, standardObjects: org.records.standardObjects },
    readPackage(files, undefined),
  );
  expect(components.flatMap(({ problems }) => problems)).toEqual([]);
  await org.records.refreshSnapshot();
  system = org.records.openSession(systemPrincipal(org.org), { key: 'test' });
});
afterAll(() => org?.drop());

const create = (type: string, values: object) => system.create(type, { ...values });
const count = async (type: string) => (await system.rows(`SELECT Id FROM ${type}`)).length;
const codes = (results: readonly SaveResult[]) =>
  results.map(({ success, errors }) => (success ? 'ok' : errors[0]?.code));

async function engineWithPart(values: object = {}) {
  const engine = await create('Engine__c', { Name: 'Engine' });
  const store = await create('Store__c', { Name: 'Store' });
  const part = await create('Part__c', { Name: 'Part', Engine__c: engine, Store__c: store, ...values });
  return { engine, store, part };
}

describe('undelete', () => {
  it('brings back a record with the details and lookups that went along', async () => {
    const account = await create('Account', { Name: 'Depot' });
    const contact = await create('Contact', { LastName: 'Orr' });
    const { engine, part } = await engineWithPart({ Account__c: account });
    await system.delete('Engine__c', [engine]);
    await system.delete('Account', [account]);
    expect(await count('Part__c')).toBe(0);
    expect(codes(await system.undelete('Engine__c', [engine]))).toEqual(['ok']);
    expect(await system.rows('SELECT Id, Account__c FROM Part__c')).toEqual([{ Id: part, Account__c: null }]);
    await system.delete('Part__c', [part]);
    await system.delete('Contact', [contact]);
  });

  it('fills lookups it had emptied, unless they say something else by now', async () => {
    const account = await create('Account', { Name: 'Depot' });
    const other = await create('Account', { Name: 'Other depot' });
    const first = await engineWithPart({ Account__c: account });
    const second = await engineWithPart({ Account__c: account });
    await system.delete('Account', [account]);
    await system.change('Part__c', second.part, { Account__c: other });
    await system.undelete('Account', [account]);
    const rows = await system.rows<{ Id: string; Account__c: string }>(
      `SELECT Id, Account__c FROM Part__c WHERE Id IN ('${first.part}', '${second.part}') ORDER BY Id`,
    );
    expect(rows.map((row) => row.Account__c)).toEqual([account, other]);
  });

  it('leaves what was deleted before, and a detail whose other master is gone', async () => {
    const { engine, store, part } = await engineWithPart();
    const earlier = await create('Part__c', { Name: 'Earlier', Engine__c: engine, Store__c: store });
    await system.delete('Part__c', [earlier]);
    await system.delete('Engine__c', [engine]);
    await system.delete('Store__c', [store]);
    await system.undelete('Engine__c', [engine]);
    const ids = `('${part}', '${earlier}')`;
    expect(await system.rows(`SELECT Id FROM Part__c WHERE Id IN ${ids}`)).toEqual([]);
    expect(codes(await system.undelete('Part__c', [part], { allOrNone: false }))).toEqual([
      'UNDELETE_FAILED',
    ]);
    await system.undelete('Store__c', [store]);
    expect(codes(await system.undelete('Part__c', [earlier]))).toEqual(['ok']);
  });

  it('refuses what is not in the bin, and a value that somebody else has by now', async () => {
    const { part, ...rest } = await engineWithPart({ Serial__c: 'S-1' });
    await system.delete('Part__c', [part]);
    const taker = await create('Part__c', {
      Name: 'Taker',
      Engine__c: rest.engine,
      Store__c: rest.store,
      Serial__c: 's-1',
    });
    const results = await system.undelete('Part__c', [part, taker], { allOrNone: false });
    expect(codes(results)).toEqual(['DUPLICATE_VALUE', 'UNDELETE_FAILED']);
  });
});

describe('emptying the bin', () => {
  it('is done every night for what has lain there for 15 days', async () => {
    const [old, young] = [
      await create('Engine__c', { Name: 'Old' }),
      await create('Engine__c', { Name: 'Young' }),
    ];
    await system.delete('Engine__c', [old, young]);
    await org.database.rows({
      text: `update ${org.org.schema}.engine__c set systemmodstamp = systemmodstamp - interval '15 days 1 hour' where id = $1`,
      values: [old],
    });
    expect(await org.records.emptyOldBin()).toBe(1);
    const results = await system.undelete('Engine__c', [old, young], { allOrNone: false });
    expect(codes(results)).toEqual(['INVALID_CROSS_REFERENCE_KEY', 'ok']);
  });

  it('removes records for good, with what went along', async () => {
    const { engine, part } = await engineWithPart();
    const results = await system.purge('Engine__c', [engine], { allOrNone: false });
    expect(codes(results)).toEqual(['UNDELETE_FAILED']);
    await system.delete('Engine__c', [engine]);
    expect(codes(await system.purge('Engine__c', [engine]))).toEqual(['ok']);
    const gone = await system.undelete('Part__c', [part], { allOrNone: false });
    expect(codes(gone)).toEqual(['INVALID_CROSS_REFERENCE_KEY']);
  });
});
