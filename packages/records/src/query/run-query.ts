import { MusterError } from '@muster/kernel';
import type { QueryPlan } from '@muster/soql';
import { and, anyOf, binary, column, type Expr, param, type Select } from '@muster/sql';
import type { QueryAnswer, QueryOptions } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { prepareSelect } from './prepared-select.js';
import { addPosition, createCursor, loadCursor, type QueryCursor } from './query-cursor.js';
import { countRows, readRecords, type WrittenRecord } from './read-records.js';
import { runPrepared, runSelect } from './run-select.js';

const MAX_BATCH = 2_000;
const MIN_BATCH = 200;
const MAX_STORED_IDS = 1_000_000;
const LOCATOR = /^([0-9A-Za-z]{15,18})-(\d{1,10})$/;

/** The first page of a query, as JSON text. */
export async function runQuery(
  state: SessionState,
  soql: string,
  options: QueryOptions,
): Promise<QueryAnswer> {
  const includeDeleted = options.includeDeleted ?? false;
  const plan = state.engine.plans.plan(state, soql, includeDeleted);
  const { plans } = state.engine;
  const form = { basePath: options.basePath };
  const whole = () => plans.select(plan, 'all', () => plan.select);
  if (plan.kind === 'count') {
    const [row] = await runPrepared(state, whole());
    return answer(Number(row?.[0] ?? 0), []);
  }
  if (plan.kind === 'aggregate') {
    const records = await readRecords(state, plan, whole(), form);
    return answer(records.length, records);
  }
  const batchSize = Math.min(Math.max(options.batchSize ?? MAX_BATCH, MIN_BATCH), MAX_BATCH);
  const cap = Math.min(plan.limit ?? Number.POSITIVE_INFINITY, batchSize + 1);
  const select = plans.select(plan, `first ${cap}`, () => limited(plan.select, cap));
  const records = await readRecords(state, plan, select, form);
  if (records.length <= batchSize) return answer(records.length, records);
  const page = records.slice(0, batchSize);
  const cursor = await openCursor(state, plan, { soql, includeDeleted, batchSize }, page);
  return answer(cursor.totalSize, page, `${options.basePath}/query/${cursor.id}-${batchSize}`);
}

/**
 * A later page. The cursor names the query and where it stands; rights are those of now.
 * @throws MusterError INVALID_QUERY_LOCATOR
 */
export async function runQueryMore(
  state: SessionState,
  locator: string,
  options: QueryOptions,
): Promise<QueryAnswer> {
  const match = LOCATOR.exec(locator);
  if (match === null) throw new MusterError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const cursor = await loadCursor(state, match[1] as string);
  const position = Number(match[2]);
  const plan = state.engine.plans.plan(state, cursor.soql, cursor.includeDeleted);
  const records = cursor.ids
    ? await readByIds(state, plan, cursor.ids.slice(position, position + cursor.batchSize), options)
    : await readAfter(state, plan, cursor, position, options);
  const next = position + cursor.batchSize;
  if (cursor.ids ? next >= cursor.ids.length : records.length <= cursor.batchSize)
    return answer(cursor.totalSize, records);
  const page = records.slice(0, cursor.batchSize);
  if (!cursor.ids) await addPosition(state, cursor.id, next, (page.at(-1) as WrittenRecord).id);
  return answer(cursor.totalSize, page, `${options.basePath}/query/${cursor.id}-${next}`);
}

/** All rows of a query as values, for domain logic. */
export async function readRows(state: SessionState, soql: string): Promise<unknown[]> {
  const plan = state.engine.plans.plan(state, soql, false);
  if (plan.kind === 'count') throw new Error('rows() of COUNT(): select COUNT(Id) with an alias instead');
  const select = state.engine.plans.select(plan, 'all', () => plan.select);
  const records = await readRecords(state, plan, select, { basePath: undefined });
  return JSON.parse(`[${records.map((record) => record.json).join(',')}]`) as unknown[];
}

function limited(select: Select, rows: number): Select {
  return Number.isFinite(rows) ? { ...select, limit: param(String(rows), 'bigint') } : select;
}

async function openCursor(
  state: SessionState,
  plan: QueryPlan,
  query: Pick<QueryCursor, 'soql' | 'includeDeleted' | 'batchSize'>,
  page: readonly WrittenRecord[],
): Promise<{ readonly id: string; readonly totalSize: number }> {
  const keepsIds = plan.ordered || plan.select.offset !== undefined;
  const ids = keepsIds ? await readIds(state, plan) : undefined;
  const totalSize = ids?.length ?? (await countRows(state, plan.select));
  const lastId = (page.at(-1) as WrittenRecord).id;
  const positions = ids ? {} : { [query.batchSize]: lastId };
  return { id: await createCursor(state, { ...query, totalSize, positions, ids }), totalSize };
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

async function readAfter(
  state: SessionState,
  plan: QueryPlan,
  cursor: QueryCursor,
  position: number,
  options: QueryOptions,
): Promise<WrittenRecord[]> {
  const lastId = cursor.positions[position];
  if (lastId === undefined) throw new MusterError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const after = binary('>', column(plan.alias, 'id'), param(lastId, 'text'));
  const rest = Math.min((plan.limit ?? Number.POSITIVE_INFINITY) - position, cursor.batchSize + 1);
  const select: Select = { ...limited(plan.select, rest), where: and(plan.select.where, after) as Expr };
  return readRecords(state, plan, prepareSelect(select), { basePath: options.basePath });
}

/** The records of these ids, in this order; those gone or hidden since are left out. */
async function readByIds(
  state: SessionState,
  plan: QueryPlan,
  ids: readonly string[],
  options: QueryOptions,
): Promise<WrittenRecord[]> {
  const { limit: _limit, offset: _offset, orderBy: _order, ...select } = plan.select;
  const where = and(select.where, anyOf(column(plan.alias, 'id'), ids)) as Expr;
  const prepared = prepareSelect({ ...select, where });
  const records = await readRecords(state, plan, prepared, { basePath: options.basePath });
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function answer(totalSize: number, records: readonly WrittenRecord[], nextRecordsUrl?: string): QueryAnswer {
  const done = nextRecordsUrl === undefined;
  const next = done ? '' : `"nextRecordsUrl":"${nextRecordsUrl}",`;
  const json = `{"totalSize":${totalSize},"done":${done},${next}"records":[${records.map((r) => r.json).join(',')}]}`;
  return { json, totalSize, done };
}
