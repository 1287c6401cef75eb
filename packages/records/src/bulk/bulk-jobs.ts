import type { Clock, Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, IdAllocator, Org, Queryable, TextRow, Transaction } from '@muster/store';
import type { BulkJob, BulkState, NewBulkJob } from './bulk-job.js';

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
  /** Newest first. */
  list(userId: Id): Promise<readonly BulkJob[]>;
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
}

export interface BulkJobsOptions {
  readonly database: Database;
  readonly org: Org;
  readonly ids: IdAllocator;
  readonly clock: Clock;
}

const COLUMNS = `id, user_id, purpose, object, operation, external_id_field, column_delimiter, line_ending, api_version,
  state, content, error_message, processed, failed, extract(epoch from created_at) * 1000,
  extract(epoch from modified_at) * 1000, extract(epoch from started_at) * 1000, is_batch`;

/** Keeps bulk jobs in the org's own tables. */
export function createBulkJobs({ database, org, ids, clock }: BulkJobsOptions): BulkJobs {
  const schema = quoteIdent(org.schema);
  const jobs = `${schema}._bulk_job`;
  const chunks = `${schema}._bulk_chunk`;
  const now = () => new Date(clock.now()).toISOString();

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
        text: `insert into ${jobs} (id, user_id, purpose, object, operation, external_id_field, column_delimiter,
            line_ending, api_version, is_batch, state, created_at, modified_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11, 'Open', $10, $10) returning ${COLUMNS}`,
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
        ],
      });
      return readJob(row as TextRow);
    },

    async find(id, userId) {
      const [row] = await database.rows({
        text: `select ${COLUMNS} from ${jobs} where id = $1 and ($2::text is null or user_id = $2)`,
        values: [id, userId ?? null],
      });
      return row && readJob(row);
    },

    async list(userId) {
      const rows = await database.rows({
        text: `select ${COLUMNS} from ${jobs} where user_id = $1 and not is_batch order by id desc limit ${MOST_LISTED}`,
        values: [userId],
      });
      return rows.map(readJob);
    },

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
        if (isClosed)
          await transaction.addJob({ task: BULK_TASK, payload: { jobId: id }, key: `bulk ${id}` });
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
      const counts = [String(results.processedCount), String(results.failedCount)];
      const sets = 'processed = processed + $4::bigint, failed = failed + $5::bigint';
      if (!(await change(transaction, id, ['InProgress'], sets, counts))) return false;
      await transaction.rows({
        text: `insert into ${chunks} (job_id, number, successful, failed, in_order) values ($1, $2, $3, $4, $5)`,
        values: [id, number, results.successful, results.failed, results.inOrder],
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
  };
}

function readJob(row: TextRow): BulkJob {
  const [id, userId, purpose, object, operation, externalIdField, columnDelimiter, lineEnding, ...rest] = row;
  const [
    apiVersion,
    state,
    content,
    errorMessage,
    processed,
    failed,
    createdAt,
    modifiedAt,
    startedAt,
    isBatch,
  ] = rest;
  return {
    id: id ?? '',
    userId: userId ?? '',
    purpose: purpose ?? '',
    object: object ?? '',
    operation: operation as BulkJob['operation'],
    externalIdField: externalIdField ?? undefined,
    columnDelimiter: columnDelimiter as BulkJob['columnDelimiter'],
    lineEnding: lineEnding as BulkJob['lineEnding'],
    apiVersion: Number(apiVersion),
    state: state as BulkState,
    content: content ?? undefined,
    errorMessage: errorMessage ?? undefined,
    processed: Number(processed),
    failed: Number(failed),
    createdAt: Math.round(Number(createdAt)),
    modifiedAt: Math.round(Number(modifiedAt)),
    startedAt: startedAt === null || startedAt === undefined ? undefined : Math.round(Number(startedAt)),
    isBatch: isBatch === 't',
  };
}
