import { MusterError } from '@muster/kernel';
import { quoteIdent } from '@muster/sql';
import type { SessionState } from '../session/session-state.js';

const KEY_PREFIX = '01g';

export interface QueryCursor {
  readonly id: string;
  readonly soql: string;
  readonly includeDeleted: boolean;
  readonly batchSize: number;
  readonly totalSize: number;
  /** The last id before each position, for queries in id order. */
  readonly positions: Readonly<Record<string, string>>;
  /** The ids of the whole answer in order, for ordered queries. */
  readonly ids: readonly string[] | undefined;
}

const table = (state: SessionState) => `${quoteIdent(state.engine.org.schema)}._query_cursor`;

/** Keeps a cursor for two days and gives its id. */
export async function createCursor(state: SessionState, cursor: Omit<QueryCursor, 'id'>): Promise<string> {
  const { engine, queryable, principal } = state;
  const [id] = await engine.ids.allocate(queryable, engine.org, KEY_PREFIX, 1);
  await queryable.rows({
    name: 'records.createCursor',
    text: `insert into ${table(state)} (id, user_id, soql, include_deleted, batch_size, total_size, positions, ids)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      id as string,
      principal.userId,
      cursor.soql,
      cursor.includeDeleted,
      cursor.batchSize,
      cursor.totalSize,
      JSON.stringify(cursor.positions),
      cursor.ids ?? null,
    ],
  });
  return id as string;
}

/** Remembers the id before a position, so that the same page can be asked for again. */
export async function addPosition(
  state: SessionState,
  id: string,
  position: number,
  lastId: string,
): Promise<void> {
  await state.queryable.rows({
    name: 'records.addPosition',
    text: `update ${table(state)} set positions = positions || jsonb_build_object($2::text, $3::text) where id = $1`,
    values: [id, String(position), lastId],
  });
}

/** @throws MusterError INVALID_QUERY_LOCATOR when there is none of this user, or it is older than two days. */
export async function loadCursor(state: SessionState, id: string): Promise<QueryCursor> {
  const [row] = await state.queryable.rows({
    name: 'records.loadCursor',
    text: `select soql, include_deleted, batch_size, total_size, positions, to_json(ids)
      from ${table(state)} where id = $1 and user_id = $2 and expires_at > now()`,
    values: [id, state.principal.userId],
  });
  if (row === undefined) throw new MusterError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const [soql, includeDeleted, batchSize, totalSize, positions, ids] = row;
  return {
    id,
    soql: soql ?? '',
    includeDeleted: includeDeleted === 't',
    batchSize: Number(batchSize),
    totalSize: Number(totalSize),
    positions: JSON.parse(positions ?? '{}') as Record<string, string>,
    ids: ids ? (JSON.parse(ids) as string[]) : undefined,
  };
}
