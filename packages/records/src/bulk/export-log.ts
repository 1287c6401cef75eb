import type { Clock, Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Database, Org } from '@muster/store';
import type { BulkQuery } from './bulk-queries.js';

const MOST_LISTED = 200;

/** Records that somebody took out as a file. */
export interface ExportEntry {
  readonly id: string;
  readonly userId: Id;
  readonly queryId: Id;
  /** Whether the query is still kept, so that the file can be made again. */
  readonly isKept: boolean;
  readonly object: string;
  readonly soql: string;
  readonly includesDeleted: boolean;
  readonly totalSize: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Remembers who took which records out. */
export interface ExportLog {
  /** Has to be there before the first byte leaves. */
  add(userId: Id, queries: readonly BulkQuery[]): Promise<void>;
  /** Newest first; everybody's when no user is named. */
  list(userId?: Id): Promise<readonly ExportEntry[]>;
}

/** Keeps the log in a table of the org's own. */
export function createExportLog({
  database,
  org,
  clock,
}: {
  readonly database: Database;
  readonly org: Org;
  readonly clock: Clock;
}): ExportLog {
  const schema = quoteIdent(org.schema);
  return {
    async add(userId, queries) {
      const at = new Date(clock.now()).toISOString();
      await database.rows({
        text: `insert into ${schema}._export_log (user_id, query_id, object, soql, includes_deleted, total_size, created_at)
          select $1, q.id, q.object, q.soql, q.operation = 'queryAll', q.total_size, $3
          from ${schema}._bulk_query q where q.id = any ($2::text[]) order by q.id`,
        values: [userId, queries.map(({ id }) => id), at],
      });
    },
    async list(userId) {
      const rows = await database.rows({
        text: `select e.number, e.user_id, e.query_id, q.id is not null, e.object, e.soql, e.includes_deleted,
            e.total_size, extract(epoch from e.created_at) * 1000
          from ${schema}._export_log e left join ${schema}._bulk_query q on q.id = e.query_id
          where $1::text is null or e.user_id = $1 order by e.number desc limit ${MOST_LISTED}`,
        values: [userId ?? null],
      });
      return rows.map(([id, user, query, isKept, object, soql, includesDeleted, totalSize, createdAt]) => ({
        id: id ?? '',
        userId: user ?? '',
        queryId: query ?? '',
        isKept: isKept === 't',
        object: object ?? '',
        soql: soql ?? '',
        includesDeleted: includesDeleted === 't',
        totalSize: Number(totalSize),
        createdAt: Math.round(Number(createdAt)),
      }));
    },
  };
}
