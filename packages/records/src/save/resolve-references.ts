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
    const [entry, ...more] = Object.entries(input).filter(([key]) => key.toLowerCase() !== 'attributes');
    if (columnName(lookup) === 'recordtypeid' && /^(developer)?name$/i.test(entry?.[0] ?? '')) {
      nameRecordType(batch, row, lookup, String(entry?.[1] ?? ''));
      continue;
    }
    const named = more.length > 0 ? undefined : findKey(batch, lookup, typeOf(input), entry?.[0] ?? '');
    if (named !== undefined) {
      found.push({ row, lookup, ...named, value: String(entry?.[1] ?? '') });
      continue;
    }
    const parents = (lookup.referenceTo ?? []).join(' or ');
    const message = `Lookup '${name}' takes exactly one external id field of ${parents}`;
    refuse(row, 'INVALID_FIELD', message, [lookup.name]);
  }
  return found;
}

/** The object a parent is named to be of, where a lookup may point at several: `{"attributes": {"type": "User"}, …}`. */
function typeOf(input: object): string | undefined {
  const { attributes } = input as { readonly attributes?: { readonly type?: unknown } };
  return typeof attributes?.type === 'string' ? attributes.type : undefined;
}

/** The parent object and the field of it that names the record: of the type that is given, else the first that has it. */
function findKey(
  batch: SaveBatch,
  lookup: FieldDef,
  type: string | undefined,
  name: string,
): Pick<Reference, 'parent' | 'key'> | undefined {
  for (const target of lookup.referenceTo ?? []) {
    if (type !== undefined && type.toLowerCase() !== target.toLowerCase()) continue;
    const parent = findObject(batch.state.snapshot, target);
    const key = parent && findField(parent, name);
    if (parent !== undefined && key !== undefined && isKey(batch, parent, key)) return { parent, key };
  }
  return undefined;
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
  const names = field.externalId || field.unique || field.idLookup || field.name === 'Id';
  return Boolean(names) && state.visibility.canReadField(parent, field.name);
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
