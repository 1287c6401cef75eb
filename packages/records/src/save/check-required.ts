import { columnName, type FieldDef, fieldType } from '@muster/metadata';
import { liveRows, refuse, type SaveBatch, valueAfter } from './batch.js';

/** Fields that may not be empty after the save. */
export async function checkRequired(batch: SaveBatch): Promise<void> {
  const required = batch.object.fields.filter((field) => isRequired(field));
  for (const row of liveRows(batch)) {
    const missing = required
      .filter((field) => valueAfter(row, columnName(field)) === null)
      .map((field) => field.name);
    if (missing.length > 0) {
      refuse(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    }
  }
}

/** Fields the system fills itself are its own affair. */
function isRequired(field: FieldDef): boolean {
  const type = fieldType(field);
  return (field.required || type.reference === 'master') && field.createable && !type.isSystemWritten;
}
