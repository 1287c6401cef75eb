import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Queryable, TextRow } from '@muster/store';
import type { BulkOperation, BulkState, CsvForm } from './bulk-job.js';
import { type BulkJobs, type BulkJobsOptions, type BulkOwner, KEY_PREFIX } from './bulk-jobs.js';
import type { BulkQueries } from './bulk-queries.js';

const BATCH_PREFIX = '751';

/** How batches are read from text of any kind: as CSV of this form. */
export const BATCH_FORM: CsvForm = { columnDelimiter: 'COMMA', lineEnding: 'LF' };

export interface NewBatchJob {
  readonly object: string;
  readonly operation: BulkOperation | 'query' | 'queryAll';
  readonly externalIdField: string | undefined;
  readonly contentType: 'CSV' | 'JSON' | 'XML';
  readonly concurrencyMode: 'Parallel' | 'Serial';
  readonly apiVersion: number;
}

/** A job of Bulk API 1.0: batches that are sent one by one until it is closed. */
export interface BatchJob extends NewBatchJob {
  readonly id: Id;
  readonly userId: Id;
  readonly purpose: string;
  readonly state: 'Open' | 'Closed' | 'Aborted';
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface Batch {
  readonly id: Id;
  readonly jobId: Id;
  /** Hash of what was sent, in the file store. */
  readonly request: string;
  /** The job or query of the engine that does the work. */
  readonly workId: Id | undefined;
  readonly state: BulkState | 'NotProcessed';
  readonly errorMessage: string | undefined;
  readonly processed: number;
  readonly failed: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** The rows of a load, as the engine reads them. */
export interface NewLoadBatch {
  readonly request: string;
  /** Hash of the rows as CSV of `BATCH_FORM`. */
  readonly content: string;
  readonly lineEnding: CsvForm['lineEnding'];
}

/** Jobs of Bulk API 1.0 of one org; each user has their own. */
export interface BulkBatches {
  create(owner: BulkOwner, job: NewBatchJob): Promise<BatchJob>;
  find(id: Id, userId: Id): Promise<BatchJob | undefined>;
  close(id: Id): Promise<void>;
  /** Ends what has not begun, and what runs after the chunk at hand. */
  abort(id: Id): Promise<void>;
  addLoad(job: BatchJob, batch: NewLoadBatch): Promise<Batch>;
  addQuery(
    job: BatchJob,
    batch: { readonly request: string; readonly soql: string; readonly totalSize: number },
  ): Promise<Batch>;
  /** A batch that others take the place of. */
  addUnprocessed(job: BatchJob, request: string): Promise<Batch>;
  list(jobId: Id): Promise<readonly Batch[]>;
}

const JOB_COLUMNS = `id, user_id, purpose, object, operation, external_id_field, content_type, concurrency_mode, api_version,
  state, extract(epoch from created_at) * 1000, extract(epoch from modified_at) * 1000`;

/** Keeps the jobs and batches of Bulk API 1.0; the work is done by those of Bulk API 2.0. */
export function createBulkBatches(
  { database, org, ids, clock }: BulkJobsOptions,
  jobs: BulkJobs,
  queries: BulkQueries,
): BulkBatches {
  const schema = quoteIdent(org.schema);
  const now = () => new Date(clock.now()).toISOString();

  const setState = async (id: Id, state: BatchJob['state']): Promise<void> => {
    await database.rows({
      text: `update ${schema}._bulk_batch_job set state = $2, modified_at = $3 where id = $1`,
      values: [id, state, now()],
    });
  };
  const keep = async (jobId: Id, request: string, workId: Id | null): Promise<Batch> => {
    const [id] = await ids.allocate(database, org, BATCH_PREFIX, 1);
    await database.rows({
      text: `insert into ${schema}._bulk_batch (id, job_id, request, work_id, created_at) values ($1, $2, $3, $4, $5)`,
      values: [id as Id, jobId, request, workId, now()],
    });
    const [row] = await readBatches(database, schema, 'b.id = $1', id as Id);
    return row as Batch;
  };

  return {
    async create({ userId, purpose }, job) {
      const [id] = await ids.allocate(database, org, KEY_PREFIX, 1);
      const [row] = await database.rows({
        text: `insert into ${schema}._bulk_batch_job (id, user_id, purpose, object, operation, external_id_field,
            content_type, concurrency_mode, api_version, state, created_at, modified_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'Open', $10, $10) returning ${JOB_COLUMNS}`,
        values: [
          id as Id,
          userId,
          purpose,
          job.object,
          job.operation,
          job.externalIdField ?? null,
          job.contentType,
          job.concurrencyMode,
          job.apiVersion,
          now(),
        ],
      });
      return readJob(row as TextRow);
    },

    async find(id, userId) {
      const [row] = await database.rows({
        text: `select ${JOB_COLUMNS} from ${schema}._bulk_batch_job where id = $1 and user_id = $2`,
        values: [id, userId],
      });
      return row && readJob(row);
    },

    close: (id) => setState(id, 'Closed'),

    async abort(id) {
      await setState(id, 'Aborted');
      for (const { workId } of await readBatches(database, schema, 'b.job_id = $1', id)) {
        if (workId !== undefined) await jobs.abort(workId);
      }
    },

    async addLoad(job, { request, content, lineEnding }) {
      if (job.operation === 'query' || job.operation === 'queryAll') throw new Error('A query is no load');
      const { object, operation, externalIdField, apiVersion } = job;
      const work = await jobs.create(job, {
        object,
        operation,
        externalIdField,
        apiVersion,
        ...BATCH_FORM,
        lineEnding,
        isBatch: true,
      });
      await jobs.upload(work.id, content);
      const batch = await keep(job.id, request, work.id);
      await jobs.close(work.id);
      return batch;
    },

    async addQuery({ id, userId, object, operation, apiVersion }, { request, soql, totalSize }) {
      if (operation !== 'query' && operation !== 'queryAll') throw new Error('A load is no query');
      const work = await queries.create(userId, {
        object,
        operation,
        soql,
        apiVersion,
        totalSize,
        ...BATCH_FORM,
        isBatch: true,
      });
      return keep(id, request, work.id);
    },

    addUnprocessed: ({ id }, request) => keep(id, request, null),
    list: (jobId) => readBatches(database, schema, 'b.job_id = $1', jobId),
  };
}

/** Batches with how far the work on each is. A query is answered as soon as it is made. */
async function readBatches(
  queryable: Queryable,
  schema: string,
  condition: 'b.id = $1' | 'b.job_id = $1',
  id: Id,
): Promise<readonly Batch[]> {
  const rows = await queryable.rows({
    text: `select b.id, b.job_id, b.request, b.work_id,
        coalesce(j.state, case when q.is_aborted then 'Aborted' when q.id is not null then 'JobComplete' end, 'NotProcessed'),
        j.error_message, coalesce(j.processed, q.total_size, 0), coalesce(j.failed, 0),
        extract(epoch from b.created_at) * 1000, extract(epoch from coalesce(j.modified_at, b.created_at)) * 1000
      from ${schema}._bulk_batch b
      left join ${schema}._bulk_job j on j.id = b.work_id
      left join ${schema}._bulk_query q on q.id = b.work_id
      where ${condition} order by b.id`,
    values: [id],
  });
  return rows.map(
    ([batchId, jobId, request, workId, state, errorMessage, processed, failed, createdAt, modifiedAt]) => ({
      id: batchId ?? '',
      jobId: jobId ?? '',
      request: request ?? '',
      workId: workId ?? undefined,
      state: state as Batch['state'],
      errorMessage: errorMessage ?? undefined,
      processed: Number(processed),
      failed: Number(failed),
      createdAt: Math.round(Number(createdAt)),
      modifiedAt: Math.round(Number(modifiedAt)),
    }),
  );
}

function readJob(row: TextRow): BatchJob {
  const [id, userId, purpose, object, operation, externalIdField, contentType, concurrencyMode, ...rest] =
    row;
  const [apiVersion, state, createdAt, modifiedAt] = rest;
  return {
    id: id ?? '',
    userId: userId ?? '',
    purpose: purpose ?? '',
    object: object ?? '',
    operation: operation as BatchJob['operation'],
    externalIdField: externalIdField ?? undefined,
    contentType: contentType as BatchJob['contentType'],
    concurrencyMode: concurrencyMode as BatchJob['concurrencyMode'],
    apiVersion: Number(apiVersion),
    state: state as BatchJob['state'],
    createdAt: Math.round(Number(createdAt)),
    modifiedAt: Math.round(Number(modifiedAt)),
  };
}
