import type { Log } from '@muster/kernel';
import pg from 'pg';
import type { Database } from './database.js';
import { createRunStatement } from './run-statement.js';
import { runSnapshot, runTransaction } from './run-transaction.js';
import { isConnectionFailure, rethrowTranslated } from './translate-sqlstate.js';

/** Where the server is: a connection string, or the folder of a Unix socket with user and database. */
export type ConnectionTarget =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string };

export interface DatabaseOptions {
  readonly target: ConnectionTarget;
  readonly log: Log;
  /** What the connections are called in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Connections at most; 20 when not given. */
  readonly maxConnections?: number;
  /** Milliseconds a statement may run; 0, the default, for no limit. */
  readonly statementTimeout?: number;
  /** Milliseconds a new connection is tried for while the server is away or starting; 5,000 when not given. */
  readonly patience?: number;
}

/** A database and the pool beneath it, for the parts of this package that hold a connection of their own. */
export interface PooledDatabase extends Database {
  readonly pool: pg.Pool;
  /** A connection outside the pool, set up like the pool's; whoever asks for it ends it. */
  connect(): Promise<pg.Client>;
}

/** Statements a connection keeps prepared before it is replaced by a fresh one. */
const MAX_PREPARED = 1000;

/**
 * A pool on one database. Every connection speaks UTC, ISO dates and UTF-8 and has an empty search path, so that a
 * name that is not qualified fails at once. Needs session pooling: a transaction pooler in between is not supported.
 */
export function openDatabase(options: DatabaseOptions): PooledDatabase {
  const { target, log, maxConnections = 20, statementTimeout = 0, patience = 5_000 } = options;
  const { applicationName = `muster ${process.pid}` } = options;
  const connection: pg.ClientConfig = {
    ...target,
    application_name: applicationName,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  };
  const pool = new pg.Pool({
    ...connection,
    max: maxConnections,
    idleTimeoutMillis: 30_000,
    onConnect: (client) => prepareConnection(client, statementTimeout),
  });
  // A connection that dies between two statements says so by an event; the next statement fails anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (failure) => log.debug({ err: failure }, 'An idle database connection was lost.'));

  const run = createRunStatement();
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await connectPatiently(pool, patience).catch(rethrowTranslated);
    let isStale = false;
    try {
      return await work(client);
    } catch (failure) {
      isStale = isStalePlan(failure);
      throw failure;
    } finally {
      client.release(isStale || preparedCount(client) > MAX_PREPARED);
    }
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    await client.connect();
    await prepareConnection(client, statementTimeout);
    return client;
  };

  return {
    pool,
    connect,
    rows: (statement) =>
      retryStalePlan(() => withClient((client) => run(client, statement).catch(rethrowTranslated))),
    transaction: (work) => withClient((client) => runTransaction(client, run, log, work)),
    readSnapshot: (work) => withClient((client) => runSnapshot(client, run, work)),
    runAlone: async (sql) => {
      const client = await connect().catch(rethrowTranslated);
      try {
        await client.query('set statement_timeout = 0');
        await client.query(sql).catch(rethrowTranslated);
      } finally {
        await client.end();
      }
    },
    close: () => pool.end(),
  };
}

const SESSION_SETTINGS = `
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set search_path = pg_catalog;
  set jit = off;
`;

async function prepareConnection(client: pg.ClientBase, statementTimeout: number): Promise<void> {
  await client.query(`${SESSION_SETTINGS} set statement_timeout = ${Math.trunc(statementTimeout)}`);
}

/** Tries again while the server is away or starting: nothing has been sent yet, so nothing can happen twice. */
async function connectPatiently(pool: pg.Pool, patience: number): Promise<pg.PoolClient> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await pool.connect();
    } catch (failure) {
      if (!isConnectionFailure(failure) || Date.now() >= deadline || pool.ending) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A prepared statement outlived a change of its tables: it runs again on a connection that has not prepared it. */
async function retryStalePlan<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (failure) {
    if (!isStalePlan(failure)) throw failure;
    return run();
  }
}

function isStalePlan(failure: unknown): boolean {
  return failure instanceof Error && failure.message === 'cached plan must not change result type';
}

function preparedCount(client: pg.PoolClient): number {
  const { connection } = client as unknown as { connection: { parsedStatements: object } };
  return Object.keys(connection.parsedStatements).length;
}
