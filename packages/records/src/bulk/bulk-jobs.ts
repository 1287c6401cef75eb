import type { Clock, Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, IdAllocator, Org, Queryable, TextRow, Transaction } from '@muster/store';
import type { BulkJob, BulkState, NewBulkJob } from './bulk-job.js';
import { jobColumns, readJob } from './bulk-job-row.js';
import type { PastRow } from './keep-past.js';

/** Ids of jobs of both kinds begin with it. */
export const KEY_PREFIX = '750';
const MOST_LISTED = 1_000;

/** The task that works on a job. */
export const BULK_TASK = 'platform.bulk-ingest';

/** Lines of the result files of some rows. */
export interface ChunkResults {
  readonly successful: string;
  readonly failed: string;
  /** Of a batch: what became of each row, a line of JSON each, and nothing in the other two. */
  readonly inOrder: string;
  readonly processedCount: number;
  readonly failedCount: number;
  readonly createdCount: number;
  readonly errors: readonly RowError[];
  /** What the rows did; nothing is kept of those that cannot be taken back. */
  readonly past?: readonly PastRow[];
}

/** Why a row was refused. */
export interface RowError {
  /** 1 for the first row below the header. */
  readonly row: number;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
  }[];
}

/** Who asks for jobs: each user has their own. */
export interface BulkOwner {
  readonly userId: Id;
  readonly purpose: string;
}

/** The bulk jobs of one org. */
export interface BulkJobs {
  create(owner: BulkOwner, job: NewBulkJob): Promise<BulkJob>;
  /** A job of this user; of anybody when no user is named. */
  find(id: Id, userId?: Id): Promise<BulkJob | undefined>;
  /** Newest first; everybody's when no user is named. */
  list(userId?: Id): Promise<readonly BulkJob[]>;
  /** Asks for a job that takes back what another did; undefined when there is one already. */
  undo(owner: BulkOwner, job: BulkJob): Promise<BulkJob | undefined>;
  /** Keeps the upload of an open job; false when it is no longer open or has one. */
  upload(id: Id, content: string): Promise<boolean>;
  /** Hands the job over to be worked on; false when it was not open. */
  close(id: Id): Promise<boolean>;
  /** False when the job had ended already. */
  abort(id: Id): Promise<boolean>;
  remove(id: Id): Promise<void>;
  begin(id: Id): Promise<void>;
  end(id: Id, state: 'JobComplete' | 'Failed', errorMessage?: string): Promise<void>;
  /** The number of chunks that are done. */
  chunksDone(id: Id): Promise<number>;
  /** Keeps the results of a chunk with what it saved; false, and nothing is kept, when the job is no longer in progress. */
  addChunk(transaction: Transaction, id: Id, number: number, results: ChunkResults): Promise<boolean>;
  /** The lines of a result file, chunk after chunk. */
  results(id: Id, kind: 'successful' | 'failed' | 'in_order'): Promise<readonly string[]>;
  /** The same, one chunk in memory at a time. */
  eachResult(id: Id, kind: 'successful' | 'failed'): AsyncIterable<string>;
  /** The first rows that were refused. */
  errors(id: Id, limit: number): Promise<readonly RowError[]>;
  /** What a chunk did. */
  past(id: Id, number: number): Promise<readonly PastRow[]>;
}

export interface BulkJobsOptions {
  readonly database: Database;
  readonly org: Org;
  readonly ids: IdAllocator;
  readonly clock: Clock;
}

