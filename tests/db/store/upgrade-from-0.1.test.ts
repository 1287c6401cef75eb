import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { secureRandom, silentLog, systemClock } from '@muster/kernel';
import { systemPrincipal } from '@muster/records';
import { openInStore, readConfig, solutionsFor } from '@muster/server';
import { quoteIdent } from '@muster/sql';
import { listOrgs, openLocalFileStore, restoreBackup } from '@muster/store';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../../support/empty-database.js';

/** An agency of release 0.1: what it shipped, and what its administrator did over the API. */
const RELEASE = new URL('../../support/releases/0.1.tar.gz', import.meta.url);
/** Tables that follow what a release ships. */
const FOLLOWING = new Set([
  '_metadata',
  '_solution',
  '_org_version',
  '_change_head',
  '_change_pending',
  '_change_log',
]);

/** What the system writes when a release brings a record of its own again. */
const STAMPS = new Set([
  '_version',
  'systemmodstamp',
  'lastmodifieddate',
  'lastmodifiedbyid',
  'installed_at',
]);

let empty: EmptyDatabase;
let folder: string;
let before: ReadonlyMap<string, readonly Row[]>;

type Row = Readonly<Record<string, unknown>>;

/** The rows of every table, by name. */
async function rowsOf({ database }: EmptyDatabase): Promise<ReadonlyMap<string, readonly Row[]>> {
  const [org] = await listOrgs(database);
  const schema = org?.schema ?? '';
  const tables = await database.rows({
    text: 'select table_name from information_schema.tables where table_schema = $1',
    values: [schema],
  });
  const found = new Map<string, readonly Row[]>();
  for (const [name = ''] of tables) {
    const rows = await database.rows({
      text: `select to_jsonb(t) from ${quoteIdent(schema)}.${quoteIdent(name ?? '')} as t`,
      values: [],
    });
    found.set(
      name ?? '',
      rows.map(([row]) => JSON.parse(row ?? '{}')),
    );
  }
  return found;
}

async function open() {
  const config = readConfig({ MUSTER_DATA_DIR: folder });
  const files = await openLocalFileStore(join(folder, 'files'));
  const store = { database: empty.database, files, embedded: undefined, close: async () => undefined };
  const parts = { config, createSolutions: solutionsFor(config), clock: systemClock, random: secureRandom };
  const instance = await openInStore(store, { ...parts, log: silentLog });
  return {
    ...instance,
    files,
    session: instance.records.openSession(systemPrincipal(instance.org), { key: 'test' }),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-upgrade-'));
  empty = await createEmptyDatabase(inject('testServer').target);
  const files = await openLocalFileStore(join(folder, 'files'));
  const parts = { database: empty.database, files, withJobs: true, onProgress: () => undefined };
  await restoreBackup(parts, createReadStream(RELEASE));
  before = await rowsOf(empty);
});
afterAll(async () => {
  await empty?.drop();
  await rm(folder, { recursive: true });
});

it('keeps every row of release 0.1, and works with them', async () => {
  const { session, files, signIn } = await open();
  const after = await rowsOf(empty);
  for (const [table, rows] of before) {
    if (FOLLOWING.has(table)) continue;
    const kept = after.get(table) ?? [];
    const same = (one: Row, other: Row) =>
      Object.entries(one).every(
        ([column, value]) => STAMPS.has(column) || JSON.stringify(other[column]) === JSON.stringify(value),
      );
    expect(rows.filter((row) => !kept.some((each) => same(row, each)))).toEqual([]);
  }

  const [account] = await session.rows("SELECT Site, Description FROM Account WHERE Name = 'Orra Lakes'");
  expect(account).toEqual({
    Site: 'Ñandú\tpier',
    Description: 'Told by the admin: open \\ shut.\nSecond line',
  });
  expect(await session.rows('SELECT TimeZoneSidKey FROM Organization')).toEqual([
    { TimeZoneSidKey: 'Europe/Oslo' },
  ]);
  const [gone] = await session.rows<{ Id: string }>('SELECT Id FROM Account WHERE IsDeleted = true ALL ROWS');
  const [undeleted] = await session.undelete('Account', [gone?.Id as never]);
  expect(undeleted).toMatchObject({ success: true });
  const assigned =
    "SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = 'ruth@agency.example' AND PermissionSet.IsOwnedByProfile = false";
  expect(await session.rows(assigned)).toMatchObject([{ PermissionSet: { Name: 'Recruiting_Chief' } }]);
  expect(await signIn.credentials.findUserId('RUTH@agency.example')).toBeDefined();
  for await (const { hash } of files.list()) expect(await text(await files.open(hash))).toBe('north is up');

  const known = new Set((before.get('account') ?? []).map(({ id }) => id));
  const [made] = await session.insert('Account', [{ values: { Name: 'New' } }]);
  expect(known.has(made?.id)).toBe(false);
});

it('is done once: the second start finds nothing to do', async () => {
  const version = async () => (await rowsOf(empty)).get('_org_version');
  const first = await version();
  await open();
  expect(await version()).toEqual(first);
});
