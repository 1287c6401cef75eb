import { type Reach, recordScope } from '@muster/access';
import { columnName, tableName, VERSION_COLUMN } from '@muster/metadata';
import { anyOf, column, TRUE } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { readStoredVersion } from '../query/stored-version.js';
import { liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

const ALIAS = 'r';

/** A stored row, and whether the writer may change it, or at least see it. */
interface Current {
  readonly values: ReadonlyMap<string, string | null>;
  readonly isEditable: boolean;
  readonly isVisible: boolean;
}

/** Locks the rows of every save but an insert in id order, loads them, and refuses those out of reach. */
export async function loadCurrent(batch: SaveBatch): Promise<void> {
  if (batch.kind === 'insert') return;
  refuseRepeatedIds(batch);
  const rows = liveRows(batch);
  if (rows.length === 0) return;
  const found = await lockRows(
    batch,
    rows.map((row) => row.id as string),
  );
  for (const row of rows) judge(batch, row, found.get(row.id as string));
}

async function lockRows(batch: SaveBatch, ids: readonly string[]): Promise<ReadonlyMap<string, Current>> {
  const { object, state } = batch;
  const names = [...object.fields.map(columnName), VERSION_COLUMN];
  const reach = (kind: Reach) => recordScope(accessOf(batch), object, ALIAS, kind) ?? TRUE;
  const rows = await runSelect(state, {
    kind: 'Select',
    columns: [
      ...names.map((name) => ({ expr: column(ALIAS, name), alias: name })),
      { expr: reach('edit'), alias: '_editable' },
      { expr: reach('read'), alias: '_visible' },
    ],
    from: { kind: 'Table', schema: state.engine.org.schema, name: tableName(object), alias: ALIAS },
    joins: [],
    where: anyOf(column(ALIAS, 'id'), ids),
    orderBy: [{ expr: column(ALIAS, 'id'), direction: 'asc', nulls: 'last' }],
    lock: 'update',
  });
  return new Map(
    rows.map((row) => {
      const values = new Map(names.map((name, i) => [name, row[i] ?? null]));
      const isEditable = row[names.length] === 't';
      const isVisible = isEditable || row[names.length + 1] === 't';
      return [values.get('id') as string, { values, isEditable, isVisible }];
    }),
  );
}

function judge(batch: SaveBatch, row: SaveRow, current: Current | undefined): void {
  if (current?.isVisible !== true) {
    refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  } else if (isInBin(current) !== expectsBin(batch)) {
    if (expectsBin(batch)) refuse(row, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
    else refuse(row, 'ENTITY_IS_DELETED', 'entity is deleted');
  } else if (!current.isEditable) {
    refuse(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  } else if (!isAsExpected(batch, row, current)) {
    refuse(row, 'PRECONDITION_FAILED', 'The record was changed since it was read; nothing was saved');
  }
  row.previous = current?.values;
}

const isInBin = ({ values }: Current) => values.get('isdeleted') === 't';

const expectsBin = ({ kind }: SaveBatch) => kind === 'undelete' || kind === 'purge';

/** Whether the stored row is the one the writer read, where the writer asks for that. */
function isAsExpected({ onlyIf }: SaveBatch, { input }: SaveRow, { values }: Current): boolean {
  const stored = readStoredVersion(values.get(VERSION_COLUMN), values.get('systemmodstamp'));
  return (input.ifVersion === undefined || input.ifVersion === stored.version) && (onlyIf?.(stored) ?? true);
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
