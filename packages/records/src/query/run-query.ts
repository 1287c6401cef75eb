import { MusterError } from '@muster/kernel';
import type { QueryPlan } from '@muster/soql';
import { and, anyOf, binary, column, type Expr, param, type Select } from '@muster/sql';
import type { QueryAnswer, QueryOptions } from '../session/session.js';
import type { SessionState } from '../session/session-state.js';
import { limited, openCursor } from './open-cursor.js';
import { prepareSelect } from './prepared-select.js';
import { addPosition, loadCursor, type QueryCursor } from './query-cursor.js';
import { type RecordForm, readRecords, type WrittenRecord } from './read-records.js';
import { markViewed } from './recently-viewed.js';
import { runPrepared } from './run-select.js';

const MAX_BATCH = 2_000;
const MIN_BATCH = 200;
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
  const batchSize = Math.min(Math.max(options.batchSize ?? MAX_BATCH, MIN_BATCH), MAX_BATCH);
  const form: RecordForm = { basePath: options.basePath, childPage: { size: batchSize, includeDeleted } };
  const whole = () => plans.select(plan, 'all', () => plan.select);
  if (plan.kind === 'count') {
    const [row] = await runPrepared(state, whole());
    return answer(Number(row?.[0] ?? 0), []);
  }
  if (plan.kind === 'aggregate') {
    const records = await readRecords(state, plan, whole(), form);
    return answer(records.length, records);
  }
  const cap = Math.min(plan.limit ?? Number.POSITIVE_INFINITY, batchSize + 1);
  const select = plans.select(plan, `first ${cap}`, () => limited(plan.select, cap));
  const records = await readRecords(state, plan, select, form);
  const page = records.slice(0, batchSize);
  if (plan.marksViewed) await markViewed(state, idsOf(page));
  if (records.length <= batchSize) return answer(records.length, records);
  const lastId = (page.at(-1) as WrittenRecord).id;
  const cursor = await openCursor(state, plan, { soql, includeDeleted, batchSize }, lastId);
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
  const childPage = { size: cursor.batchSize, includeDeleted: cursor.includeDeleted };
  const form: RecordForm = { basePath: options.basePath, childPage };
  const records = cursor.ids
    ? await readByIds(state, plan, cursor.ids.slice(position, position + cursor.batchSize), form)
    : await readAfter(state, plan, cursor, position, form);
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

async function readAfter(
  state: SessionState,
  plan: QueryPlan,
  cursor: QueryCursor,
  position: number,
  form: RecordForm,
): Promise<WrittenRecord[]> {
  const lastId = cursor.positions[position];
  if (lastId === undefined) throw new MusterError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const after = binary('>', column(plan.alias, 'id'), param(lastId, 'text'));
  const rest = Math.min((plan.limit ?? Number.POSITIVE_INFINITY) - position, cursor.batchSize + 1);
  const select: Select = { ...limited(plan.select, rest), where: and(plan.select.where, after) as Expr };
  return readRecords(state, plan, prepareSelect(select), form);
}

/** The records of these ids, in this order; those gone or hidden since are left out. */
async function readByIds(
  state: SessionState,
  plan: QueryPlan,
  ids: readonly string[],
  form: RecordForm,
): Promise<WrittenRecord[]> {
  const { limit: _limit, offset: _offset, orderBy: _order, ...select } = plan.select;
  const where = and(select.where, anyOf(column(plan.alias, 'id'), ids)) as Expr;
  const prepared = prepareSelect({ ...select, where });
  const records = await readRecords(state, plan, prepared, form);
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const idsOf = (records: readonly WrittenRecord[]) => records.map(({ id }) => id);

function answer(totalSize: number, records: readonly WrittenRecord[], nextRecordsUrl?: string): QueryAnswer {
  const done = nextRecordsUrl === undefined;
  const next = done ? '' : `"nextRecordsUrl":"${nextRecordsUrl}",`;
  const json = `{"totalSize":${totalSize},"done":${done},${next}"records":[${records.map((r) => r.json).join(',')}]}`;
  return { json, totalSize, done };
}
