import { setTimeout as sleep } from 'node:timers/promises';
import { secureRandom, silentLog } from '@muster/kernel';
import {
  appendChange,
  type Change,
  createOrg,
  type Org,
  readChangeHead,
  readChanges,
  runSequencer,
  trimChangeLog,
  watchChanges,
} from '@muster/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const DAY = 24 * 60 * 60 * 1000;
const newOrg = () => createOrg(db.database, { name: 'Other', random: secureRandom });
const sequencer = () => runSequencer({ database: db.database, log: silentLog, interval: 5 });
const rows = (text: string) => db.database.rows({ text, values: [] });

async function append(org: Org, ...ids: string[]): Promise<void> {
  await db.database.transaction((transaction) =>
    appendChange(transaction, org, { object: 'Contact', kind: 'update', ids, userId: '005' }),
  );
}

async function sequenced(org: Org): Promise<void> {
  while ((await rows(`select count(*) from ${org.schema}._change_pending`))[0]?.[0] !== '0') await sleep(5);
}

async function readAll(org: Org, after = 0): Promise<Change[]> {
  const found: Change[] = [];
  for (;;) {
    const read = await readChanges(db.database, org, { after: found.at(-1)?.position ?? after, limit: 7 });
    if (read.kind === 'reset') throw new Error('The log was reset.');
    if (read.changes.length === 0) return found;
    found.push(...read.changes);
  }
}

/** Ends the connection of whoever is the org's sequencer, as a crash of its process would. */
async function killSequencer(org: Org): Promise<number> {
  const killed = await db.database.rows({
    text: `select pg_terminate_backend(pid) from pg_locks
           where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
             and (classid::bigint << 32) + objid::bigint = hashtextextended($1, 3)`,
    values: [org.schema],
  });
  return killed.length;
}

test('a change comes back as it was written, in rows of at most 200 ids', async () => {
  const org = await newOrg();
  const ids = Array.from({ length: 450 }, (_, i) => `003-${i}`);
  const running = sequencer();
  await db.database.transaction(async (transaction) => {
    const values = { '003-1': { LastName: 'O\'Neill \\ "x"' }, '003-449': { LastName: null } };
    await appendChange(transaction, org, {
      object: 'Contact',
      kind: 'update',
      ids,
      fields: ['LastName'],
      values,
      userId: '005',
    });
    await appendChange(transaction, org, { object: 'Case', kind: 'create', ids: ['500'] });
    await appendChange(transaction, org, { object: 'Case', kind: 'create', ids: [] });
  });
  await sequenced(org);
  const changes = await readAll(org);
  expect(
    changes.map(({ position, object, kind, ids: { length } }) => [position, object, kind, length]),
  ).toEqual([
    [1, 'Contact', 'update', 200],
    [2, 'Contact', 'update', 200],
    [3, 'Contact', 'update', 50],
    [4, 'Case', 'create', 1],
  ]);
  expect(changes.slice(0, 3).flatMap((change) => change.ids)).toEqual(ids);
  expect(changes[0]).toMatchObject({
    fields: ['LastName'],
    userId: '005',
    values: { '003-1': { LastName: 'O\'Neill \\ "x"' } },
  });
  expect(changes[3]).toMatchObject({ fields: undefined, userId: undefined, values: undefined });
  expect(new Set(changes.map((change) => change.transactionId)).size).toBe(1);
  expect(Math.abs((changes[0]?.changedAt ?? 0) - Date.now())).toBeLessThan(DAY);
  await running.close();
});

