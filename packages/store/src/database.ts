import type { Statement } from '@muster/sql';

/** One row as PostgreSQL's wire text, in the order of the select list. Nothing is parsed on the way. */
export type TextRow = readonly (string | null)[];

/** Runs statements. Values go as parameters; a `name` keeps the statement prepared on the connection. */
export interface Queryable {
  /**
   * @throws MusterError for failures a caller can mend (lock not obtained, unique, foreign key, time-out), as
   * translated from SQLSTATE by `translate-sqlstate.ts`; Error for all others.
   */
  rows(statement: Statement & { readonly name?: string }): Promise<TextRow[]>;
}

export interface JobRequest {
  readonly task: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before this time, milliseconds. */
  readonly runAt?: number;
  /** A second request with the same key replaces the first while it waits. */
  readonly key?: string;
}

/** A transaction: jobs asked for and change rows written in it exist only if it commits. */
export interface Transaction extends Queryable {
  /** Runs statements without parameters and without rows, parted by semicolons: migrations and table changes. */
  script(sql: string): Promise<void>;
  addJob(job: JobRequest): Promise<void>;
  /** Runs when the commit is acknowledged; failures are logged, never thrown. */
  afterCommit(action: () => void): void;
  /** COPY FROM STDIN in text format into a table of the schema; gives the number of rows. */
  copyIn(
    target: { schema: string; table: string; columns: readonly string[] },
    rows: AsyncIterable<TextRow> | Iterable<TextRow>,
  ): Promise<number>;
  /** Runs `work` under a savepoint: its failure undoes only what it did. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

export interface Database extends Queryable {
  /** Commits when `work` resolves, rolls back when it rejects; serialisation and dead-lock failures are not retried. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** A read-only repeatable-read snapshot for several statements. */
  readSnapshot<T>(work: (queryable: Queryable) => Promise<T>): Promise<T>;
  /** Runs one statement that may not be in a transaction, such as a concurrent index build; it may take its time. */
  runAlone(sql: string): Promise<void>;
  close(): Promise<void>;
}
