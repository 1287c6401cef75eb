import { FOLD_FROM, FOLD_TO, fold, secureRandom, silentLog, tryParseId } from '@muster/kernel';
import {
  createIdAllocator,
  createOrg,
  findOrg,
  findOrgByHost,
  findOrgByUsername,
  migrateDatabase,
  openDatabase,
} from '@muster/store';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDatabase } from '../../support/in-database.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const sql = (text: string, ...values: (string | null | readonly string[])[]) => ({ text, values });

describe('orgs', () => {
  test('are found by id in both lengths, by host and by username in any case', async () => {
    const other = await createOrg(db.database, {
      name: 'Other',
      host: 'Other.Example',
      random: secureRandom,
    });
    await db.database.rows(
      sql(
        `insert into directory.username values (muster.fold($1), $2, '005000000000001AAA')`,
        'José@x.example',
        other.id,
      ),
    );
    expect(await findOrg(db.database, other.id)).toEqual(other);
    expect(await findOrg(db.database, other.id.slice(0, 15))).toEqual(other);
    expect(await findOrg(db.database, 'x')).toBeUndefined();
    expect(await findOrgByHost(db.database, 'OTHER.example')).toEqual(other);
    expect(await findOrgByHost(db.database, 'elsewhere.example')).toEqual(db.org);
    expect(await findOrgByUsername(db.database, 'JOSÉ@X.example')).toEqual(other);
    expect(await findOrgByUsername(db.database, 'nobody@x.example')).toBeUndefined();
  });

  test('starting several times at once brings a fresh database up to date once', async () => {
    const name = `muster_fresh_${Date.now()}`;
    await db.database.rows(sql(`create database ${name}`));
    const target = inDatabase(db.target, name);
    const starters = [1, 2, 3].map(() => openDatabase({ target, log: silentLog, maxConnections: 2 }));
    await Promise.all(starters.map((starter) => migrateDatabase(starter, silentLog)));
    expect(await starters[0]?.rows(sql('select count(*) from muster.migration'))).toEqual(
      await db.database.rows(sql('select count(*) from muster.migration')),
    );
    await Promise.all(starters.map((starter) => starter.close()));
    await db.database.rows(sql(`drop database ${name} with (force)`));
  });
});

describe('ids', () => {
  test('of several processes ascend in each and never meet', async () => {
    await db.database.rows(sql(`create sequence "${db.org.schema}"."_id_a0X"`));
    const allocators = [createIdAllocator(), createIdAllocator(), createIdAllocator()];
    const counts = [1, 255, 1, 600, 3, 256, 40];
    const batches = await Promise.all(
      counts.map((count, i) => allocators[i % 3]?.allocate(db.database, db.org, 'a0X', count) ?? []),
    );
    const all = batches.flat();
    expect(batches.map((batch) => batch.length)).toEqual(counts);
    expect(new Set(all).size).toBe(all.length);
    for (const batch of batches) expect([...batch].sort()).toEqual(batch);
    for (const id of all) {
      expect(tryParseId(id)).toBe(id);
      expect(id.slice(0, 5)).toBe(`a0X${db.org.pod}`);
    }
  });
});

describe('folding', () => {
  test('in PostgreSQL is the folding of the kernel', async () => {
    const letters = [...FOLD_FROM, ...FOLD_TO, ...'AZaz[`{Kß'];
    const rows = await db.database.rows(
      sql(
        'select muster.fold(letter) from unnest($1::text[]) with ordinality as t (letter, n) order by n',
        letters,
      ),
    );
    expect(rows.map(([folded]) => folded)).toEqual(letters.map(fold));
    const texts = fc.array(fc.string({ unit: fc.constantFrom(...letters, ' ', '🙂', '漢') }), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const found = await db.database.rows(
          sql(
            'select muster.fold(text) from unnest($1::text[]) with ordinality as t (text, n) order by n',
            given,
          ),
        );
        expect(found.map(([folded]) => folded)).toEqual(given.map(fold));
      }),
      { numRuns: 30 },
    );
  });

  test('is put in line, so that an index on it serves equality, order and the beginning of a text', async () => {
    await db.database.rows(sql(`create table "${db.org.schema}".folded (name text collate "C")`));
    await db.database.rows(
      sql(`insert into "${db.org.schema}".folded select 'Ñame ' || n from generate_series(1, 5000) n`),
    );
    await db.database.rows(sql(`create index on "${db.org.schema}".folded (muster.fold(name))`));
    await db.database.rows(sql(`analyze "${db.org.schema}".folded`));
    const plan = async (rest: string) =>
      (await db.database.rows(sql(`explain select * from "${db.org.schema}".folded ${rest}`)))
        .flat()
        .join('\n');
    expect(await plan(`where muster.fold(name) = muster.fold('ÑAME 7')`)).toContain('Index');
    expect(await plan(`where muster.fold(name) like muster.fold('ÑAME 77%')`)).toContain('Index Cond');
    expect(await plan('order by muster.fold(name) limit 10')).toContain('Index Scan');
  });

  test('orders a text column alike in a database with another collation', async () => {
    const name = `muster_icu_${Date.now()}`;
    await db.database.rows(
      sql(
        `create database ${name} template template0 locale_provider icu icu_locale 'en-US' encoding 'UTF8'`,
      ),
    );
    const other = openDatabase({ target: inDatabase(db.target, name), log: silentLog, maxConnections: 2 });
    await migrateDatabase(other, silentLog);
    await other.rows(sql('create table muster.t (name text collate "C")'));
    await other.rows(
      sql(`insert into muster.t select unnest($1::text[])`, ['ä', 'Z', 'a', 'B', 'a-c', 'ab']),
    );
    const rows = await other.rows(sql('select name from muster.t order by muster.fold(name)'));
    expect(rows.flat()).toEqual(['a', 'a-c', 'ab', 'B', 'Z', 'ä']);
    await other.close();
    await db.database.rows(sql(`drop database ${name} with (force)`));
  });
});
