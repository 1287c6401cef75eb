import type { Log } from '@muster/kernel';
import { MusterError } from '@muster/kernel';
import pg from 'pg';
import type { Database, Queryable, Transaction } from './database.js';
import { createRunStatement, type RunStatement } from './run-statement.js';
import { openTransaction } from './transaction.js';
import { isConnectionFailure, translateSqlstate } from './translate-sqlstate.js';

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
    const client = await connectPatiently(pool, patience);
    let broken = false;
    try {
      return await work(client);
    } catch (failure) {
      broken = isConnectionFailure(failure) || isStalePlan(failure);
      throw failure;
    } finally {
      client.release(broken || preparedCount(client) > MAX_PREPARED);
    }
  };

  return {
    pool,
    connect: async () => {
      const client = new pg.Client(connection);
      client.on('error', () => undefined);
      await client.connect();
      await prepareConnection(client, statementTimeout);
      return client;
    },
    rows: (statement) => retryStalePlan(() => withClient((client) => run(client, statement))).catch(rethrow),
    transaction: (work) => withClient((client) => inTransaction(client, run, log, work)).catch(rethrow),
    readSnapshot: (work) => withClient((client) => inSnapshot(client, run, work)).catch(rethrow),
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

async function inTransaction<T>(
  client: pg.PoolClient,
  run: RunStatement,
  log: Log,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { transaction, end } = openTransaction(client, run);
  await client.query('begin isolation level read committed');
  let result: T;
  try {
    result = await work(transaction);
  } catch (failure) {
    await end();
    await client.query('rollback').catch(() => undefined);
    throw failure;
  }
  const actions = await end();
  await commit(client);
  for (const action of actions) {
    try {
      action();
    } catch (failure) {
      log.error({ err: failure }, 'An action after commit failed.');
    }
  }
  return result;
}

async function commit(client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    command = (await client.query('commit')).command;
  } catch (failure) {
    if (!isConnectionFailure(failure)) throw failure;
    const message =
      'The connection was lost while the change was being saved. It may or may not have been saved; look before repeating it.';
    throw new MusterError('SERVER_UNAVAILABLE', message, { data: { outcome: 'unknown' }, cause: failure });
  }
  if (command !== 'COMMIT') throw new Error('The transaction had already failed and was rolled back.');
}

async function inSnapshot<T>(
  client: pg.PoolClient,
  run: RunStatement,
  work: (queryable: Queryable) => Promise<T>,
): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await work({ rows: (statement) => run(client, statement).catch(rethrow) });
  } finally {
    await client.query('rollback').catch(() => undefined);
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

function rethrow(failure: unknown): never {
  throw translateSqlstate(failure);
}
