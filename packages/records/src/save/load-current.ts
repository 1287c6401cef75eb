import { recordScope } from '@muster/access';
import { columnName, tableName, VERSION_COLUMN } from '@muster/metadata';
import { and, anyOf, column, type Expr, FALSE, type Select } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

const ALIAS = 'r';

/** Locks the rows of an update or delete in id order, loads them, and refuses those out of reach. */
export async function loadCurrent(batch: SaveBatch): Promise<void> {
  if (batch.kind === 'insert') return;
  refuseRepeatedIds(batch);
  const rows = liveRows(batch);
  const ids = rows.map((row) => row.id as string);
  if (ids.length === 0) return;
  const columns = batch.object.fields.map(columnName);
  const within = recordScope(accessOf(batch), batch.object, ALIAS, 'edit');
  const seen = recordScope(accessOf(batch), batch.object, ALIAS, 'read');
  const select: Select = {
    kind: 'Select',
    columns: [...columns, VERSION_COLUMN].map((name) => ({ expr: column(ALIAS, name), alias: name })),
    from: {
      kind: 'Table',
      schema: batch.state.engine.org.schema,
      name: tableName(batch.object),
      alias: ALIAS,
    },
    joins: [],
    where: anyOf(column(ALIAS, 'id'), ids),
    orderBy: [{ expr: column(ALIAS, 'id'), direction: 'asc', nulls: 'last' }],
    lock: 'update',
  };
  const found = new Map<string, ReadonlyMap<string, string | null>>();
  for (const values of await runSelect(batch.state, select)) {
    const row = new Map([...columns, VERSION_COLUMN].map((name, i) => [name, values[i] ?? null]));
    found.set(row.get('id') as string, row);
  }
  const editable = await reachable(batch, ids, within);
  const visible = within === seen ? editable : await reachable(batch, ids, seen);
  for (const row of rows) judge(row, found, editable, visible);
}

function judge(
  row: SaveRow,
  found: ReadonlyMap<string, ReadonlyMap<string, string | null>>,
  editable: ReadonlySet<string>,
  visible: ReadonlySet<string>,
): void {
  const id = row.id as string;
  const current = found.get(id);
  if (current === undefined || !(visible.has(id) || editable.has(id))) {
    refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  } else if (current.get('isdeleted') === 't') {
    refuse(row, 'ENTITY_IS_DELETED', 'entity is deleted');
  } else if (!editable.has(id)) {
    refuse(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  } else if (
    row.input.ifVersion !== undefined &&
    String(row.input.ifVersion) !== current.get(VERSION_COLUMN)
  ) {
    refuse(row, 'PRECONDITION_FAILED', 'The record was changed since it was read; nothing was saved');
  }
  row.previous = current;
}

async function reachable(
  batch: SaveBatch,
  ids: readonly string[],
  scope: Expr | undefined,
): Promise<Set<string>> {
  if (scope === undefined) return new Set(ids);
  if (scope === FALSE) return new Set();
  const rows = await runSelect(batch.state, {
    kind: 'Select',
    columns: [{ expr: column(ALIAS, 'id'), alias: 'id' }],
    from: {
      kind: 'Table',
      schema: batch.state.engine.org.schema,
      name: tableName(batch.object),
      alias: ALIAS,
    },
    joins: [],
    where: and(anyOf(column(ALIAS, 'id'), ids), scope) as Expr,
  });
  return new Set(rows.map((row) => row[0] as string));
}

function refuseRepeatedIds(batch: SaveBatch): void {
  const seen = new Set<string>();
  for (const row of liveRows(batch)) {
    if (row.id === undefined) refuse(row, 'MISSING_ARGUMENT', 'Id not specified in an update call');
    else if (!row.id.startsWith(batch.object.keyPrefix)) {
      refuse(row, 'MALFORMED_ID', `${batch.object.label} ID: id value of incorrect type: ${row.id}`, ['Id']);
    } else if (seen.has(row.id)) refuse(row, 'INVALID_OPERATION', `duplicate id in list: ${row.id}`);
    else seen.add(row.id);
  }
}

function accessOf({ state }: SaveBatch) {
  return {
    snapshot: state.snapshot,
    principal: state.principal,
    rights: state.rights,
    schema: state.engine.org.schema,
  };
}
