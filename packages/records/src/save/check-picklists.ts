import { columnName, type FieldDef, fieldType, findField, isPickableUnder } from '@muster/metadata';
import { changes, liveRows, refuse, type SaveBatch, type SaveRow, valueAfter } from './batch.js';

/**
 * A value of a restricted list that depends on another field may be picked under the value that field has after the
 * save. Lists that are open take any value, as they do without a dependency.
 */
export async function checkPicklists(batch: SaveBatch): Promise<void> {
  for (const field of batch.object.fields) {
    const controller = field.picklist?.controllingField;
    if (controller === undefined || field.picklist?.restricted !== true) continue;
    const controlling = findField(batch.object, controller);
    if (controlling === undefined) throw new Error(`${batch.object.name} has no field ${controller}`);
    for (const row of liveRows(batch)) checkRow(row, field, controlling);
  }
}

function checkRow(row: SaveRow, field: FieldDef, controlling: FieldDef): void {
  if (!changes(row, columnName(field)) && !changes(row, columnName(controlling))) return;
  const stored = valueAfter(row, columnName(controlling));
  const under = stored === null ? null : fieldType(controlling).toPlainText(stored);
  const values = valueAfter(row, columnName(field))?.split(';') ?? [];
  const wrong = values.find((value) => !isPickableUnder(field, value, under));
  if (wrong === undefined) return;
  const message = `${field.label}: bad value for restricted picklist field: ${wrong}`;
  refuse(row, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
}
