import { type ObjectDef, referencesTo } from '@muster/metadata';
import type { Session } from '@muster/records';
import { readableFields } from '../objects.js';
import { describeField } from './describe-field.js';
import { describeHeader } from './describe-header.js';
import { labelsOf } from './describe-labels.js';

/** The id Salesforce gives the record type every object has when it defines none. */
const MASTER_RECORD_TYPE = {
  active: true,
  available: true,
  defaultRecordTypeMapping: true,
  developerName: 'Master',
  master: true,
  name: 'Master',
  recordTypeId: '012000000000000AAA',
  urls: {},
};

/** The whole describe of an object: only fields and relationships the reader may see. */
export function describeObject(session: Session, object: ObjectDef, basePath: string) {
  const labels = labelsOf(session, object);
  return {
    actionOverrides: [],
    childRelationships: describeChildren(session, object),
    compactLayoutable: false,
    ...describeHeader(session, object, basePath),
    fields: readableFields(session, object).map((field) => describeField(session, object, field, labels)),
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [MASTER_RECORD_TYPE],
    searchLayoutable: false,
    supportedScopes: [{ label: `All ${labels.plural.toLowerCase()}`, name: 'everything' }],
  };
}

function describeChildren(session: Session, object: ObjectDef) {
  return referencesTo(session.snapshot, object)
    .filter((child) => {
      const rights = session.rights(child.object);
      return rights.read && rights.field(child.field.name).read;
    })
    .map(({ object: child, field }) => ({
      cascadeDelete: field.deleteConstraint === 'Cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: field.childRelationshipName ?? null,
      restrictedDelete: field.deleteConstraint === 'Restrict',
    }));
}
