import { silentLog } from '@muster/kernel';
import { openDatabase } from '@muster/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
const sql = (text: string, ...values: (string | number | null)[]) => ({ text, values });

beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.rows(sql('create schema t'));
  await db.database.rows(sql('create table t.item (id integer primary key, name text)'));
});
afterAll(() => db.drop());

const count = async () => Number((await db.database.rows(sql('select count(*) from t.item')))[0]?.[0]);

describe('rows', () => {
  test('come as wire text in the order of the select list, whatever their type', async () => {
    const text = `select 1, 1.50::numeric(9,2), true, null, date '2026-02-14', timestamptz '2026-02-14 09:30:00+01', '{"a":1}'::jsonb`;
    expect(await db.database.rows(sql(text))).toEqual([
      ['1', '1.50', 't', null, '2026-02-14', '2026-02-14 08:30:00+00', '{"a": 1}'],
    ]);
  });

  test('a prepared statement survives a change of its table', async () => {
    const statement = { ...sql('select * from t.changing'), name: 'changing' };
    await db.database.rows(sql('create table t.changing (a integer)'));
    await db.database.rows(sql('insert into t.changing values (1)'));
    for (let i = 0; i < 3; i += 1) await db.database.rows(statement);
    await db.database.rows(sql('alter table t.changing add b text'));
    expect(await db.database.rows(statement)).toEqual([['1', null]]);
  });

  test('the same name may stand before different texts, as for two orgs', async () => {
    expect(await db.database.rows({ ...sql('select 1'), name: 'same' })).toEqual([['1']]);
    expect(await db.database.rows({ ...sql('select 2'), name: 'same' })).toEqual([['2']]);
  });

  test('a name that is not qualified is refused, so that no search path decides what is meant', async () => {
    await expect(db.database.rows(sql('select * from item'))).rejects.toThrow(
      'relation "item" does not exist',
    );
  });
});

