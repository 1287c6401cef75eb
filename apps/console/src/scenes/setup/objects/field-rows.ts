import type { ComponentDescription, DescribedField } from '@muster/client';
import { partOf } from '../../../data/setup-objects.js';
import { flagOf, textOf } from './elements.js';
import { fieldTypeOf } from './field-types.js';

/** A field as the list of an object shows it. */
export interface FieldRow {
  readonly name: string;
  readonly label: string;
  /** A type of the Metadata API, `Formula`, or what describe says of a field of the platform. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly isUnique: boolean;
  readonly isIndexed: boolean;
  /** Whether Setup can change it: fields of the platform stay as they are. */
  readonly isCustom: boolean;
  readonly solution: string | null;
  readonly isChanged: boolean;
}

/** Fields that are always there and are on no page of Setup. */
const HIDDEN = new Set(['IsDeleted', 'SystemModstamp', 'LastViewedDate', 'LastReferencedDate']);
const LINKS = new Set(['Lookup', 'MasterDetail', 'Hierarchy', 'AutoNumber']);

/** All fields of an object: those that were added, from metadata, and those of the platform, as far as they are described. */
export function fieldRows(
  added: readonly ComponentDescription[],
  described: readonly DescribedField[],
  indexed: ReadonlySet<string>,
): readonly FieldRow[] {
  const rows = added.map((component) => addedRow(component, indexed));
  const known = new Set(rows.map(({ name }) => name));
  const standard = described
    .filter(({ custom, name }) => !custom && !known.has(name) && !HIDDEN.has(name))
    .map(standardRow);
  return [...standard, ...rows].toSorted((a, b) => a.label.localeCompare(b.label));
}

function addedRow(component: ComponentDescription, indexed: ReadonlySet<string>): FieldRow {
  const { fullName, metadata, solution, changed } = component;
  const type = fieldTypeOf(metadata) ?? textOf(metadata, 'type');
  const isUnique = flagOf(metadata, 'unique');
  const name = partOf(fullName);
  return {
    name,
    label: textOf(metadata, 'label') || name,
    type,
    isRequired: flagOf(metadata, 'required') || type === 'MasterDetail',
    isUnique,
    isIndexed: isUnique || flagOf(metadata, 'externalId') || LINKS.has(type) || indexed.has(fullName),
    isCustom: name.endsWith('__c'),
    solution,
    isChanged: changed,
  };
}

const TYPES: Readonly<Record<string, string>> = {
  id: 'Id',
  string: 'Text',
  textarea: 'TextArea',
  double: 'Number',
  int: 'Number',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  boolean: 'Checkbox',
  picklist: 'Picklist',
  multipicklist: 'MultiselectPicklist',
  reference: 'Lookup',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  address: 'Address',
  location: 'Location',
};

function standardRow(field: DescribedField): FieldRow {
  const { name, label, type, nillable, createable, defaultedOnCreate, autoNumber, nameField } = field;
  const isReference = type === 'reference' || type === 'id';
  return {
    name,
    label,
    type: autoNumber ? 'AutoNumber' : (TYPES[type] ?? type),
    isRequired: createable && !nillable && !defaultedOnCreate && type !== 'boolean',
    isUnique: type === 'id' || autoNumber,
    isIndexed: isReference || nameField,
    isCustom: false,
    solution: null,
    isChanged: false,
  };
}
