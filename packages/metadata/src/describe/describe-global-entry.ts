import { objectLabel, objectLabelPlural } from '../labels.js';
import type { ObjectDef } from '../model.js';
import { isSearchedText } from '../searched-text.js';
import type { DescribeContext } from './describe-context.js';

/** What global describe says about one object; describe begins with the same keys. */
export function describeGlobalEntry(object: ObjectDef, context: DescribeContext) {
  const rights = context.rights(object);
  const isDeclared = object.kind === 'customMetadata' || object.kind === 'history';
  const url = `${context.basePath}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: rights.create && !isDeclared,
    custom: object.custom,
    customSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
    deepCloneable: false,
    deletable: rights.delete && !isDeclared,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: objectLabel(context.snapshot, object, context.language),
    labelPlural: objectLabelPlural(context.snapshot, object, context.language),
    layoutable: false,
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: rights.read,
    replicateable: rights.read,
    retrieveable: rights.read,
    searchable: object.fields.some(isSearchedText),
    triggerable: false,
    undeletable: rights.delete && !isDeclared,
    updateable: rights.edit && !isDeclared,
    urls: { describe: `${url}/describe`, rowTemplate: `${url}/{ID}`, sobject: url },
  };
}
