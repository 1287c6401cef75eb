import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { extract as createExtract, type Header } from 'tar-stream';
import type { FileStore } from '../files/file-store.js';
import { MIGRATION_LOCK } from '../migrate/apply-migrations.js';
import { migrateOrg } from '../migrate/migrate-org.js';
import { readMigrations } from '../migrate/read-migrations.js';
import type { PooledDatabase } from '../open-database.js';
import { listOrgs } from '../org.js';
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupManifest,
  type BackupTable,
  FILES,
  HEADER,
  MANIFEST,
  SHARED_TABLES,
} from './backup-format.js';
import { createTableLoader, type TableLoader } from './load-tables.js';
import { refuseBackup } from './refuse-backup.js';
import type { BackupProgress, BackupSummary } from './write-backup.js';

export interface RestoreParts {
  /** Brought up to this version, and without an org. */
  readonly database: PooledDatabase;
  readonly files: FileStore;
  /** Whether jobs of the backup wait again. */
  readonly withJobs: boolean;
  readonly onProgress: (done: BackupProgress) => void;
}

/**
 * Makes a database what a backup says it was: all of it, checked against its hashes and counts, in one transaction, or
 * nothing. Then the orgs are brought up to this version.
 * @throws MusterError FIELD_INTEGRITY_EXCEPTION when the database is not empty, or the backup is damaged, not whole or of
 * a newer version
 */
export async function restoreBackup(parts: RestoreParts, input: Readable): Promise<BackupSummary> {
  const { database } = parts;
  if ((await listOrgs(database)).length > 0) {
    throw refuseBackup(
      'There is an agency already. A backup is restored into an empty data folder or database.',
    );
  }
  const client = await database.connect();
  try {
    await client.query('begin; set local statement_timeout = 0');
    // Whoever starts a server meanwhile waits here and finds the agency then.
    await client.query('select pg_advisory_xact_lock($1::int, $2::int)', [...MIGRATION_LOCK]);
    const summary = await restoreAll(parts, client, input);
    await client.query('commit');
    for (const org of await listOrgs(database)) await migrateOrg(database, org.schema);
    return summary;
  } finally {
    await client.end();
  }
}

interface Entry {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Entries in the order of the archive; what is wrong with it as a file is said in words. */
async function* readEntries(input: Readable): AsyncGenerator<Entry> {
  const extract = createExtract();
  const piped = pipeline(input, createGunzip(), extract);
  piped.catch(() => undefined);
  const entries = extract as unknown as AsyncIterable<Readable & { readonly header: Header }>;
  for await (const entry of orRefuse(entries)) yield { name: entry.header.name, content: orRefuse(entry) };
  await piped.catch(refuseDamaged);
}

async function* orRefuse<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await iterator.next().catch(refuseDamaged);
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}

function refuseDamaged(failure: unknown): never {
  throw refuseBackup('The backup is damaged, or is no backup: it cannot be read to its end.', failure);
}

async function restoreAll(parts: RestoreParts, client: pg.Client, input: Readable): Promise<BackupSummary> {
  let opened: { readonly header: BackupHeader; readonly tables: TableLoader } | undefined;
  let manifest: BackupManifest | undefined;
  let files = 0;
  for await (const entry of readEntries(input)) {
    const { name, content } = entry;
    const [schema = '', table = '', part] = name.split('/');
    if (opened === undefined) {
      const header = await beginOrgs(client, name === HEADER ? await readText(content) : '');
      const onTable = (what: string, done: number) =>
        parts.onProgress({ what, share: done / countTables(header) });
      opened = { header, tables: createTableLoader(client, header, onTable) };
    } else if (part !== undefined) await opened.tables.write({ schema, name: table }, content);
    else if (name.startsWith(FILES)) {
      await keepFile(parts.files, content, name.slice(FILES.length));
      files += 1;
    } else if (name === MANIFEST) manifest = JSON.parse(await readText(content)) as BackupManifest;
  }
  if (opened === undefined || manifest === undefined) {
    throw refuseBackup('The backup is not whole: it ends before its list of contents. Take another one.');
  }
  const done = await opened.tables.end();
  compare(manifest, done, files);
  await finishOrgs(parts, client, opened.header);
  const rows = done.reduce((sum, each) => sum + each.rows, 0);
  return { orgs: opened.header.orgs.length, tables: manifest.tables.length, rows, files };
}

/** Jobs, then keys and indexes, which are built quicker over rows that are there. */
async function finishOrgs(parts: RestoreParts, client: pg.Client, header: BackupHeader): Promise<void> {
  await takeJobs(client, parts.withJobs && header.hasJobs);
  for (const org of header.orgs) {
    parts.onProgress({ what: `indexes of ${org.name}`, share: 1 });
    for (const statement of org.finish) await client.query(statement);
    for (const statement of org.extras) await tryStatement(client, statement);
  }
}

const countTables = ({ orgs }: BackupHeader) =>
  SHARED_TABLES.length + orgs.reduce((sum, org) => sum + org.tables.length, 0);

/** Makes the tables of all orgs, without rows and keys. */
async function beginOrgs(client: pg.Client, text: string): Promise<BackupHeader> {
  const header = readHeader(text);
  const known = new Set((await readMigrations('org')).map(({ number }) => number));
  const isNewer = header.orgs.some((org) => org.migrations.some((number) => !known.has(number)));
  if (header.format > BACKUP_FORMAT || isNewer) {
    throw refuseBackup(
      'The backup was taken by a newer version of Muster. Restore it with that version or a later one.',
    );
  }
  for (const org of header.orgs) for (const statement of org.create) await client.query(statement);
  await client.query(
    'create temporary table jobs (task text, payload json, run_at timestamptz, key text, max_attempts int, priority int) on commit drop',
  );
  return header;
}

function readHeader(text: string): BackupHeader {
  try {
    const header = JSON.parse(text) as BackupHeader;
    if (typeof header.format === 'number' && Array.isArray(header.orgs)) return header;
  } catch {
    // Said below.
  }
  throw refuseBackup('The file is no backup of Muster.');
}

async function keepFile(files: FileStore, content: Entry['content'], hash: string): Promise<void> {
  const stored = await files.put(content);
  if (stored.hash !== hash) throw refuseBackup(`The backup is damaged: the file ${hash} is not what it was.`);
}

/** A table without rows has no part in the archive. */
function compare(manifest: BackupManifest, done: readonly BackupTable[], files: number): void {
  const found = new Map(done.map((table) => [`${table.schema}.${table.name}`, table]));
  for (const { schema, name, rows, hash } of manifest.tables) {
    const restored = found.get(`${schema}.${name}`);
    if (rows === 0 && restored === undefined) continue;
    if (restored?.rows !== rows || restored.hash !== hash) {
      throw refuseBackup(`The backup is damaged: the rows of ${schema}.${name} are not what they were.`);
    }
  }
  if (files !== manifest.files) {
    throw refuseBackup(`The backup is damaged: it holds ${files} files and should hold ${manifest.files}.`);
  }
}

/** An index of an extension makes searches quick; without it they are right as well. */
async function tryStatement(client: pg.Client, statement: string): Promise<void> {
  await client.query('savepoint extra');
  await client.query(statement).catch(() => client.query('rollback to savepoint extra'));
}

async function takeJobs(client: pg.Client, isWanted: boolean): Promise<void> {
  if (!isWanted) return;
  await client.query(`select graphile_worker.add_job(task, payload, run_at := run_at, max_attempts := max_attempts,
      job_key := key, priority := priority) from pg_temp.jobs`);
}

async function readText(content: Entry['content']): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
