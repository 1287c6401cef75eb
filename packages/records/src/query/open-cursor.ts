import { MusterError } from '@muster/kernel';
import type { QueryPlan } from '@muster/soql';
import { call, column, param, type Select } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';
import { createCursor, type QueryCursor } from './query-cursor.js';
import { runSelect } from './run-select.js';

const MAX_STORED_IDS = 1_000_000;

/**
 * Makes the cursor of a query whose first page ends with `lastId`. In id order a page is found by the id before it;
 * queries with an order of their own, or an offset, keep their ids.
 * @throws MusterError QUERY_TOO_COMPLICATED for more ids than are kept
 */
export async function openCursor(
  state: SessionState,
  plan: QueryPlan,
  query: Pick<QueryCursor, 'soql' | 'includeDeleted' | 'batchSize'>,
  lastId: string,
): Promise<{ readonly id: string; readonly totalSize: number }> {
  const keepsIds = plan.ordered || plan.select.offset !== undefined;
  const ids = keepsIds ? await readIds(state, plan) : undefined;
  const totalSize = ids?.length ?? (await countRows(state, plan.select));
  const positions = ids ? {} : { [query.batchSize]: lastId };
  return { id: await createCursor(state, { ...query, totalSize, positions, ids }), totalSize };
}

/** A SELECT that gives at most so many rows. */
export function limited(select: Select, rows: number): Select {
  return Number.isFinite(rows) ? { ...select, limit: param(String(rows), 'bigint') } : select;
}

async function readIds(state: SessionState, plan: QueryPlan): Promise<string[]> {
  const id = { expr: column(plan.alias, 'id'), alias: 'id' };
  const cap = Math.min(plan.limit ?? MAX_STORED_IDS + 1, MAX_STORED_IDS + 1);
  const rows = await runSelect(state, { ...limited(plan.select, cap), columns: [id] });
  if (rows.length > MAX_STORED_IDS) {
    throw new MusterError(
      'QUERY_TOO_COMPLICATED',
      `An ordered query gives at most ${MAX_STORED_IDS} rows; narrow it or leave ORDER BY out`,
    );
  }
  return rows.map((row) => row[0] as string);
}

/** How many rows a SELECT would give, its LIMIT and OFFSET counted in. */
async function countRows(state: SessionState, select: Select): Promise<number> {
  const { orderBy: _order, columns: _columns, lock: _lock, ...rest } = select;
  const inner: Select = { ...rest, columns: [{ expr: param(1, 'integer'), alias: 'one' }] };
  const [row] = await runSelect(state, {
    kind: 'Select',
    columns: [{ expr: call('count', { kind: 'Star' }), alias: 'n' }],
    from: { kind: 'SubSelect', select: inner, alias: 'counted' },
    joins: [],
  });
  return Number(row?.[0] ?? 0);
}
