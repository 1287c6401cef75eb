import { join } from 'node:path';
import type { Log } from '@muster/kernel';
import { type EmbeddedServer, startEmbeddedServer } from './embedded/start-embedded-server.js';
import type { FileStore } from './files/file-store.js';
import { openLocalFileStore } from './files/open-local-file-store.js';
import { migrateDatabase } from './migrate/migrate-database.js';
import { openDatabase, type PooledDatabase } from './open-database.js';

export interface StoreConfig {
  /** A PostgreSQL server of one's own; without it the embedded one runs in the data folder. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly log: Log;
  /** Milliseconds a statement may run; no limit when not given. */
  readonly statementTimeout?: number;
  readonly maxConnections?: number;
  /** Leaves the database of an earlier version as it is. */
  readonly asItIs?: boolean;
}

/** Everything Muster keeps: the database, up to date, and the files. */
export interface Store {
  readonly database: PooledDatabase;
  readonly files: FileStore;
  readonly embedded: EmbeddedServer | undefined;
  close(): Promise<void>;
}

/**
 * Opens the store of a data folder, making what is missing.
 * @throws Error, with a sentence for the operator, when the database cannot be started, reached or used
 */
export async function startStore(config: StoreConfig): Promise<Store> {
  const { databaseUrl, dataDir, log, statementTimeout, maxConnections, asItIs = false } = config;
  const embedded = databaseUrl === undefined ? await startEmbeddedServer(dataDir, log) : undefined;
  const database = openDatabase({
    target: embedded?.target ?? { connectionString: databaseUrl ?? '' },
    log,
    ...(embedded && { applicationName: embedded.applicationName }),
    ...(statementTimeout !== undefined && { statementTimeout }),
    ...(maxConnections !== undefined && { maxConnections }),
  });
  const close = async () => {
    await database.close();
    await embedded?.leave();
  };
  try {
    if (!asItIs) await migrateDatabase(database, log);
    return { database, files: await openLocalFileStore(join(dataDir, 'files')), embedded, close };
  } catch (failure) {
    await close();
    throw failure;
  }
}
