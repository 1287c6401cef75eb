import { accessByName } from '@muster/access';
import { MusterError } from '@muster/kernel';
import {
  columnName,
  type FieldDef,
  fieldType,
  findCompound,
  findField,
  findNotComputed,
  findParentField,
} from '@muster/metadata';
import { liveRows, refuse, type SaveBatch, type SaveRow } from './batch.js';
import { resolveReferences } from './resolve-references.js';

/** Fields only installation may set, as with Salesforce's "Set Audit Fields upon Record Creation". */
const AUDIT_FIELDS = new Set([
  'createddate',
  'createdbyid',
  'lastmodifieddate',
  'lastmodifiedbyid',
  'systemmodstamp',
]);

/** What a name means to the writer. Records of a batch use the same names, so each is judged once. */
type Meaning =
  | { readonly kind: 'ignored' | 'absent' }
  | { readonly kind: 'refused'; readonly name: string }
  | { readonly kind: 'value' | 'parent'; readonly field: FieldDef };

/** Type and length checks: names become fields, values become what PostgreSQL stores. */
export async function readInput(batch: SaveBatch): Promise<void> {
  const meanings = new Map<string, Meaning>();
  for (const row of liveRows(batch)) readRow(batch, row, meanings);
  const namesParents = [...meanings.values()].some(({ kind }) => kind === 'parent');
  if (namesParents) await resolveReferences(batch);
}

function readRow(batch: SaveBatch, row: SaveRow, meanings: Map<string, Meaning>): void {
  const refused: string[] = [];
  for (const [name, input] of Object.entries(row.input.values)) {
    const meaning = meanings.get(name) ?? meaningOf(batch, name);
    meanings.set(name, meaning);
    if (meaning.kind === 'value') readValue(row, meaning.field, input);
    else if (meaning.kind === 'refused') refused.push(meaning.name);
    else if (meaning.kind === 'absent' || (meaning.kind === 'parent' && !isObject(input))) {
      refuse(row, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${batch.object.name}`);
    }
  }
  if (refused.length > 0) {
    refuse(
      row,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      refused,
    );
  }
}

/** A field by its name, or the lookup that `{"Account": {"Ext__c": "x"}}` sets by naming its parent. */
function meaningOf(batch: SaveBatch, name: string): Meaning {
  if (/^(attributes|id)$/i.test(name)) return { kind: 'ignored' };
  const own = findField(batch.object, name);
  const field = own ?? findParentField(batch.object, name);
  if (field === undefined) return meaningWithoutColumn(batch, name);
  if (!mayKnow(batch, field)) return { kind: 'absent' };
  if (!mayWrite(batch, field)) return { kind: 'refused', name: field.name };
  return { kind: own === undefined ? 'parent' : 'value', field };
}

/** A formula or an address is there to be read; what an address is made of is written by its parts. */
function meaningWithoutColumn(batch: SaveBatch, name: string): Meaning {
  const { object, state } = batch;
  const found = findCompound(object, name) ?? findNotComputed(object, name);
  const isKnown = found !== undefined && accessByName(state.rights, object, name).read;
  return isKnown ? { kind: 'refused', name: found.name } : { kind: 'absent' };
}

function readValue(row: SaveRow, field: FieldDef, input: unknown): void {
  const parsed = fieldType(field).parse(field, input);
  if (parsed.ok) row.values.set(columnName(field), parsed.value);
  else
    row.errors.push(new MusterError(parsed.failure.code, parsed.failure.message, { fields: [field.name] }));
}

function isObject(input: unknown): boolean {
  return typeof input === 'object' && input !== null;
}

/** Whether the writer may know the field exists. */
function mayKnow(batch: SaveBatch, field: FieldDef): boolean {
  const access = batch.state.rights.field(batch.object, field);
  return access.read || access.edit;
}

/** Fields nobody may write are the system's own: system work writes those that are not part of every record. */
function mayWrite(batch: SaveBatch, field: FieldDef): boolean {
  const isSystem = batch.state.principal.kind === 'system';
  const column = columnName(field);
  if (column === 'isdeleted') return false;
  if (AUDIT_FIELDS.has(column)) return isSystem && batch.kind === 'insert';
  if (isSystem) return true;
  const allows = batch.kind === 'insert' ? field.createable : field.updateable;
  return allows && batch.state.rights.field(batch.object, field).edit;
}
