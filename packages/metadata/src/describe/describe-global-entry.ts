import { objectLabel, objectLabelPlural } from '../labels.js';
import type { ObjectDef } from '../model.js';
import { hasPages } from '../pages/has-pages.js';
import { isSearchedText } from '../searched-text.js';
import type { DescribeContext } from './describe-context.js';

/** Objects whose records can become one. */
export const MERGEABLE: ReadonlySet<string> = new Set(['Account', 'Contact', 'Lead']);

/** What global describe says about one object; describe begins with the same keys. */
export function describeGlobalEntry(object: ObjectDef, context: DescribeContext) {
  const rights = context.rights(object);
  const isDeclared = object.kind === 'customMetadata' || object.kind === 'history';
  const url = `${context.basePath}/sobjects/${object.name}`;
  return {
    activateable: false,
    associateEntityType: object.historyOf === undefined ? null : 'History',
    associateParentEntity: object.historyOf ?? null,
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
    layoutable: hasPages(object),
    mergeable: MERGEABLE.has(object.name),
    mruEnabled: hasPages(object),
    name: object.name,
    queryable: rights.read,
    replicateable: rights.read,
    retrieveable: rights.read,
    searchable: object.fields.some(isSearchedText),
    triggerable: false,
    undeletable: rights.delete && !isDeclared,
    updateable: rights.edit && !isDeclared,
    urls: urlsOf(url, object),
  };
}

function urlsOf(url: string, object: ObjectDef): Readonly<Record<string, string>> {
  const own = { describe: `${url}/describe`, rowTemplate: `${url}/{ID}`, sobject: url };
  if (!hasPages(object)) return own;
  return {
    approvalLayouts: `${url}/describe/approvalLayouts`,
    compactLayouts: `${url}/describe/compactLayouts`,
    ...own,
    layouts: `${url}/describe/layouts`,
    listviews: `${url}/listviews`,
    ...(object.name === 'User'
      ? {
          namedLayouts: `${url}/describe/namedLayouts/{LayoutName}`,
          passwordUtilities: `${url}/{ID}/password`,
        }
      : {}),
    quickActions: `${url}/quickActions`,
  };
}