/** Keeps bulk jobs in the org's own tables. */
export function createBulkJobs({ database, org, ids, clock }: BulkJobsOptions): BulkJobs {
  const schema = quoteIdent(org.schema);
  const jobs = `${schema}._bulk_job`;
  const chunks = `${schema}._bulk_chunk`;
  const columns = jobColumns(jobs);
  const now = () => new Date(clock.now()).toISOString();
  const resultOf = async (id: Id, kind: string, number: number): Promise<string | undefined> => {
    const [row] = await database.rows({
      text: `select ${kind} from ${chunks} where job_id = $1 and number = $2`,
      values: [id, number],
    });
    return row?.[0] ?? undefined;
  };
  const addTask = (transaction: Transaction, id: Id) =>
    transaction.addJob({ task: BULK_TASK, payload: { jobId: id }, key: `bulk ${id}` });

  /** Sets columns of a job that is in one of these states. */
  const change = async (
    queryable: Queryable,
    id: Id,
    from: readonly BulkState[],
    sets: string,
    values: readonly (string | null)[] = [],
  ): Promise<boolean> => {
    const rows = await queryable.rows({
      text: `update ${jobs} set ${sets}, modified_at = $2 where id = $1 and state = any ($3::text[]) returning id`,
      values: [id, now(), from, ...values],
    });
    return rows.length > 0;
  };

  return {
    async create({ userId, purpose }, job) {
      const [id] = await ids.allocate(database, org, KEY_PREFIX, 1);
      const [row] = await database.rows({
        text: `insert into ${jobs} as j (id, user_id, purpose, object, operation, external_id_field, column_delimiter,
            line_ending, api_version, is_batch, options, state, created_at, modified_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, $12::jsonb, 'Open', $10, $10) returning ${columns}`,
        values: [
          id as Id,
          userId,
          purpose,
          job.object,
          job.operation,
          job.externalIdField ?? null,
          job.columnDelimiter,
          job.lineEnding,
          job.apiVersion,
          now(),
          job.isBatch ?? false,
          JSON.stringify(job.options ?? {}),
        ],
      });
      return readJob(row as TextRow);
    },

    async find(id, userId) {
      const [row] = await database.rows({
        text: `select ${columns} from ${jobs} j where id = $1 and ($2::text is null or user_id = $2)`,
        values: [id, userId ?? null],
      });
      return row && readJob(row);
    },

    async list(userId) {
      const rows = await database.rows({
        text: `select ${columns} from ${jobs} j where ($1::text is null or user_id = $1) and not is_batch
          order by j.id desc limit ${MOST_LISTED}`,
        values: [userId ?? null],
      });
      return rows.map(readJob);
    },

    undo: ({ userId, purpose }, { id: undoes, object, columnDelimiter, lineEnding, apiVersion }) =>
      database.transaction(async (transaction) => {
        const [id] = await ids.allocate(transaction, org, KEY_PREFIX, 1);
        const [row] = await transaction.rows({
          text: `insert into ${jobs} as j (id, user_id, purpose, object, operation, undoes, column_delimiter, line_ending,
              api_version, state, created_at, modified_at)
            values ($1, $2, $3, $4, 'undo', $5, $6, $7, $8, 'UploadComplete', $9, $9)
            on conflict do nothing returning ${columns}`,
          values: [id as Id, userId, purpose, object, undoes, columnDelimiter, lineEnding, apiVersion, now()],
        });
        if (row === undefined) return undefined;
        await addTask(transaction, id as Id);
        return readJob(row);
      }),

    upload: (id, content) =>
      database
        .rows({
          text: `update ${jobs} set content = $2, modified_at = $3
            where id = $1 and state = 'Open' and content is null returning id`,
          values: [id, content, now()],
        })
        .then((rows) => rows.length > 0),

    close: (id) =>
      database.transaction(async (transaction) => {
        const isClosed = await change(transaction, id, ['Open'], `state = 'UploadComplete'`);
        if (isClosed) await addTask(transaction, id);
        return isClosed;
      }),

    abort: (id) => change(database, id, ['Open', 'UploadComplete', 'InProgress'], `state = 'Aborted'`),

    async remove(id) {
      await database.rows({ text: `delete from ${jobs} where id = $1`, values: [id] });
    },

    async begin(id) {
      await change(
        database,
        id,
        ['UploadComplete', 'InProgress'],
        `state = 'InProgress', started_at = coalesce(started_at, $2)`,
      );
    },

    async end(id, state, errorMessage) {
      await change(database, id, ['UploadComplete', 'InProgress'], 'state = $4, error_message = $5', [
        state,
        errorMessage ?? null,
      ]);
    },

    async chunksDone(id) {
      const [row] = await database.rows({
        text: `select count(*) from ${chunks} where job_id = $1`,
        values: [id],
      });
      return Number(row?.[0] ?? 0);
    },

    async addChunk(transaction, id, number, results) {
      const { processedCount, failedCount, createdCount } = results;
      const counts = [processedCount, failedCount, createdCount].map(String);
      const sets =
        'processed = processed + $4::bigint, failed = failed + $5::bigint, created = created + $6::bigint';
      if (!(await change(transaction, id, ['InProgress'], sets, counts))) return false;
      await transaction.rows({
        text: `insert into ${chunks} (job_id, number, successful, failed, in_order, errors, past)
          values ($1, $2, $3, $4, $5, $6, $7)`,
        values: [
          id,
          number,
          results.successful,
          results.failed,
          results.inOrder,
          JSON.stringify(results.errors),
          JSON.stringify(results.past ?? []),
        ],
      });
      return true;
    },

    async results(id, kind) {
      const rows = await database.rows({
        text: `select ${kind} from ${chunks} where job_id = $1 order by number`,
        values: [id],
      });
      return rows.map((row) => row[0] ?? '');
    },

    async *eachResult(id, kind) {
      for (let number = 1; ; number += 1) {
        const lines = await resultOf(id, kind, number);
        if (lines === undefined) return;
        yield lines;
      }
    },

    async errors(id, limit) {
      const rows = await database.rows({
        text: `select errors from ${chunks} where job_id = $1 and errors <> '[]' order by number limit $2`,
        values: [id, limit],
      });
      return rows.flatMap(([errors]) => JSON.parse(errors ?? '[]') as RowError[]).slice(0, limit);
    },

    past: async (id, number) => JSON.parse((await resultOf(id, 'past', number)) ?? '[]') as PastRow[],
  };
}
