import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@muster/kernel';
import { findObject, type PackageFile, printManifest, readPackage } from '@muster/metadata';
import { writeZip } from '@muster/metadata/node';
import { type Principal, systemPrincipal } from '@muster/records';
import { type FileStore, openLocalFileStore } from '@muster/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser } from '../../support/create-user.js';
import { metadataFile } from '../../support/metadata-file.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let files: FileStore;
let folder: string;
let author: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-queue-'));
  files = await openLocalFileStore(folder);
  org = await openTestOrg([], undefined, files);
  author = await createUser(org.system, 'deployer@test.example', 'Admin');
});
afterAll(async () => {
  await org.drop();
  await rm(folder, { recursive: true });
});

const dinghy = (label: string) =>
  metadataFile(
    'objects/Dinghy__c.object',
    'CustomObject',
    `<label>${label}</label><pluralLabel>Dinghies</pluralLabel><sharingModel>ReadWrite</sharingModel>
    <nameField><label>Name</label><type>Text</type></nameField>`,
  );

async function ask(...given: readonly PackageFile[]): Promise<string> {
  const { documents } = readPackage(given, undefined);
  const manifest = { path: 'package.xml', text: printManifest(documents, '60.0') };
  const { hash } = await files.put(writeZip([...given, manifest]));
  return org.records.metadata.ask({ kind: 'deploy', author, options: {}, package: hash });
}

const find = async (id: string) => {
  const entry = await org.records.metadata.find(id, 'deploy');
  if (entry === undefined) throw new Error(`There is no deploy ${id}.`);
  return entry;
};

/** What the runner of jobs does, for a user with this profile. */
async function run(id: string, more: Partial<Principal> = { profile: 'Admin' }) {
  const { number } = await find(id);
  const principal = { ...systemPrincipal(org.org), kind: 'internal', ...more } as const;
  const parts = { findPrincipal: async () => principal, log: silentLog };
  await org.records.runMetadataRequest(number, parts, { attempt: 1, signal: new AbortController().signal });
}

const label = () => findObject(org.records.snapshot(), 'Dinghy__c')?.label;

it('works on a deploy once, however often it is run', async () => {
  const id = await ask(dinghy('First'));
  expect(await find(id)).toMatchObject({ status: 'Pending', outcome: undefined });
  await run(id);
  const entry = await find(id);
  expect(entry).toMatchObject({ status: 'Succeeded', componentCount: 1, outcome: { succeeded: true } });
  expect(label()).toBe('First');
  await run(await ask(dinghy('Second')));
  await run(id);
  expect(label()).toBe('Second');
  expect(await find(id)).toEqual(entry);
});

it('does nothing of a deploy that was withdrawn, before it began or while it was worked on', async () => {
  await run(await ask(dinghy('Kept')));
  const waiting = await ask(dinghy('Never'));
  expect(await org.records.metadata.cancel(await find(waiting))).toBe(true);
  await run(waiting);
  expect(await find(waiting)).toMatchObject({ status: 'Canceled', outcome: undefined });

  const begun = await find(await ask(dinghy('Never')));
  await org.records.metadata.cancel(begun);
  const pack = readPackage([dinghy('Never')], undefined);
  await expect(org.records.metadata.deploy(pack, { number: begun.number })).rejects.toThrow();
  expect(await find(begun.id)).toMatchObject({ status: 'Canceled' });
  await org.records.refreshSnapshot();
  expect(label()).toBe('Kept');
});

it('goes by what the user who asked may do when it is worked on', async () => {
  const refused = await ask(dinghy('Refused'));
  await run(refused, { profile: 'Standard' });
  expect(await find(refused)).toMatchObject({
    status: 'Failed',
    failure: expect.stringContaining('CustomizeApplication'),
  });
  const gone = await ask(dinghy('Refused'));
  const parts = { findPrincipal: async () => undefined, log: silentLog };
  const context = { attempt: 1, signal: new AbortController().signal };
  await org.records.runMetadataRequest((await find(gone)).number, parts, context);
  expect(await find(gone)).toMatchObject({
    status: 'Failed',
    failure: expect.stringContaining('no longer sign in'),
  });
  expect(label()).toBe('Kept');
});

it('is tried again when the server fails, and given up in the end', async () => {
  const { id, number } = await find(await ask(dinghy('Refused')));
  const fails = async () => {
    throw new Error('The server is at fault.');
  };
  const attemptNumber = (attempt: number) =>
    org.records.runMetadataRequest(
      number,
      { findPrincipal: fails, log: silentLog },
      { attempt, signal: new AbortController().signal },
    );
  await expect(attemptNumber(1)).rejects.toThrow('at fault');
  expect(await find(id)).toMatchObject({ status: 'InProgress' });
  await attemptNumber(5);
  expect(await find(id)).toMatchObject({
    status: 'Failed',
    failure: expect.stringContaining('reason of the server'),
  });
});
