import { randomBytes } from 'node:crypto';
import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, listOrgs, type Org, openDatabase, type PooledDatabase } from '@muster/store';
import { administer } from './administer.js';
import { inDatabase } from './in-database.js';

export interface TestDatabase {
  readonly database: PooledDatabase;
  readonly target: ConnectionTarget;
  /** The org of the template. */
  readonly org: Org;
  /** Ends all connections and deletes the database. */
  drop(): Promise<void>;
}

/** A database with what the template has, on the same server; `drop` it in the end. */
export async function cloneDatabase(server: ConnectionTarget, template: string): Promise<TestDatabase> {
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template ${template}`);
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
