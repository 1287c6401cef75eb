import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { silentLog, systemClock } from '@muster/kernel';
import { openOrg, type Session, systemPrincipal } from '@muster/records';
import { quoteIdent } from '@muster/sql';
import {
  type ConnectionTarget,
  type FileStore,
  listOrgs,
  openLocalFileStore,
  type PooledDatabase,
  readChangeHead,
  readChanges,
  restoreBackup,
  writeBackup,
  writeBackupFile,
} from '@muster/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createEmptyDatabase, type EmptyDatabase } from '../../support/empty-database.js';
import { fixtureSolution } from '../../support/fixture-solution.js';
import { openTestOrg, type TestOrg } from '../../support/test-org.js';

let org: TestOrg;
let folder: string;
let files: FileStore;
const emptied: EmptyDatabase[] = [];

/** A server of another version, where there is one. */
const OTHER = process.env.TEST_OTHER_DATABASE_URL;

async function empty(server: ConnectionTarget = inject('testServer').target): Promise<EmptyDatabase> {
  const made = await createEmptyDatabase(server);
  emptied.push(made);
  return made;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-backup-'));
  files = await openLocalFileStore(join(folder, 'from'));
  org = await openTestOrg([fixtureSolution], systemClock, files);
  const { system } = org;
  const made = await system.insert(
    'Account',
    Array.from({ length: 3_000 }, (_, i) => ({
      values: { Name: `Unit ${i}`, Description: `${'ä\t\\.\n"'.repeat(i % 7)}${i}`, Site: i % 2 ? null : '' },
    })),
  );
  const ids = made.map(({ id }) => id as never);
  await system.insert('Contact', [{ values: { LastName: 'Kept', AccountId: ids[0] } }]);
  await system.delete('Account', ids.slice(5, 9));
  const { hash } = await files.put(randomBytes(300_000));
  await system.create('ContentVersion', { Title: 'Map', PathOnClient: 'map.bin', VersionData: hash });
  await files.put(Buffer.alloc(0));
  await org.database.transaction((transaction) =>
    transaction.addJob({
      task: 'some.task',
      payload: { a: [1, 'ü'] },
      key: 'k1',
      runAt: Date.now() + 3_600_000,
    }),
  );
});
afterAll(async () => {
  for (const database of emptied) await database.drop();
  await org?.drop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

async function backup(withJobs = true, database: PooledDatabase = org.database): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeBackup({ database, files, now: Date.now(), withJobs, onProgress: () => undefined }, output);
  return Buffer.concat(chunks);
}

const restore = async (database: PooledDatabase, content: Buffer, withJobs = true) =>
  restoreBackup(
    {
      database,
      files: await openLocalFileStore(join(folder, randomBytes(4).toString('hex'))),
      withJobs,
      onProgress: () => undefined,
    },
    Readable.from([content]),
  );

/** Every row of every table, and how the tables are built, as text. */
async function contents(database: PooledDatabase): Promise<Record<string, string>> {
  const [{ schema } = { schema: '' }] = await listOrgs(database);
  const read = async (text: string) =>
    (await database.rows({ text, values: [schema] })).map((row) => row.join(' ')).join('\n');
  const tables = await database.rows({
    text: `select table_name from information_schema.tables where table_schema = $1 order by 1`,
    values: [schema],
  });
  const found: Record<string, string> = {
    columns:
      await read(`select table_name, column_name, data_type, collation_name, column_default, is_nullable, identity_generation
      from information_schema.columns where table_schema = $1 order by table_name, column_name`),
    indexes: await read('select indexdef from pg_indexes where schemaname = $1 order by 1'),
    constraints: await read(`select conrelid::regclass, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = $1::text::regnamespace and contype <> 'n' order by conrelid::regclass::text, 2`),
    sequences: await read(
      'select sequencename, last_value, increment_by from pg_sequences where schemaname = $1 order by 1',
    ),
    orgs: await read(`select * from directory.org where schema_name = $1`),
    usernames: await read(`select * from directory.username where $1 <> '' order by 1`),
  };
  for (const [name = ''] of tables) {
    const table = `${quoteIdent(schema)}.${quoteIdent(name ?? '')}`;
    const [row] = await database.rows({
      text: `select count(*), md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from ${table} as t`,
      values: [],
    });
    found[name ?? ''] = String(row);
  }
  return found;
}

async function openRestored(database: PooledDatabase): Promise<Session> {
  const [restored] = await listOrgs(database);
  if (restored === undefined) throw new Error('There is no org.');
  const parts = {
    database,
    org: restored,
    files,
    solutions: [fixtureSolution],
    clock: systemClock,
    log: silentLog,
  };
  const records = await openOrg(parts);
  return records.openSession(systemPrincipal(restored), { key: 'test' });
}

describe('a backup', () => {
  it('makes an empty database what the other was, row by row, and it can be worked with', async () => {
    const { database } = await empty();
    const before = await contents(org.database);
    const summary = await restore(database, await backup());
    expect(summary).toMatchObject({ orgs: 1, files: 2 });
    expect(await contents(database)).toEqual(before);

    const session = await openRestored(database);
    expect(await session.rows('SELECT COUNT(Id) n FROM Account')).toEqual([{ n: 2_996 }]);
    const known = new Set(
      (await session.rows<{ Id: string }>('SELECT Id FROM Account ALL ROWS')).map(({ Id }) => Id),
    );
    expect(known.size).toBe(3_000);
    const added = await session.insert('Account', [{ values: { Name: 'After' } }]);
    expect(known.has(added[0]?.id as string)).toBe(false);

    const jobs = await database.rows({
      text: `select t.identifier, j.payload::jsonb, j.key from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'some.task'`,
      values: [],
    });
    expect(jobs).toEqual([['some.task', '{"a": [1, "ü"]}', 'k1']]);
  });

  it('lets readers of the change log go on from where they were', async () => {
    const { database } = await empty();
    const head = await readChangeHead(org.database, org.org);
    await restore(database, await backup());
    const [restored] = await listOrgs(database);
    if (restored === undefined) throw new Error('There is no org.');
    expect(await readChanges(database, restored, { after: head, limit: 10 })).toEqual({
      kind: 'changes',
      changes: [],
      head,
    });
  });

  it.skipIf(OTHER === undefined)(
    'goes to another version of PostgreSQL and comes back the same',
    async () => {
      const before = await contents(org.database);
      const there = await empty({ connectionString: OTHER ?? '' });
      await restore(there.database, await backup());
      expect(await contents(there.database)).toEqual(before);
      const back = await empty();
      await restore(back.database, await backup(true, there.database));
      expect(await contents(back.database)).toEqual(before);
    },
  );

  it('may be restored without what waits to be done', async () => {
    const { database } = await empty();
    await restore(database, await backup(), false);
    const text = `select count(*) from graphile_worker._private_jobs`;
    expect(await database.rows({ text, values: [] })).toEqual([['0']]);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const { database } = await empty();
    let isOver = false;
    const writing = (async () => {
      for (let i = 0; !isOver; i += 1) {
        await org.system.transaction(async (within) => {
          const account = await within.create('Account', { Name: `Pair ${i}` });
          await within.create('Contact', { LastName: `Pair ${i}`, AccountId: account });
        });
      }
    })();
    const content = await backup().finally(() => {
      isOver = true;
      return writing;
    });
    await restore(database, content);
    const session = await openRestored(database);
    const count = async (object: string, field: string) =>
      (await session.rows<{ n: number }>(`SELECT COUNT(Id) n FROM ${object} WHERE ${field} LIKE 'Pair %'`))[0]
        ?.n;
    expect(await count('Account', 'Name')).toBe(await count('Contact', 'LastName'));
  });
});

describe('a backup as a file', () => {
  const parts = () => ({
    database: org.database,
    files,
    now: Date.now(),
    withJobs: true,
    onProgress: () => undefined,
  });
  const never = new AbortController().signal;

  it('is there when it is whole, for its owner alone, and replaces none', async () => {
    const path = join(folder, 'kept.tar.gz');
    await writeBackupFile(parts(), path, never);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(writeBackupFile(parts(), path, never)).rejects.toThrow(
      /is there already; nothing was written/,
    );
    const { database } = await empty();
    await restore(database, await readFile(path));
    expect(await readdir(folder)).not.toContainEqual(expect.stringMatching(/partial/));
  });

  it('leaves nothing when it is interrupted or cannot be written', async () => {
    const target = await mkdtemp(join(folder, 'cut-'));
    const interrupted = new AbortController();
    const onProgress = ({ share }: { readonly share: number }) => {
      if (share > 0.5) interrupted.abort(new Error('interrupted'));
    };
    const writing = writeBackupFile({ ...parts(), onProgress }, join(target, 'a.tar.gz'), interrupted.signal);
    await expect(writing).rejects.toThrow('interrupted');
    await expect(writeBackupFile(parts(), join(target, 'no', 'a.tar.gz'), never)).rejects.toThrow('ENOENT');
    expect(await readdir(target)).toEqual([]);
  });
});

describe('what is no whole backup of this version', () => {
  const refusals = async (content: Buffer, message: RegExp) => {
    const { database } = await empty();
    await expect(restore(database, content)).rejects.toThrow(message);
    expect(await listOrgs(database)).toEqual([]);
    const text = `select count(*) from pg_namespace where nspname like 'org_%'`;
    expect(await database.rows({ text, values: [] })).toEqual([['0']]);
  };

  it('is refused and leaves nothing: cut short, changed, foreign, newer', async () => {
    const good = await backup();
    await refusals(good.subarray(0, Math.floor(good.length * 0.7)), /damaged/);
    const plain = gunzipSync(good);
    const at = plain.indexOf('Unit 17\t');
    plain.write('Unit 71\t', at);
    await refusals(gzipSync(plain), /damaged: the rows of org_\w+\.account/);
    await refusals(Buffer.from('not a backup'), /damaged, or is no backup/);
    const newer = gunzipSync(good);
    newer.write('"format":9', newer.indexOf('"format":1'));
    await refusals(gzipSync(newer), /newer version/);
  });

  it('is refused where its end is missing, though it can be read', async () => {
    const plain = gunzipSync(await backup());
    const manifest = plain.indexOf('manifest.json');
    const cut = Buffer.concat([plain.subarray(0, manifest), Buffer.alloc(1024)]);
    await refusals(gzipSync(cut), /not whole/);
  });

  it('never replaces an agency', async () => {
    await expect(restore(org.database, await backup())).rejects.toThrow(/There is an agency already/);
  });
});
