import { compileFormula, isFormulaError } from '@muster/formula';
import { columnName, type FieldDef, fieldType, findField } from '@muster/metadata';
import { liveRows, type SaveBatch, type SaveRow } from './batch.js';

/** Values for fields a new record does not name: defaults, the owner, who and when, ids. */
export async function applyDefaults(batch: SaveBatch): Promise<void> {
  const rows = liveRows(batch);
  if (batch.kind === 'insert') await completeNew(batch, rows);
  for (const row of rows) stamp(batch, row);
  composeNames(batch, rows);
}

async function completeNew(batch: SaveBatch, rows: readonly SaveRow[]): Promise<void> {
  const { engine, principal } = batch.state;
  const ids = await engine.ids.allocate(batch.transaction, engine.org, batch.object.keyPrefix, rows.length);
  const defaults = batch.object.fields.map(
    (field) => [columnName(field), defaultValue(batch, field)] as const,
  );
  rows.forEach((row, i) => {
    row.id = ids[i];
    row.values.set('id', ids[i] as string);
    for (const [column, value] of defaults) {
      if (value !== undefined && !row.values.has(column)) row.values.set(column, value);
    }
    if (findField(batch.object, 'OwnerId') && !row.values.get('ownerid'))
      row.values.set('ownerid', principal.userId);
    if (!row.values.has('createddate')) row.values.set('createddate', batch.savedAt);
    if (!row.values.has('createdbyid')) row.values.set('createdbyid', principal.userId);
  });
}

/** A literal, a picklist's default, or a formula without fields. */
function defaultValue(batch: SaveBatch, field: FieldDef): string | undefined {
  const picked = field.picklist?.values.find((value) => value.isDefault && value.active)?.value;
  if (picked !== undefined) return picked;
  if (field.defaultValue === undefined) return storedText(field, null);
  const formula = compileFormula(field.defaultValue, () => undefined);
  const result = formula.evaluate(() => null, {
    now: batch.state.engine.clock.now(),
    timeZone: batch.state.principal.timeZone,
    blanks: 'BlankAsBlank',
  });
  return isFormulaError(result) ? undefined : storedText(field, result);
}

/** What a type stores for a value; a checkbox stores something for nothing. */
function storedText(field: FieldDef, value: unknown): string | undefined {
  const parsed = fieldType(field).parse(field, value);
  return parsed.ok ? (parsed.value ?? undefined) : undefined;
}

function stamp(batch: SaveBatch, row: SaveRow): void {
  const isHistorical = batch.kind === 'insert' && row.values.has('lastmodifieddate');
  if (!isHistorical) row.values.set('lastmodifieddate', batch.savedAt);
  if (!isHistorical || !row.values.has('lastmodifiedbyid'))
    row.values.set('lastmodifiedbyid', batch.state.principal.userId);
  row.values.set('systemmodstamp', batch.savedAt);
}

/** `Name` of people is their first and last name, kept as a column so that it can be searched and sorted. */
function composeNames(batch: SaveBatch, rows: readonly SaveRow[]): void {
  const name = findField(batch.object, 'Name');
  const isPerson = findField(batch.object, 'FirstName') && findField(batch.object, 'LastName');
  if (name === undefined || name.createable || !isPerson) return;
  for (const row of rows) {
    if (batch.kind === 'update' && !row.values.has('firstname') && !row.values.has('lastname')) continue;
    const part = (column: string) =>
      row.values.get(column) ?? (row.values.has(column) ? null : row.previous?.get(column));
    row.values.set('name', [part('firstname'), part('lastname')].filter(Boolean).join(' ') || null);
  }
}
