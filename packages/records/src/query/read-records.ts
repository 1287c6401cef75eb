import type { ChildPlan, QueryPlan } from '@muster/soql';
import { and, anyOf, type Bindings, binary, column, type Expr, param, type Select } from '@muster/sql';
import type { TextRow } from '@muster/store';
import type { SessionState } from '../session/session-state.js';
import { openCursor } from './open-cursor.js';
import type { PreparedSelect } from './prepared-select.js';
import { runPrepared, runSelect } from './run-select.js';

/** How records are written: with urls below a base path for the API, or bare for domain logic. */
export interface RecordForm {
  readonly basePath: string | undefined;
  /** How many children of one parent are written, the others being left to a cursor; absent: all. */
  readonly childPage?: { readonly size: number; readonly includeDeleted: boolean };
}

export interface WrittenRecord {
  /** Empty for rows that are groups. */
  readonly id: string;
  readonly json: string;
}

/** Runs a SELECT of a plan and writes its rows, children included: one statement per level, not per record. */
export async function readRecords(
  state: SessionState,
  plan: QueryPlan,
  select: PreparedSelect,
  form: RecordForm,
  bindings?: Bindings,
): Promise<WrittenRecord[]> {
  return writeRows(state, plan, await runPrepared(state, select, bindings), form);
}

async function writeRows(
  state: SessionState,
  plan: QueryPlan,
  rows: readonly TextRow[],
  form: RecordForm,
): Promise<WrittenRecord[]> {
  const idColumn = plan.idColumn;
  const ids = idColumn === undefined ? [] : rows.map((row) => row[idColumn] as string);
  const lists: ReadonlyMap<string, string>[] = [];
  for (const child of plan.children) lists.push(await readChildren(state, child, ids, form));
  const empty = form.basePath === undefined ? '[]' : 'null';
  const write = state.engine.plans.writer(plan, form.basePath);
  const childText = (index: number, id: string) => lists[index]?.get(id) ?? empty;
  return rows.map((row, i) => ({ id: ids[i] ?? '', json: write(row, childText) }));
}

/** Child lists by parent id, as JSON text. */
async function readChildren(
  state: SessionState,
  child: ChildPlan,
  parentIds: readonly string[],
  form: RecordForm,
): Promise<Map<string, string>> {
  const lists = new Map<string, string>();
  if (parentIds.length === 0) return lists;
  const rows = await runSelect(state, childSelect(child, parentIds, form.childPage?.size));
  const written = await writeRows(state, child.plan, rows, form);
  const byParent = new Map<string, WrittenRecord[]>();
  rows.forEach((row, i) => {
    const parent = row[child.parentIdColumn] as string;
    const list = byParent.get(parent);
    const record = written[i] as WrittenRecord;
    if (list) list.push(record);
    else byParent.set(parent, [record]);
  });
  for (const [parent, list] of byParent) lists.set(parent, await childList(state, child, parent, list, form));
  return lists;
}

/** The list of one parent; when it goes on past a page, with a cursor over the query that gives it by itself. */
async function childList(
  state: SessionState,
  child: ChildPlan,
  parentId: string,
  records: readonly WrittenRecord[],
  { basePath, childPage }: RecordForm,
): Promise<string> {
  if (basePath === undefined) return `[${records.map((record) => record.json).join(',')}]`;
  if (childPage === undefined || records.length <= childPage.size) return listText(records, records.length);
  const { size, includeDeleted } = childPage;
  const page = records.slice(0, size);
  const soql = child.soqlOf(parentId);
  const plan = state.engine.plans.plan(state, soql, includeDeleted);
  const query = { soql, includeDeleted, batchSize: size };
  const { id, totalSize } = await openCursor(state, plan, query, (page.at(-1) as WrittenRecord).id);
  return listText(page, totalSize, `${basePath}/query/${id}-${size}`);
}

function listText(records: readonly WrittenRecord[], totalSize: number, nextRecordsUrl?: string): string {
  const next = nextRecordsUrl === undefined ? '' : `"nextRecordsUrl":"${nextRecordsUrl}",`;
  const list = records.map((record) => record.json).join(',');
  return `{"totalSize":${totalSize},"done":${nextRecordsUrl === undefined},${next}"records":[${list}]}`;
}

/** The children of many parents in one statement, LIMIT and OFFSET counted per parent; one more than a page holds. */
function childSelect(child: ChildPlan, parentIds: readonly string[], pageSize?: number): Select {
  const { limit: _limit, offset: _offset, ...select } = child.plan.select;
  const where = and(select.where, anyOf(child.parentId, parentIds)) as Expr;
  const most = Math.min(
    child.plan.limit ?? Number.POSITIVE_INFINITY,
    (pageSize ?? Number.POSITIVE_INFINITY) + 1,
  );
  if (most === Number.POSITIVE_INFINITY && child.offset === 0) return { ...select, where };
  const { orderBy = [], ...unordered } = select;
  const number: Expr = {
    kind: 'Window',
    function: 'row_number',
    partitionBy: [child.parentId],
    orderBy,
  };
  const inner: Select = { ...unordered, where, columns: [...select.columns, { expr: number, alias: 'n' }] };
  const rank = column('ranked', 'n');
  return {
    kind: 'Select',
    columns: select.columns.map(({ alias }) => ({ expr: column('ranked', alias), alias })),
    from: { kind: 'SubSelect', select: inner, alias: 'ranked' },
    joins: [],
    where: and(
      binary('>', rank, param(child.offset, 'bigint')),
      Number.isFinite(most) ? binary('<=', rank, param(child.offset + most, 'bigint')) : undefined,
    ) as Expr,
    orderBy: [{ expr: rank, direction: 'asc', nulls: 'last' }],
  };
}
