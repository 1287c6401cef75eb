import { randomBytes } from 'node:crypto';
import { silentLog } from '@muster/kernel';
import { type ConnectionTarget, migrateDatabase, openDatabase, type PooledDatabase } from '@muster/store';
import { administer } from './administer.js';
import { inDatabase } from './in-database.js';

export interface EmptyDatabase {
  readonly database: PooledDatabase;
  readonly target: ConnectionTarget;
  drop(): Promise<void>;
}

/** A database on the same server, brought up to this version, without an org; `drop` it in the end. */
export async function createEmptyDatabase(server: ConnectionTarget): Promise<EmptyDatabase> {
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template template0 encoding 'UTF8'`);
  const target = inDatabase(server, name);
  const database = openDatabase({ target, log: silentLog });
  await migrateDatabase(database, silentLog);
  const drop = async () => {
    await database.close();
    await administer(server, `drop database ${name} with (force)`);
  };
  return { database, target, drop };
}
