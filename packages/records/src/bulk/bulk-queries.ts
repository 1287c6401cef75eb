import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { TextRow } from '@muster/store';
import type { CsvForm } from './bulk-job.js';
import { type BulkJobsOptions, KEY_PREFIX } from './bulk-jobs.js';

const MOST_LISTED = 1_000;

export interface NewBulkQuery extends CsvForm {
  readonly object: string;
  readonly operation: 'query' | 'queryAll';
  readonly soql: string;
  /** 60 for `v60.0`. */
  readonly apiVersion: number;
  /** Records there were when the query was made. */
  readonly totalSize: number;
  /** Whether it is a batch of Bulk API 1.0, which is shown in no list of queries. */
  readonly isBatch?: boolean;
}

/** A query whose answer is fetched as CSV. */
export interface BulkQuery extends NewBulkQuery {
  readonly id: Id;
  readonly userId: Id;
  readonly isAborted: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The bulk queries of one org; each user has their own. */
export interface BulkQueries {
  create(userId: Id, query: NewBulkQuery): Promise<BulkQuery>;
  find(id: Id, userId: Id): Promise<BulkQuery | undefined>;
  /** Newest first. */
  list(userId: Id): Promise<readonly BulkQuery[]>;
  abort(id: Id): Promise<void>;
  remove(id: Id): Promise<void>;
}

const COLUMNS = `id, user_id, object, operation, soql, column_delimiter, line_ending, api_version, is_aborted,
  total_size, extract(epoch from created_at) * 1000`;

/** Keeps bulk queries in the org's own tables. */
export function createBulkQueries({ database, org, ids, clock }: BulkJobsOptions): BulkQueries {
  const table = `${quoteIdent(org.schema)}._bulk_query`;
  return {
    async create(userId, query) {
      const [id] = await ids.allocate(database, org, KEY_PREFIX, 1);
      const [row] = await database.rows({
        text: `insert into ${table} (id, user_id, object, operation, soql, column_delimiter, line_ending, api_version,
            total_size, created_at, is_batch)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COLUMNS}`,
        values: [
          id as Id,
          userId,
          query.object,
          query.operation,
          query.soql,
          query.columnDelimiter,
          query.lineEnding,
          query.apiVersion,
          query.totalSize,
          new Date(clock.now()).toISOString(),
          query.isBatch ?? false,
        ],
      });
      return readQuery(row as TextRow);
    },

    async find(id, userId) {
      const [row] = await database.rows({
        text: `select ${COLUMNS} from ${table} where id = $1 and user_id = $2`,
        values: [id, userId],
      });
      return row && readQuery(row);
    },

    async list(userId) {
      const rows = await database.rows({
        text: `select ${COLUMNS} from ${table} where user_id = $1 and not is_batch order by id desc limit ${MOST_LISTED}`,
        values: [userId],
      });
      return rows.map(readQuery);
    },

    async abort(id) {
      await database.rows({ text: `update ${table} set is_aborted = true where id = $1`, values: [id] });
    },

    async remove(id) {
      await database.rows({ text: `delete from ${table} where id = $1`, values: [id] });
    },
  };
}

function readQuery(row: TextRow): BulkQuery {
  const [id, userId, object, operation, soql, columnDelimiter, lineEnding, ...rest] = row;
  const [apiVersion, isAborted, totalSize, createdAt] = rest;
  return {
    id: id ?? '',
    userId: userId ?? '',
    object: object ?? '',
    operation: operation as BulkQuery['operation'],
    soql: soql ?? '',
    columnDelimiter: columnDelimiter as BulkQuery['columnDelimiter'],
    lineEnding: lineEnding as BulkQuery['lineEnding'],
    apiVersion: Number(apiVersion),
    isAborted: isAborted === 't',
    totalSize: Number(totalSize),
    createdAt: Math.round(Number(createdAt)),
  };
}
