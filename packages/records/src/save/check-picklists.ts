import { columnName, type FieldDef, fieldType, findField, isPickableUnder } from '@muster/metadata';
import { recordTypeAfter } from './apply-record-types.js';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow, valueAfter } from './batch.js';

/**
 * A value of a restricted list is one the record type offers, and one that may be picked under the value its
 * controlling field has after the save. Lists that are open take any value.
 */
export async function checkPicklists(batch: SaveBatch): Promise<void> {
  const { fields, recordTypes } = batch.object;
  for (const field of fields) {
    const isHeld = field.picklist?.controllingField !== undefined || recordTypes !== undefined;
    if (field.picklist?.restricted !== true || !isHeld) continue;
    for (const row of liveRows(batch)) {
      const values = valueAfter(row, columnName(field))?.split(';') ?? [];
      const wrong = notOffered(batch, row, field, values) ?? notPickable(batch, row, field, values);
      if (wrong === undefined) continue;
      const message = `${field.label}: bad value for restricted picklist field: ${wrong}`;
      refuse(row, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    }
  }
}

function notOffered(batch: SaveBatch, row: SaveRow, field: FieldDef, values: readonly string[]) {
  if (batch.object.recordTypes === undefined || !changes(row, columnName(field))) return undefined;
  const offered = recordTypeAfter(batch, row)?.picklists.get(field.name.toLowerCase());
  return offered && values.find((value) => !offered.values.includes(value));
}

function notPickable({ object }: SaveBatch, row: SaveRow, field: FieldDef, values: readonly string[]) {
  const controller = field.picklist?.controllingField;
  if (controller === undefined) return undefined;
  const controlling = findField(object, controller);
  if (controlling === undefined) throw new Error(`${object.name} has no field ${controller}`);
  if (!changes(row, columnName(field)) && !changes(row, columnName(controlling))) return undefined;
  const stored = valueAfter(row, columnName(controlling));
  const under = stored === null ? null : fieldType(controlling).toPlainText(stored);
  return values.find((value) => !isPickableUnder(field, value, under));
}
