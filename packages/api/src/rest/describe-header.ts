import { findField, type ObjectDef } from '@muster/metadata';
import type { Session } from '@muster/records';
import { labelsOf } from './describe-labels.js';

/** What global describe and describe say about an object as a whole, in the reader's rights and language. */
export function describeHeader(session: Session, object: ObjectDef, basePath: string) {
  const rights = session.rights(object);
  const labels = labelsOf(session, object);
  const url = `${basePath}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: rights.create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: labels.object,
    labelPlural: labels.plural,
    layoutable: false,
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: rights.read,
    replicateable: rights.read && findField(object, 'SystemModstamp') !== undefined,
    retrieveable: rights.read,
    searchable: false,
    triggerable: false,
    undeletable: rights.delete && findField(object, 'IsDeleted') !== undefined,
    updateable: rights.edit,
    urls: { describe: `${url}/describe`, rowTemplate: `${url}/{ID}`, sobject: url },
  };
}
