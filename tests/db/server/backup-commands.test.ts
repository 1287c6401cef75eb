import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, restore } from '@muster/server';
import { listOrgs } from '@muster/store';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../../support/empty-database.js';
import { databaseUrl } from '../../support/in-database.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let scratch: string;
let agency: TestDatabase;
let empty: EmptyDatabase;
let output = '';

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'muster-commands-'));
  agency = await createTestDatabase();
  empty = await createEmptyDatabase(inject('testServer').target);
  vi.stubEnv('MUSTER_DATA_DIR', join(scratch, 'data'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await agency.drop();
  await empty.drop();
  await rm(scratch, { recursive: true });
});

beforeEach(() => {
  output = '';
  const keep = (text: string | Uint8Array) => {
    output += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('write a file, and make an empty database of it once', async () => {
  const file = join(scratch, 'agency.tar.gz');
  vi.stubEnv('DATABASE_URL', databaseUrl(agency.target));
  expect(await backup.run([file])).toBe(0);
  expect(output).toMatch(/^\d+ rows of \d+ tables and 0 files are in .*agency\.tar\.gz \(\d\.\d MB\)\.\n$/);
  await expect(backup.run([file])).rejects.toThrow('is there already; nothing was written');
  await expect(restore.run([file])).rejects.toThrow('There is an agency here already');

  vi.stubEnv('DATABASE_URL', databaseUrl(empty.target));
  await expect(backup.run([join(scratch, 'none.tar.gz')])).rejects.toThrow('There is nothing to copy');
  expect(await restore.run([file, '--without-jobs'])).toBe(0);
  expect(output).toMatch(/are restored and checked\.\n$/);
  expect(await listOrgs(empty.database)).toEqual(await listOrgs(agency.database));
});

it('refuse what is no backup in words', async () => {
  const other = await createEmptyDatabase(inject('testServer').target);
  vi.stubEnv('DATABASE_URL', databaseUrl(other.target));
  const file = join(scratch, 'letter.txt');
  await writeFile(file, 'Dear all');
  await expect(restore.run([file])).rejects.toThrow('The backup is damaged, or is no backup');
  expect(await listOrgs(other.database)).toEqual([]);
  await other.drop();
});

it.each([
  [() => restore.run([]), 'Give one file'],
  [() => restore.run([join(scratch, 'nowhere')]), 'There is no file '],
  [() => backup.run(['a', 'b']), 'Give one file'],
  [() => backup.run(['--fast']), '--fast is not known'],
])('say how they are used: %s', async (run, message) => {
  await expect(run()).rejects.toThrow(message);
});
