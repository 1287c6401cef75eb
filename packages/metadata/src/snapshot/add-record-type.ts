import { declaredId } from '../declared-id.js';
import type { FieldDef, RecordTypeDef } from '../model.js';
import type { ComponentOf, Drafts, ProblemSink } from './object-draft.js';

/** Key prefix of the object RecordType. */
const RECORD_TYPE = '012';

/** The lookup an object with record types has (Object Reference, "RecordType"). */
const RECORD_TYPE_FIELD: FieldDef = {
  name: 'RecordTypeId',
  label: 'Record Type ID',
  type: 'Lookup',
  custom: false,
  required: false,
  unique: false,
  externalId: false,
  createable: true,
  updateable: true,
  referenceTo: ['RecordType'],
  relationshipName: 'RecordType',
  evidence: 'documented',
};

/** Adds a record type to its object, and the lookup that says which one a record has. */
export function addRecordType(
  { recordType: source, source: at }: ComponentOf<'RecordType'>,
  drafts: Drafts,
  problems: ProblemSink,
): void {
  const { object: objectName, ...declared } = source;
  const member = `${objectName}.${source.name}`;
  const key = objectName.toLowerCase();
  const draft = drafts.get(key);
  if (draft === undefined) {
    problems.error(at, member, `object ${objectName} is not in this org`);
    return;
  }
  const { object, fields } = draft;
  const known = object.recordTypes ?? [];
  if (known.some(({ name }) => name.toLowerCase() === source.name.toLowerCase())) {
    problems.error(at, member, 'record type is declared twice');
    return;
  }
  const id = declaredId(RECORD_TYPE, `${object.name}.${source.name}`);
  const recordType: RecordTypeDef = { ...declared, id };
  if (!fields.has('recordtypeid')) fields.set('recordtypeid', RECORD_TYPE_FIELD);
  drafts.set(key, { ...draft, object: { ...object, recordTypes: [...known, recordType] } });
}
