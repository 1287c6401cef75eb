import type { FieldDef, ObjectDef } from '../model.js';
import type { Drafts, ObjectDraft } from './object-draft.js';

const VALUE_LENGTH = 255;

/** Adds the object that holds what became of the tracked fields of another: `AccountHistory`, `Badge__History`. */
export function addHistoryObject(
  { object }: ObjectDraft,
  drafts: Drafts,
  takeKeyPrefix: (lowerName: string) => string,
): void {
  const name = historyName(object);
  const key = name.toLowerCase();
  if (drafts.has(key)) return;
  const fields = [
    parentField(object),
    text('DataType', 'Data Type', 40),
    { ...text('Field', 'Changed Field', VALUE_LENGTH), required: true },
    text('OldValue', 'Old Value', VALUE_LENGTH),
    text('NewValue', 'New Value', VALUE_LENGTH),
  ];
  const history: ObjectDef = {
    name,
    label: `${object.label} History`,
    labelPlural: `${object.label} History`,
    keyPrefix: takeKeyPrefix(key),
    custom: object.custom,
    kind: 'history',
    historyOf: object.name,
    fields: [],
    nameField: 'Id',
    sharingModel: 'ControlledByParent',
    externalSharingModel: 'ControlledByParent',
  };
  drafts.set(key, {
    object: history,
    attachable: false,
    fields: new Map(fields.map((field) => [field.name.toLowerCase(), field])),
    notComputed: new Map(),
    compounds: new Map(),
  });
}

function historyName({ name, custom }: ObjectDef): string {
  return custom ? name.replace(/__c$/, '__History') : `${name}History`;
}

/** `ParentId` of the history of a custom object, `AccountId` of that of accounts. */
function parentField({ name, label, custom }: ObjectDef): FieldDef {
  return {
    ...text(custom ? 'ParentId' : `${name}Id`, `${label} ID`, 18),
    type: 'MasterDetail',
    required: true,
    referenceTo: [name],
    relationshipName: custom ? 'Parent' : name,
    childRelationshipName: 'Histories',
    deleteConstraint: 'Cascade',
  };
}

function text(name: string, label: string, length: number): FieldDef {
  return {
    name,
    label,
    type: 'Text',
    length,
    custom: false,
    required: false,
    unique: false,
    externalId: false,
    createable: false,
    updateable: false,
    evidence: 'documented',
  };
}
