import { quoteIdent } from '@muster/sql';
import type { Database, Transaction } from '../database.js';
import type { Migration } from './read-migrations.js';

/** Advisory lock that starters of any process take one after the other: two 32-bit numbers of our own. */
export const MIGRATION_LOCK = [0x6d757374, 1];

/**
 * Applies what is missing to one schema, each migration in a transaction of its own whose first write is its
 * number: two starters cannot both run it, and one that was killed leaves nothing behind.
 * @param table the schema's list of applied migrations, made when absent
 * @returns how many were applied
 */
export async function applyMigrations(
  database: Database,
  migrations: readonly Migration[],
  target: { readonly schema: string; readonly table: string },
): Promise<number> {
  const list = `${quoteIdent(target.schema)}.${quoteIdent(target.table)}`;
  const applied = await database.transaction((transaction) => readApplied(transaction, target.schema, list));
  let count = 0;
  for (const migration of migrations) {
    if (applied.has(migration.number)) continue;
    const done = await database.transaction(async (transaction) => {
      await lockMigrations(transaction);
      const inserted = await transaction.rows({
        text: `insert into ${list} (number, name) values ($1::int, $2) on conflict do nothing returning 1`,
        values: [migration.number, migration.name],
      });
      if (inserted.length === 0) return false;
      await transaction.script(inSchema(migration.sql, target.schema));
      return true;
    });
    if (done) count += 1;
  }
  return count;
}

async function readApplied(transaction: Transaction, schema: string, list: string): Promise<Set<number>> {
  await lockMigrations(transaction);
  await transaction.script(`
    create schema if not exists ${quoteIdent(schema)};
    create table if not exists ${list} (
      number integer primary key,
      name text not null,
      applied_at timestamptz not null default now()
    )`);
  const rows = await transaction.rows({ text: `select number from ${list}`, values: [] });
  return new Set(rows.map(([number]) => Number(number)));
}

async function lockMigrations(transaction: Transaction): Promise<void> {
  await transaction.script('set local statement_timeout = 0');
  await transaction.rows({ text: 'select pg_advisory_xact_lock($1::int, $2::int)', values: MIGRATION_LOCK });
}

/** `:org` stands for the schema; `::type` casts are left alone. */
function inSchema(sql: string, schema: string): string {
  return sql.replace(/(?<!:):org\b/g, () => quoteIdent(schema));
}
