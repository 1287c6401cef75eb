import type { ChildPlan, QueryPlan } from '@muster/soql';
import { and, anyOf, type Bindings, binary, call, column, type Expr, param, type Select } from '@muster/sql';
import type { TextRow } from '@muster/store';
import type { SessionState } from '../session/session-state.js';
import type { PreparedSelect } from './prepared-select.js';
import { runPrepared, runSelect } from './run-select.js';

/** How records are written: with urls below a base path for the API, or bare for domain logic. */
export interface RecordForm {
  readonly basePath: string | undefined;
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
  const rows = await runSelect(state, childSelect(child, parentIds));
  const written = await writeRows(state, child.plan, rows, form);
  const byParent = new Map<string, string[]>();
  rows.forEach((row, i) => {
    const parent = row[child.parentIdColumn] as string;
    const list = byParent.get(parent);
    const json = (written[i] as WrittenRecord).json;
    if (list) list.push(json);
    else byParent.set(parent, [json]);
  });
  for (const [parent, list] of byParent) lists.set(parent, childList(list, form));
  return lists;
}

function childList(records: readonly string[], form: RecordForm): string {
  const list = records.join(',');
  return form.basePath === undefined
    ? `[${list}]`
    : `{"totalSize":${records.length},"done":true,"records":[${list}]}`;
}

/** The children of many parents in one statement, LIMIT and OFFSET counted per parent. */
function childSelect(child: ChildPlan, parentIds: readonly string[]): Select {
  const { limit: _limit, offset: _offset, ...select } = child.plan.select;
  const where = and(select.where, anyOf(child.parentId, parentIds)) as Expr;
  const limit = child.plan.limit;
  if (limit === undefined && child.offset === 0) return { ...select, where };
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
      limit === undefined ? undefined : binary('<=', rank, param(child.offset + limit, 'bigint')),
    ) as Expr,
    orderBy: [{ expr: rank, direction: 'asc', nulls: 'last' }],
  };
}

/** How many rows a SELECT would give, its LIMIT and OFFSET counted in. */
export async function countRows(state: SessionState, select: Select): Promise<number> {
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