describe('with concurrent writers, one of them slow, and sequencers that are killed,', () => {
  test('a reader sees every committed change exactly once, in order, at dense positions', async () => {
    const org = await newOrg();
    const sequencers = [sequencer(), sequencer()];
    const committed: string[] = [];
    const seen: Change[] = [];
    let writing = true;

    const slow = db.database.transaction(async (transaction) => {
      await appendChange(transaction, org, { object: 'Contact', kind: 'create', ids: ['slow'] });
      while (committed.length < 100) await sleep(5);
    });
    const writer = async (name: string) => {
      for (let i = 0; i < 40; i += 1) {
        const id = `${name}-${i}`;
        const isUndone = i % 10 === 3;
        await db.database
          .transaction(async (transaction) => {
            await appendChange(transaction, org, { object: 'Contact', kind: 'update', ids: [id] });
            await sleep(Math.random() * 8);
            if (isUndone) throw new Error('undone');
          })
          .catch(() => undefined);
        if (!isUndone) committed.push(id);
      }
    };
    const reader = async () => {
      while (writing || seen.length < committed.length) {
        seen.push(...(await readAll(org, seen.at(-1)?.position)));
        await sleep(3);
      }
    };
    const reading = reader();
    const writers = ['a', 'b', 'c', 'd', 'e'].map(writer);
    let killed = 0;
    while (killed < 4) {
      await sleep(40);
      killed += await killSequencer(org);
    }
    await sequencers[0]?.close();
    await Promise.all([...writers, slow]);
    committed.push('slow');
    writing = false;
    await reading;
    await sequencers[1]?.close();

    const ids = seen.flatMap((change) => change.ids);
    expect([...ids].sort()).toEqual([...committed].sort());
    expect(seen.map((change) => change.position)).toEqual(ids.map((_, i) => i + 1));
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const own = ids.filter((id) => id.startsWith(`${name}-`));
      expect(own).toEqual(committed.filter((id) => id.startsWith(`${name}-`)));
    }
  });
});

test('positions and changes without one survive a dump and its restore into another org', async () => {
  const org = await newOrg();
  const running = sequencer();
  await append(org, 'before-1');
  await append(org, 'before-2');
  await sequenced(org);
  await running.close();
  await append(org, 'pending');

  const restored = await newOrg();
  await db.database.transaction(async (transaction) => {
    await transaction.script(`delete from ${restored.schema}._change_head`);
    for (const table of ['_change_pending', '_change_log', '_change_head']) {
      const columns = (
        await transaction.rows({
          text: `select attname from pg_attribute where attrelid = $1::text::regclass and attnum > 0 order by attnum`,
          values: [`${org.schema}.${table}`],
        })
      ).map(([name]) => name ?? '');
      const dump = await transaction.rows({
        text: `select ${columns.map((c) => `"${c}"`).join()} from ${org.schema}.${table}`,
        values: [],
      });
      await transaction.copyIn({ schema: restored.schema, table, columns }, dump);
    }
  });
  const after = sequencer();
  await sequenced(restored);
  expect((await readAll(restored, 1)).map(({ position, ids }) => [position, ids])).toEqual([
    [2, ['before-2']],
    [3, ['pending']],
  ]);
  await after.close();
});

test('a reader whose place is forgotten, or never was, is told to begin again', async () => {
  const org = await newOrg();
  const running = sequencer();
  await append(org, 'old');
  await append(org, 'aging');
  await append(org, 'new');
  await sequenced(org);
  const age = (position: number, days: number) =>
    rows(
      `update ${org.schema}._change_log set values = '{}', sequenced_at = now() - interval '${days} days' where position = ${position}`,
    );
  await age(1, 31);
  await age(2, 4);
  await age(3, 1);
  await trimChangeLog(db.database, org, Date.now());

  const read = (after: number, needsValues = false) =>
    readChanges(db.database, org, { after, limit: 10, needsValues });
  expect(await read(0)).toEqual({ kind: 'reset', head: 3 });
  expect(await read(4)).toEqual({ kind: 'reset', head: 3 });
  expect(await read(1)).toMatchObject({
    changes: [
      { position: 2, values: undefined },
      { position: 3, values: {} },
    ],
  });
  expect(await read(1, true)).toEqual({ kind: 'reset', head: 3 });
  expect(await read(2, true)).toMatchObject({ changes: [{ position: 3 }] });
  expect(await read(3)).toMatchObject({ changes: [] });
  expect(await readChangeHead(db.database, org)).toBe(3);
  await running.close();
});

test('one notification tells watchers of the new head', async () => {
  const org = await newOrg();
  const heads: number[] = [];
  const watching = watchChanges(db.database, silentLog, (schema, head) => {
    if (schema === org.schema) heads.push(head);
  });
  const running = sequencer();
  for (let i = 0; heads.length === 0; i += 1) {
    await append(org, `${i}`);
    await sleep(20);
  }
  expect(heads[0]).toBeGreaterThan(0);
  await running.close();
  await watching.close();
});
