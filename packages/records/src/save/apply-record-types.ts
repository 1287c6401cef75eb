import { columnName, findField, MASTER_RECORD_TYPE_ID, type RecordTypeDef } from '@muster/metadata';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow, valueAfter } from './batch.js';

const COLUMN = 'recordtypeid';

/**
 * Gives new records the writer's default record type and the values it starts with, and refuses record types that are
 * another object's, inactive, or not the writer's to give.
 */
export async function applyRecordTypes(batch: SaveBatch): Promise<void> {
  const { object, kind } = batch;
  if (object.recordTypes === undefined) return;
  const usual = object.recordTypes.find(({ name, active }) => active && rightOn(batch, name).isDefault);
  for (const row of liveRows(batch)) {
    if (row.values.get(COLUMN) === MASTER_RECORD_TYPE_ID) row.values.set(COLUMN, null);
    if (kind === 'insert' && usual !== undefined && !row.values.has(COLUMN)) row.values.set(COLUMN, usual.id);
    const id = row.values.get(COLUMN) ?? null;
    if (id !== null && changes(row, COLUMN) && !mayBeGiven(batch, id)) {
      const message = `Record Type ID: this ID value isn't valid for the user: ${id}`;
      refuse(row, 'INVALID_CROSS_REFERENCE_KEY', message, ['RecordTypeId']);
    }
    if (kind === 'insert') startValues(batch, row);
  }
}

/** The record type a record will have after the save. */
export function recordTypeAfter(batch: SaveBatch, row: SaveRow): RecordTypeDef | undefined {
  const id = valueAfter(row, COLUMN);
  return batch.object.recordTypes?.find((recordType) => recordType.id === id);
}

function mayBeGiven(batch: SaveBatch, id: string): boolean {
  const recordType = batch.object.recordTypes?.find((candidate) => candidate.id === id);
  return recordType?.active === true && rightOn(batch, recordType.name).available;
}

function rightOn({ object, state }: SaveBatch, name: string) {
  return state.rights.recordType(object, name);
}

/** The defaults of a record type stand in place of those of the whole list, also where it has none. */
function startValues(batch: SaveBatch, row: SaveRow): void {
  for (const [name, offered] of recordTypeAfter(batch, row)?.picklists ?? []) {
    const field = findField(batch.object, name);
    if (field?.picklist === undefined || row.values.has(columnName(field))) continue;
    row.values.set(columnName(field), offered.default ?? null);
  }
}