describe('a transaction', () => {
  test('is undone when its work rejects, and its later actions do not run', async () => {
    let acted = false;
    const work = db.database.transaction(async (transaction) => {
      await transaction.rows(sql(`insert into t.item values (1, 'a')`));
      transaction.afterCommit(() => {
        acted = true;
      });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await count()).toBe(0);
    expect(acted).toBe(false);
  });

  test('runs its later actions once the commit is acknowledged, and one that fails harms nobody', async () => {
    const seen: number[] = [];
    await db.database.transaction(async (transaction) => {
      transaction.afterCommit(() => {
        throw new Error('ignored');
      });
      transaction.afterCommit(() => seen.push(1));
      await transaction.rows(sql(`insert into t.item values (2, 'b')`));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([1]);
  });

  test('a savepoint undoes only what was done under it', async () => {
    await db.database.transaction(async (transaction) => {
      await transaction.rows(sql(`insert into t.item values (10, 'kept')`));
      const failing = transaction.savepoint(async () => {
        await transaction.rows(sql(`insert into t.item values (11, 'undone')`));
        await transaction.rows(sql(`insert into t.item values (10, 'again')`));
      });
      await expect(failing).rejects.toMatchObject({ code: 'DUPLICATE_VALUE' });
      await transaction.savepoint(() => transaction.rows(sql(`insert into t.item values (12, 'kept')`)));
    });
    expect(await db.database.rows(sql('select id from t.item where id >= 10 order by id'))).toEqual([
      ['10'],
      ['12'],
    ]);
  });

  test('swallowing the failure of a statement does not pass for a commit', async () => {
    const work = db.database.transaction(async (transaction) => {
      await transaction.rows(sql('select 1/0')).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
  });

  test('gives back what its work throws, whatever code that carries', async () => {
    const failure = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    await expect(db.database.transaction(() => Promise.reject(failure))).rejects.toBe(failure);
  });

  test('takes nothing more once it is over', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await db.database.transaction(async (transaction) => {
      late = () => transaction.rows(sql('select 1'));
    });
    await expect(late?.()).rejects.toThrow('The transaction is over.');
  });

  test('keeps a job only if it commits', async () => {
    const jobs = sql('select task_identifier, key from graphile_worker.jobs order by 1');
    await db.database
      .transaction(async (transaction) => {
        await transaction.addJob({ task: 'lost', payload: {} });
        throw new Error('no');
      })
      .catch(() => undefined);
    await db.database.transaction(async (transaction) => {
      await transaction.addJob({ task: 'kept', payload: { a: 1 }, key: 'k', runAt: Date.now() + 60_000 });
      await transaction.addJob({ task: 'kept', payload: { a: 2 }, key: 'k', runAt: Date.now() + 60_000 });
    });
    expect(await db.database.rows(jobs)).toEqual([['kept', 'k']]);
  });

  test('copies rows in, whatever their text holds', async () => {
    await db.database.rows(sql('create table t.copied (a text, b text)'));
    const nasty = fc.string({
      unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '"', "'", ',', 'é', '🙂'),
    });
    const rows = fc.array(fc.tuple(fc.option(nasty), fc.option(nasty)), { maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(rows, async (wanted) => {
        const found = await db.database.transaction(async (transaction) => {
          await transaction.script('truncate t.copied');
          const target = { schema: 't', table: 'copied', columns: ['a', 'b'] };
          expect(await transaction.copyIn(target, wanted)).toBe(wanted.length);
          return transaction.rows(sql('select a, b from t.copied'));
        });
        expect(found).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  test('a source of rows that fails undoes the copy and leaves the transaction to be rolled back', async () => {
    async function* source() {
      yield ['1', 'a'] as const;
      throw new Error('line 2 is bad');
    }
    const target = { schema: 't', table: 'copied', columns: ['a', 'b'] };
    const before = await db.database.rows(sql('select count(*) from t.copied'));
    await expect(
      db.database.transaction((transaction) => transaction.copyIn(target, source())),
    ).rejects.toThrow('line 2 is bad');
    expect(await db.database.rows(sql('select count(*) from t.copied'))).toEqual(before);
  });
});

test('a snapshot sees one moment through all of its statements and writes nothing', async () => {
  await db.database.readSnapshot(async (snapshot) => {
    const before = await snapshot.rows(sql('select count(*) from t.item'));
    await db.database.rows(sql(`insert into t.item values (20, 'later')`));
    expect(await snapshot.rows(sql('select count(*) from t.item'))).toEqual(before);
    await expect(snapshot.rows(sql('delete from t.item'))).rejects.toThrow();
  });
});

describe('failures of PostgreSQL have our codes', () => {
  test('a unique conflict names its constraint', async () => {
    await db.database.rows(sql(`insert into t.item values (30, 'x')`));
    await expect(db.database.rows(sql(`insert into t.item values (30, 'x')`))).rejects.toMatchObject({
      code: 'DUPLICATE_VALUE',
      data: { schema: 't', table: 'item', constraint: 'item_pkey' },
    });
  });

  test('a lock that is not obtained', async () => {
    await db.database.transaction(async (holder) => {
      await holder.rows(sql('select * from t.item where id = 30 for update'));
      const other = db.database.rows(sql('select * from t.item where id = 30 for update nowait'));
      await expect(other).rejects.toMatchObject({ code: 'UNABLE_TO_LOCK_ROW' });
    });
  });

  test('a statement that runs out of time', async () => {
    const hurried = openDatabase({ target: db.target, log: silentLog, statementTimeout: 50 });
    await expect(hurried.rows(sql('select pg_sleep(10)'))).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
    await hurried.close();
  });

  test('a connection that is ended', async () => {
    const sleeping = db.database.transaction(async (transaction) => {
      const [row] = await transaction.rows(sql('select pg_backend_pid()'));
      await db.database.rows(sql('select pg_terminate_backend($1)', row?.[0] ?? null));
      await transaction.rows(sql('select 1'));
    });
    await expect(sleeping).rejects.toMatchObject({ code: 'SERVER_UNAVAILABLE' });
    expect(await db.database.rows(sql('select 1'))).toEqual([['1']]);
  });

  test('what is our own mistake stays an Error', async () => {
    const failure = await db.database.rows(sql('selec 1')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toHaveProperty('fields');
  });
});
