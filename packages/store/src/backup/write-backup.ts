import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { quoteIdent } from '@muster/sql';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack as createPack, type Pack } from 'tar-stream';
import { LOCK_SPACE } from '../advisory-lock.js';
import type { Queryable } from '../database.js';
import type { FileStore } from '../files/file-store.js';
import type { PooledDatabase } from '../open-database.js';
import { listOrgs } from '../org.js';
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupOrg,
  type BackupTable,
  FILES,
  HEADER,
  MANIFEST,
  partPath,
  SHARED_TABLES,
  sha256,
} from './backup-format.js';
import { JOBS } from './jobs-table.js';
import { planSchema } from './schema-plan.js';

export interface BackupParts {
  readonly database: PooledDatabase;
  readonly files: FileStore;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Without them, nothing of the copy waits to be sent or done. */
  readonly withJobs: boolean;
  readonly onProgress: (done: BackupProgress) => void;
}

export interface BackupProgress {
  readonly what: string;
  /** From 0 to 1, by tables and files. */
  readonly share: number;
}

export interface BackupSummary {
  readonly orgs: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** Bytes of rows kept in memory before they are written. */
const PART = 4 * 1024 * 1024;
/** Quick rather than small: text of rows gains most of it at once. */
const LEVEL = 3;

/**
 * Writes everything of a database and its files, as they are at one moment, while others work on.
 * @throws Error when the database holds what a backup does not know, or the output cannot be written
 */
export async function writeBackup(parts: BackupParts, output: Writable): Promise<BackupSummary> {
  const pack = createPack();
  const written = pipeline(pack, createGzip({ level: LEVEL }), output);
  const [summary] = await Promise.all([
    packAll(parts, pack).catch((failure: Error) => {
      pack.destroy(failure);
      throw failure;
    }),
    written,
  ]);
  return summary;
}

async function packAll(parts: BackupParts, pack: Pack): Promise<BackupSummary> {
  const client = await parts.database.connect();
  try {
    const header = await beginSnapshot(client, parts);
    await addEntry(pack, HEADER, JSON.stringify(header));
    const tables = [
      ...SHARED_TABLES,
      ...header.orgs.flatMap((org) => org.tables.map((table) => ({ ...table, schema: org.schema }))),
      ...(parts.withJobs ? [JOBS] : []),
    ];
    const done: BackupTable[] = [];
    for (const table of tables) {
      parts.onProgress({ what: `${table.schema}.${table.name}`, share: done.length / tables.length });
      done.push(await packTable(client, pack, table));
    }
    const files = await packFiles(parts, pack);
    await addEntry(pack, MANIFEST, JSON.stringify({ tables: done, files }));
    pack.finalize();
    const rows = done.reduce((sum, table) => sum + table.rows, 0);
    return { orgs: header.orgs.length, tables: done.length, rows, files };
  } finally {
    await client.end();
  }
}

/** Begins between two deploys, so that tables are as the rows of the snapshot have them; later ones wait for its end. */
async function beginSnapshot(client: pg.Client, parts: BackupParts): Promise<BackupHeader> {
  const held = (await listOrgs(queryableOf(client))).map(({ schema }) => quoteIdent(schema));
  await client.query('set statement_timeout = 0');
  for (const schema of held)
    await client.query(`select pg_advisory_lock_shared(hashtextextended($1, ${LOCK_SPACE.deploy}))`, [
      schema,
    ]);
  await client.query('begin isolation level repeatable read read only');
  const header = await readHeader(client, parts);
  for (const schema of held)
    await client.query(`select pg_advisory_unlock_shared(hashtextextended($1, ${LOCK_SPACE.deploy}))`, [
      schema,
    ]);
  return header;
}

async function readHeader(client: pg.Client, { now, withJobs }: BackupParts): Promise<BackupHeader> {
  const queryable = queryableOf(client);
  const [version] = await queryable.rows({ text: `select current_setting('server_version')`, values: [] });
  const orgs: BackupOrg[] = [];
  for (const { id, name, schema } of await listOrgs(queryable)) {
    await lockTables(queryable, schema);
    const { create, finish, extras, tables } = await planSchema(queryable, schema);
    const applied = await queryable.rows({
      text: `select number from ${quoteIdent(schema)}._migration order by number`,
      values: [],
    });
    const migrations = applied.map(([number]) => Number(number));
    orgs.push({ id, name, schema, migrations, create, finish, extras, tables });
  }
  return {
    format: BACKUP_FORMAT,
    takenAt: new Date(now).toISOString(),
    postgres: version?.[0]?.split(' ')[0] ?? '',
    orgs,
    hasJobs: withJobs,
  };
}

/** Nobody changes the tables meanwhile; their rows may change. */
async function lockTables(queryable: Queryable, schema: string): Promise<void> {
  const rows = await queryable.rows({
    text: `select string_agg(oid::regclass::text, ', ') from pg_catalog.pg_class
      where relnamespace = $1::text::regnamespace and relkind = 'r'`,
    values: [schema],
  });
  const names = rows[0]?.[0];
  if (typeof names === 'string')
    await queryable.rows({ text: `lock table ${names} in access share mode`, values: [] });
}

function queryableOf(client: pg.Client): Queryable {
  return {
    rows: async ({ text, values }) => {
      const { rows } = await client.query({ text, values: [...values], rowMode: 'array', types: AS_TEXT });
      return rows;
    },
  };
}

const AS_TEXT = { getTypeParser: () => (text: unknown) => text };

interface CopiedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** A query for rows that are not simply those of the table. */
  readonly query?: string;
}

async function packTable(client: pg.Client, pack: Pack, table: CopiedTable): Promise<BackupTable> {
  const { schema, name, columns } = table;
  const query =
    table.query ??
    `select ${columns.map(quoteIdent).join(', ')} from ${quoteIdent(schema)}.${quoteIdent(name)}`;
  const stream = client.query(copyTo(`copy (${query}) to stdout`));
  const hash = sha256();
  let waiting: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    await addEntry(pack, partPath(table, part), Buffer.concat(waiting, size));
    part += 1;
    waiting = [];
    size = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= PART) await flush();
  }
  await flush();
  return { schema, name, rows: stream.rowCount, hash: hash.digest('hex') };
}

async function packFiles({ files, onProgress }: BackupParts, pack: Pack): Promise<number> {
  let count = 0;
  for await (const { hash, size } of files.list()) {
    onProgress({ what: 'files', share: 1 });
    const entry = pack.entry({ name: `${FILES}${hash}`, size, mode: 0o600 });
    await pipeline(await files.open(hash), entry);
    count += 1;
  }
  return count;
}

/** Waits until the archive has taken it, so that memory stays flat. */
async function addEntry(pack: Pack, name: string, content: string | Buffer): Promise<void> {
  const bytes = Buffer.from(content);
  await pipeline(Readable.from([bytes]), pack.entry({ name, size: bytes.length, mode: 0o600 }));
}
