import { fold } from '@muster/kernel';
import {
  columnName,
  type FieldDef,
  fieldType,
  findField,
  findObject,
  findParentField,
  type ObjectDef,
  tableName,
} from '@muster/metadata';
import { and, anyOf, call, column, type Expr, not, type Select } from '@muster/sql';
import { runSelect } from '../query/run-select.js';
import { liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';

interface Reference {
  readonly row: SaveRow;
  readonly lookup: FieldDef;
  readonly parent: ObjectDef;
  readonly key: FieldDef;
  readonly value: string;
}

/** Fills lookups that name their parent by an external id: one statement per parent object and key field. */
export async function resolveReferences(batch: SaveBatch): Promise<void> {
  const references = liveRows(batch).flatMap((row) => referencesOf(batch, row));
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = `${reference.parent.name}.${reference.key.name}`;
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  for (const group of groups.values()) await resolveGroup(batch, group);
}

function referencesOf(batch: SaveBatch, row: SaveRow): Reference[] {
  const found: Reference[] = [];
  for (const [name, input] of Object.entries(row.input.values)) {
    const lookup = findField(batch.object, name) ? undefined : findParentField(batch.object, name);
    if (lookup === undefined || typeof input !== 'object' || input === null) continue;
    const parent = findObject(batch.state.snapshot, lookup.referenceTo?.[0] ?? '');
    const [entry, ...more] = Object.entries(input).filter(([key]) => key.toLowerCase() !== 'attributes');
    if (columnName(lookup) === 'recordtypeid' && /^(developer)?name$/i.test(entry?.[0] ?? '')) {
      nameRecordType(batch, row, lookup, String(entry?.[1] ?? ''));
      continue;
    }
    const key = parent && entry && findField(parent, entry[0]);
    if (parent === undefined || key === undefined || more.length > 0 || !isKey(batch, parent, key)) {
      refuse(
        row,
        'INVALID_FIELD',
        `Lookup '${name}' takes exactly one external id field of ${parent?.name ?? 'its parent'}`,
        [lookup.name],
      );
      continue;
    }
    found.push({ row, lookup, parent, key, value: String(entry?.[1] ?? '') });
  }
  return found;
}

/** Record types are known by name within their object: `{"RecordType": {"Name": "Sworn"}}`. */
function nameRecordType({ object }: SaveBatch, row: SaveRow, lookup: FieldDef, name: string): void {
  const wanted = fold(name);
  const found = object.recordTypes?.find(
    (recordType) => fold(recordType.label) === wanted || fold(recordType.name) === wanted,
  );
  if (found !== undefined) row.values.set(columnName(lookup), found.id);
  else refuse(row, 'INVALID_FIELD', `There is no record type ${name} of ${object.name}`, [lookup.name]);
}

/** Fields that name a record, as far as the writer may know them. */
function isKey({ state }: SaveBatch, parent: ObjectDef, field: FieldDef): boolean {
  const names = field.externalId || field.unique || field.name === 'Id';
  return names && state.visibility.canReadField(parent, field.name);
}

async function resolveGroup(batch: SaveBatch, group: readonly Reference[]): Promise<void> {
  const { parent, key } = group[0] as Reference;
  const alias = 'p';
  const folds = fieldType(key).foldsCase;
  const raw = column(alias, columnName(key));
  const compared = folds ? call('fold', raw) : raw;
  const keyOf = (text: string) => (folds ? fold(text) : text);
  const values = [...new Set(group.map((reference) => keyOf(reference.value)))];
  const select: Select = {
    kind: 'Select',
    columns: [
      { expr: compared, alias: 'k' },
      { expr: column(alias, 'id'), alias: 'id' },
    ],
    from: { kind: 'Table', schema: batch.state.engine.org.schema, name: tableName(parent), alias },
    joins: [],
    where: and(
      not(column(alias, 'isdeleted')),
      anyOf(compared, values),
      batch.state.visibility.scope(parent, alias),
    ) as Expr,
  };
  const ids = new Map<string, string[]>();
  for (const [text, id] of await runSelect(batch.state, select)) {
    ids.set(text ?? '', [...(ids.get(text ?? '') ?? []), id ?? '']);
  }
  for (const { row, lookup, value } of group) {
    const [id, ...more] = ids.get(keyOf(value)) ?? [];
    if (id !== undefined && more.length === 0) row.values.set(columnName(lookup), id);
    else {
      const problem = id === undefined ? 'not found' : 'not unique';
      refuse(
        row,
        'INVALID_FIELD',
        `Foreign key external ID: ${value} ${problem} for field ${key.name} in entity ${parent.name}`,
        [lookup.name],
      );
    }
  }
}
