import { randomBytes } from 'node:crypto';
import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, listOrgs, type Org, openDatabase, type PooledDatabase } from '@muster/store';
import { inject } from 'vitest';
import { inDatabase } from './in-database.js';

export interface TestDatabase {
  readonly database: PooledDatabase;
  readonly target: ConnectionTarget;
  /** The org of the template. */
  readonly org: Org;
  /** Ends all connections and deletes the database. */
  drop(): Promise<void>;
}

/**
 * A database of a test file's own, cloned from the template of the run, or from another one: make it before all, drop
 * it after.
 */
export async function createTestDatabase(from?: string): Promise<TestDatabase> {
  const { target: server, template } = inject('testServer');
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template ${from ?? template}`);
  const target = inDatabase(server, name);
  const database = openDatabase({ target, log: silentLog });
  const [org] = await listOrgs(database);
  if (org === undefined) throw new Error('The template database has no org.');
  const drop = async () => {
    await database.close();
    await administer(server, `drop database ${name} with (force)`);
  };
  return { database, target, org, drop };
}

async function administer(target: ConnectionTarget, text: string): Promise<void> {
  const admin = openDatabase({ target, log: silentLog, maxConnections: 1 });
  try {
    await admin.rows({ text, values: [] });
  } finally {
    await admin.close();
  }
}
