import { fold } from '@muster/kernel';
import { columnName, type FieldDef, fieldType, tableName } from '@muster/metadata';
import { and, anyOf, call, column, type Expr, not, TRUE } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

/** Unique fields: neither a stored record nor an earlier one of the batch holds the value, compared without case. */
export async function checkUnique(batch: SaveBatch): Promise<void> {
  for (const field of batch.object.fields.filter((candidate) => candidate.unique)) {
    const name = columnName(field);
    const rows = liveRows(batch).filter((row) => changes(row, name) && row.values.get(name) !== null);
    if (rows.length > 0) await checkField(batch, field, rows);
  }
}

async function checkField(batch: SaveBatch, field: FieldDef, rows: readonly SaveRow[]): Promise<void> {
  const name = columnName(field);
  const folds = fieldType(field).foldsCase;
  const keyOf = (row: SaveRow) => {
    const value = row.values.get(name) as string;
    return folds ? fold(value) : value;
  };
  const holders = await findHolders(batch, field, rows.map(keyOf));
  for (const row of rows) {
    const key = keyOf(row);
    const holder = holders.get(key);
    if (holder !== undefined && holder.id !== row.id) refuseDuplicate(row, field, holder);
    else holders.set(key, { id: row.id as string, isVisible: true });
  }
}

/** The record that has a value already. */
interface Holder {
  readonly id: string;
  readonly isVisible: boolean;
}

async function findHolders(
  batch: SaveBatch,
  field: FieldDef,
  keys: readonly string[],
): Promise<Map<string, Holder>> {
  const { engine, visibility } = batch.state;
  const raw = column('u', columnName(field));
  const compared: Expr = fieldType(field).foldsCase ? call('fold', raw) : raw;
  const rows = await runSelect(batch.state, {
    kind: 'Select',
    columns: [
      { expr: compared, alias: 'k' },
      { expr: column('u', 'id'), alias: 'id' },
      { expr: visibility.scope(batch.object, 'u') ?? TRUE, alias: 'visible' },
    ],
    from: { kind: 'Table', schema: engine.org.schema, name: tableName(batch.object), alias: 'u' },
    joins: [],
    where: and(anyOf(compared, keys), not(column('u', 'isdeleted'))) as Expr,
  });
  return new Map(
    rows.map(([key, id, visible]) => [key as string, { id: id as string, isVisible: visible === 't' }]),
  );
}

/** A record out of the writer's reach is not named, as with Salesforce. */
function refuseDuplicate(row: SaveRow, field: FieldDef, { id, isVisible }: Holder): void {
  const [name, holder] = isVisible ? [field.name, id] : ['<unknown>', '<unknown>'];
  refuse(
    row,
    'DUPLICATE_VALUE',
    `duplicate value found: ${name} duplicates value on record with id: ${holder}`,
  );
}
