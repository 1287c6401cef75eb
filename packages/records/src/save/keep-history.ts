import {
  columnName,
  type FieldDef,
  fieldType,
  findHistory,
  type ObjectDef,
  tableName,
} from '@muster/metadata';
import { quoteIdent } from '@muster/sql';
import { changes, liveRows, type SaveBatch, type SaveRow } from './batch.js';

/** Characters of a value that are kept; longer texts are only said to have changed. */
const LONGEST = 255;

interface Entry {
  readonly parent: string;
  readonly field: string;
  readonly dataType: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Keeps what became of tracked fields, for objects that ask for it: who, when, the value before and after. */
export async function keepHistory(batch: SaveBatch): Promise<void> {
  const history = findHistory(batch.state.snapshot, batch.object);
  if (history === undefined) return;
  const tracked = batch.object.fields.filter((field) => field.trackHistory);
  const entries = liveRows(batch).flatMap((row) => entriesOf(batch, row, tracked));
  if (entries.length > 0) await writeEntries(batch, history, entries);
}

function entriesOf(batch: SaveBatch, row: SaveRow, tracked: readonly FieldDef[]): readonly Entry[] {
  const parent = row.id as string;
  if (batch.kind === 'insert')
    return [{ parent, field: 'created', dataType: null, before: null, after: null }];
  return tracked
    .filter((field) => changes(row, columnName(field)))
    .map((field) => ({
      parent,
      field: field.name,
      dataType: field.type,
      before: shown(field, row.previous?.get(columnName(field)) ?? null),
      after: shown(field, row.values.get(columnName(field)) ?? null),
    }));
}

/** Secrets and long texts are said to have changed, without their contents. */
function shown(field: FieldDef, stored: string | null): string | null {
  const { toPlainText, mask, filterable } = fieldType(field);
  if (stored === null || mask !== undefined || !filterable) return null;
  return toPlainText(stored).slice(0, LONGEST);
}

async function writeEntries(batch: SaveBatch, history: ObjectDef, entries: readonly Entry[]): Promise<void> {
  const { engine, principal } = batch.state;
  const ids = await engine.ids.allocate(batch.transaction, engine.org, history.keyPrefix, entries.length);
  const table = `${quoteIdent(engine.org.schema)}.${quoteIdent(tableName(history))}`;
  const parent = history.fields.find((field) => field.referenceTo?.includes(batch.object.name));
  if (parent === undefined) throw new Error(`${history.name} has no lookup to ${batch.object.name}`);
  await batch.transaction.rows({
    text: `insert into ${table} (id, ${quoteIdent(columnName(parent))}, field, datatype, oldvalue, newvalue,
        createddate, createdbyid, lastmodifieddate, lastmodifiedbyid, systemmodstamp)
      select e.id, e.parent, e.field, e.datatype, e.before, e.after, $7::timestamptz, $8, $7::timestamptz, $8, $7::timestamptz
      from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        as e(id, parent, field, datatype, before, after)`,
    values: [
      ids,
      entries.map((entry) => entry.parent),
      entries.map((entry) => entry.field),
      entries.map((entry) => entry.dataType) as string[],
      entries.map((entry) => entry.before) as string[],
      entries.map((entry) => entry.after) as string[],
      batch.savedAt,
      principal.userId,
    ],
  });
}
