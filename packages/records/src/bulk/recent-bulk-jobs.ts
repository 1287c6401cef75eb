import type { Id } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { Org, Queryable } from '@muster/store';

/** A load of many records as those who look after the system see it, whoever asked for it. */
export interface BulkJobSummary {
  readonly id: Id;
  readonly userId: Id;
  readonly object: string;
  readonly operation: string;
  readonly state: string;
  readonly processed: number;
  readonly failed: number;
  readonly errorMessage: string | undefined;
  /** Milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

const MOST_LISTED = 200;

/** The newest loads of an org. */
export async function recentBulkJobs(queryable: Queryable, org: Org): Promise<readonly BulkJobSummary[]> {
  const rows = await queryable.rows({
    text: `select id, user_id, object, operation, state, processed, failed, error_message,
        extract(epoch from created_at) * 1000, extract(epoch from modified_at) * 1000
      from ${quoteIdent(org.schema)}._bulk_job order by id desc limit ${MOST_LISTED}`,
    values: [],
  });
  return rows.map(
    ([id, userId, object, operation, state, processed, failed, errorMessage, created, modified]) => ({
      id: id ?? '',
      userId: userId ?? '',
      object: object ?? '',
      operation: operation ?? '',
      state: state ?? '',
      processed: Number(processed),
      failed: Number(failed),
      errorMessage: errorMessage ?? undefined,
      createdAt: Math.round(Number(created)),
      modifiedAt: Math.round(Number(modified)),
    }),
  );
}
